-- Files of preferences that were taken over, or are being.

CREATE TABLE imports (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,                         -- running, done, cancelled, undoing, undone
    source TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    total INTEGER,                               -- rows of the file, where that was known
    checked_seq INTEGER,                         -- choices made after it stand
    tell INTEGER NOT NULL,
    received INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    broken INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    undo_before INTEGER,                         -- seq: changes from here on have been undone; NULL: no undo
    undo_source TEXT NOT NULL,
    undo_kind TEXT NOT NULL,
    undo_id TEXT NOT NULL,
    undo_name TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_by_start ON imports (workspace, started_at, id);

-- Which numbers of the feed are an import's: each part takes them in one piece.
CREATE TABLE import_parts (
    workspace TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    import TEXT NOT NULL,
    PRIMARY KEY (workspace, first_seq),
    FOREIGN KEY (workspace, import) REFERENCES imports
) STRICT, WITHOUT ROWID;
CREATE INDEX import_parts_by_import ON import_parts (workspace, import, first_seq);

-- Rows for people who are not here yet.
CREATE TABLE import_waiting (
    workspace TEXT NOT NULL,
    subject TEXT NOT NULL,                       -- id, or address in small letters
    import TEXT NOT NULL,
    line INTEGER NOT NULL,
    wish TEXT NOT NULL,                          -- JSON: the row's fields
    PRIMARY KEY (workspace, subject, import, line),
    FOREIGN KEY (workspace, import) REFERENCES imports
) STRICT, WITHOUT ROWID;
CREATE INDEX import_waiting_by_import ON import_waiting (workspace, import, line);

-- Addresses are compared as people write them, in large letters or small.
DROP INDEX subjects_by_email;
CREATE INDEX subjects_by_email ON subjects (workspace, email COLLATE NOCASE) WHERE email <> '';
