-- Acts that wait for a second admin, and what became of those that did.

CREATE TABLE approvals (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,                          -- many, turn_back, category, send, policy
    state TEXT NOT NULL,                         -- waiting, applying, applied, refused, withdrawn, expired, outdated
    source TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    keeper TEXT NOT NULL,                        -- Slack id of who stands behind a key or a schedule
    reason TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    decided_kind TEXT,                           -- NULL: nobody decided
    decided_id TEXT NOT NULL,
    decided_name TEXT NOT NULL,
    decided_at INTEGER,
    decision TEXT NOT NULL,
    category TEXT NOT NULL,
    size INTEGER NOT NULL,
    overridden INTEGER NOT NULL,
    digest TEXT NOT NULL,
    act TEXT NOT NULL,                           -- JSON
    notification TEXT NOT NULL,
    done INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX approvals_by_time ON approvals (workspace, requested_at, id);
CREATE INDEX approvals_open ON approvals (state, expires_at) WHERE state IN ('waiting', 'applying');
CREATE INDEX approvals_by_notification ON approvals (workspace, notification) WHERE notification <> '';

-- The frozen list of those that change preferences.
CREATE TABLE approval_items (
    workspace TEXT NOT NULL,
    approval TEXT NOT NULL,
    position INTEGER NOT NULL,                   -- from 1
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    wish TEXT NOT NULL,                          -- JSON: the fields of the change
    if_match INTEGER NOT NULL,                   -- the version that was looked at
    PRIMARY KEY (workspace, approval, position),
    FOREIGN KEY (workspace, approval) REFERENCES approvals
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_items_by_subject ON approval_items (workspace, subject);

-- How much somebody changed in bulk lately: many small acts are a large one.
CREATE TABLE bulk_acts (
    workspace TEXT NOT NULL REFERENCES workspaces,
    owner TEXT NOT NULL,                         -- actor's kind and id
    at INTEGER NOT NULL,
    changes INTEGER NOT NULL
) STRICT;
CREATE INDEX bulk_acts_by_owner ON bulk_acts (workspace, owner, at);
