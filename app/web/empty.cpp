// Replaced by this layer's first file.
