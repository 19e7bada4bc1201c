-- What senders asked about before they sent, and were told; kept 90 days.

CREATE TABLE decision_calls (
    id INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL REFERENCES workspaces,
    at INTEGER NOT NULL,
    caller_kind TEXT NOT NULL,
    caller_id TEXT NOT NULL,
    caller_name TEXT NOT NULL,
    category TEXT NOT NULL,
    seq INTEGER NOT NULL,                        -- of the choices by which it was decided
    asked INTEGER NOT NULL,                      -- about how many
    skipped INTEGER NOT NULL,
    subject TEXT NOT NULL,                       -- the only one asked about, else empty
    answers BLOB NOT NULL                        -- deflated, a line for each: the rule's number, then the subject
) STRICT;
CREATE INDEX decision_calls_by_time ON decision_calls (workspace, at);
