-- A backend that was set up anew signs its log with another key. Whoever trusts it retires the old one; that, and every
-- checkpoint seen under it, stays here.
CREATE TABLE trusted_keys (
    account TEXT NOT NULL,
    vkey TEXT NOT NULL,
    trusted_at INTEGER NOT NULL,
    retired_at INTEGER,
    PRIMARY KEY (account, vkey)
) WITHOUT ROWID;

INSERT INTO trusted_keys (account, vkey, trusted_at) SELECT account, vkey, 0 FROM audit_keys;

CREATE TABLE pins (
    account TEXT NOT NULL,
    vkey TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    note BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (account, vkey, size)
) WITHOUT ROWID;

INSERT INTO pins (account, vkey, size, root, note, seen_at)
    SELECT checkpoints.account, audit_keys.vkey, size, root, note, seen_at
    FROM checkpoints JOIN audit_keys ON audit_keys.account = checkpoints.account;

DROP TABLE checkpoints;

DROP TABLE audit_keys;
