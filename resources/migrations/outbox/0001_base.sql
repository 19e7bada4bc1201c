-- Changes made in this console that the backend has not confirmed yet. Nothing but a confirmation, a person's own
-- discard, or a refusal that was looked at takes a row out: not signing out, not a lost session.
CREATE TABLE changes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    category TEXT NOT NULL,
    category_title TEXT NOT NULL,
    wish_state INTEGER,
    wish_snooze INTEGER NOT NULL,
    wish_snoozed_until INTEGER,
    before_state INTEGER NOT NULL,
    before_snoozed_until INTEGER,
    before_version INTEGER NOT NULL,
    requested_by INTEGER NOT NULL,
    reason TEXT NOT NULL,
    ticket TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    undoes TEXT NOT NULL,
    follows TEXT NOT NULL,
    stage INTEGER NOT NULL,
    if_match INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    sentence TEXT NOT NULL DEFAULT '',
    history_line TEXT NOT NULL DEFAULT ''
);

CREATE INDEX changes_by_account ON changes (account, position);

-- Every signed checkpoint of an audit log that this console has seen. No personal data: kept when people are wiped,
-- so that a rewritten log is noticed after signing in again.
CREATE TABLE checkpoints (
    account TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    note BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (account, size)
) WITHOUT ROWID;

CREATE TABLE audit_keys (
    account TEXT PRIMARY KEY,
    vkey TEXT NOT NULL
) WITHOUT ROWID;
