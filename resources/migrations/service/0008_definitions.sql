-- What admins define by name: templates of messages, workflows that send them, playbooks. Each is a JSON object with a
-- version of its own.

CREATE TABLE definitions (
    workspace TEXT NOT NULL REFERENCES workspaces,
    kind TEXT NOT NULL,                          -- template, workflow, playbook
    slug TEXT NOT NULL,
    body TEXT NOT NULL,
    version INTEGER NOT NULL,                    -- from 1
    updated_at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    PRIMARY KEY (workspace, kind, slug)
) STRICT, WITHOUT ROWID;

ALTER TABLE notifications ADD COLUMN blocks TEXT NOT NULL DEFAULT '';    -- Block Kit as JSON; empty: the text alone
ALTER TABLE notifications ADD COLUMN template TEXT NOT NULL DEFAULT '';  -- that it was made from; empty: none
ALTER TABLE notifications ADD COLUMN workflow TEXT NOT NULL DEFAULT '';  -- that sent it; empty: none
CREATE INDEX notifications_by_workflow ON notifications (workspace, workflow, created_at) WHERE workflow <> '';
