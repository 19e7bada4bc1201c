-- Slack tells an event again until it is answered in time; here stands what was heard and dealt with.
CREATE TABLE slack_events (
    workspace TEXT NOT NULL,
    event TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX slack_events_by_time ON slack_events (received_at);

-- When a try began whose end is not known yet; NULL: none. A crash leaves it behind, and such a row is not tried
-- again where a repetition would be seen.
ALTER TABLE outbox ADD COLUMN begun_at INTEGER;
CREATE INDEX outbox_by_time ON outbox (target, next_try_at);
