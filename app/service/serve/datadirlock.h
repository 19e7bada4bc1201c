#pragma once

#include "base/result.h"

#include <QString>

namespace refrain::service {

/// One refraind per data directory: a lock that the kernel lets go of when its holder dies, in a file
/// that names the holder.
class DataDirLock {
public:
    /// Makes the directory (mode 0700) where it is missing. A Conflict error names who holds it.
    [[nodiscard]] static Result<DataDirLock> take(const QString& dataDir);

    DataDirLock(DataDirLock&& other) noexcept;
    DataDirLock& operator=(DataDirLock&& other) noexcept;
    DataDirLock(const DataDirLock&) = delete;
    DataDirLock& operator=(const DataDirLock&) = delete;
    ~DataDirLock();

private:
    explicit DataDirLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

}  // namespace refrain::service
