-- How profiles were found out to be reached, and messages to many with what became of each recipient.

ALTER TABLE profiles ADD COLUMN resolved TEXT NOT NULL DEFAULT '';  -- the member that an e-mail address belongs to
ALTER TABLE profiles ADD COLUMN problem TEXT NOT NULL DEFAULT '';   -- Slack's word for why it cannot be reached

CREATE TABLE notifications (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    category TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,                         -- queued, sending, paused, done, cancelled
    error TEXT NOT NULL,
    source TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    recipients INTEGER NOT NULL,                 -- how many
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notifications_by_time ON notifications (workspace, created_at);
CREATE INDEX notifications_unfinished ON notifications (workspace, id) WHERE finished_at IS NULL;

CREATE TABLE notification_recipients (
    workspace TEXT NOT NULL,
    notification TEXT NOT NULL,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,                       -- queued, underway, sent, skipped, failed, uncertain
    rule TEXT NOT NULL,
    error TEXT NOT NULL,
    channel TEXT NOT NULL,                       -- of the message, with ts
    ts TEXT NOT NULL,
    at INTEGER,
    PRIMARY KEY (workspace, notification, position),
    FOREIGN KEY (workspace, notification) REFERENCES notifications
) STRICT, WITHOUT ROWID;
CREATE INDEX notification_recipients_by_outcome ON notification_recipients (workspace, notification, outcome, position);
CREATE INDEX notification_recipients_by_subject ON notification_recipients (workspace, subject, at);
CREATE INDEX notification_recipients_by_message ON notification_recipients (workspace, channel, ts) WHERE ts <> '';
CREATE INDEX notification_recipients_underway ON notification_recipients (workspace, notification, position)
    WHERE outcome = 'underway';
