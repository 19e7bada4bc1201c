-- What the console knows of one workspace. All of it can be fetched again; signing out deletes the file.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Whole records, as on the wire.
CREATE TABLE categories (
    slug TEXT PRIMARY KEY,
    record TEXT NOT NULL
) WITHOUT ROWID;

-- `sweep` is the number of the last full sync that saw the row: what a newer one did not see is gone.
CREATE TABLE subjects (
    id TEXT PRIMARY KEY,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    email TEXT NOT NULL,
    title TEXT NOT NULL,
    tz TEXT NOT NULL,
    locale TEXT NOT NULL,
    topic TEXT NOT NULL,
    role INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    person TEXT NOT NULL,
    former_names TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    sweep INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX subjects_by_person ON subjects (person) WHERE person <> '';

CREATE TABLE preferences (
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    state INTEGER NOT NULL,
    snoozed_until INTEGER,
    version INTEGER NOT NULL,
    source INTEGER,
    actor_kind INTEGER,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    requested_by INTEGER,
    reason TEXT NOT NULL,
    ticket TEXT NOT NULL,
    at INTEGER,
    sweep INTEGER NOT NULL,
    PRIMARY KEY (subject, category)
) WITHOUT ROWID;

-- Complete subtrees of the audit log's tree (RFC 6962), recomputed here from its leaves.
CREATE TABLE tree (
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, position)
) WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL,
    result TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    outcome INTEGER NOT NULL,
    counts TEXT NOT NULL,
    error TEXT NOT NULL
);
