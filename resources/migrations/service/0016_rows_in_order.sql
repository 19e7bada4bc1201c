-- The journals' rows now lie in the order in which they came, with their numbers in an index: a row of more than a
-- thousand bytes, and most that name an actor are, then needs no page of its own, and one more is put behind the last.
-- They no longer refer to their workspace: what writes them has just read its numbers there.

CREATE TABLE changes_after (
    workspace TEXT NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    before_json TEXT NOT NULL,                   -- JSON, or null
    after_json TEXT NOT NULL,
    asked_at INTEGER,                            -- when somebody pressed for it; NULL: not known
    PRIMARY KEY (workspace, seq)
) STRICT;
INSERT INTO changes_after (
    workspace, seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,
    after_json, asked_at
) SELECT
    workspace, seq, type, subject, category, at, source, actor_kind, actor_id, actor_name, reason, before_json,
    after_json, asked_at
FROM changes ORDER BY workspace, seq;
DROP TABLE changes;
ALTER TABLE changes_after RENAME TO changes;
CREATE INDEX changes_by_subject ON changes (workspace, subject, category, seq);
CREATE INDEX changes_of_categories ON changes (workspace, category, seq) WHERE type = 'category';
CREATE INDEX changes_for_others ON changes (workspace, actor_id, seq)
    WHERE type = 'preference' AND actor_kind = 'slack_user' AND subject <> actor_id;

CREATE TABLE audit_openings_after (
    workspace TEXT NOT NULL,
    idx INTEGER NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    openings TEXT NOT NULL,                      -- JSON: [[pointer, value, salt in base64], ...]
    PRIMARY KEY (workspace, idx)
) STRICT;
INSERT INTO audit_openings_after (workspace, idx, subject, actor, openings)
    SELECT workspace, idx, subject, actor, openings FROM audit_openings ORDER BY workspace, idx;
DROP TABLE audit_openings;
ALTER TABLE audit_openings_after RENAME TO audit_openings;
CREATE INDEX audit_openings_by_subject ON audit_openings (workspace, subject, idx) WHERE subject <> '';
CREATE INDEX audit_openings_by_actor ON audit_openings (workspace, actor, idx) WHERE actor <> '';

CREATE TABLE audit_entries_after (
    workspace TEXT NOT NULL,
    idx INTEGER NOT NULL,
    leaf BLOB NOT NULL,                          -- the exact bytes that the tree commits to
    seq INTEGER,
    type TEXT NOT NULL,
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, idx)
) STRICT;
INSERT INTO audit_entries_after (workspace, idx, leaf, seq, type, category, source, at)
    SELECT workspace, idx, leaf, seq, type, category, source, at FROM audit_entries ORDER BY workspace, idx;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_after RENAME TO audit_entries;

CREATE TABLE audit_nodes_after (
    workspace TEXT NOT NULL,
    level INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (workspace, level, idx)
) STRICT, WITHOUT ROWID;
INSERT INTO audit_nodes_after (workspace, level, idx, hash)
    SELECT workspace, level, idx, hash FROM audit_nodes ORDER BY workspace, level, idx;
DROP TABLE audit_nodes;
ALTER TABLE audit_nodes_after RENAME TO audit_nodes;
