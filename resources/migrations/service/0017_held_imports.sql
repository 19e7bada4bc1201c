-- Rows of imports that are not taken over yet: until all of them are there, and until a second admin approves.
CREATE TABLE import_held (
    workspace TEXT NOT NULL,
    import TEXT NOT NULL,
    first_row INTEGER NOT NULL,                  -- how many rows of the file come before it
    rows BLOB NOT NULL,                          -- JSON, compressed
    people TEXT NOT NULL,                        -- whom it would change, a line each
    tally TEXT NOT NULL,                         -- JSON: from what to what
    UNIQUE (workspace, import, first_row),
    FOREIGN KEY (workspace, import) REFERENCES imports
) STRICT;

-- What a request is about, in short: the same one asked for again is the one that waits.
ALTER TABLE approvals ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
