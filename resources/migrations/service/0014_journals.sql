-- What people were told of changes that others made for them, one row a message.

CREATE TABLE acknowledgements (
    workspace TEXT NOT NULL REFERENCES workspaces,
    subject TEXT NOT NULL,
    seq INTEGER NOT NULL,                        -- of the first change that the message tells
    at INTEGER NOT NULL,                         -- of the last try
    outcome TEXT NOT NULL,                       -- told, waiting, failed, uncertain
    error TEXT NOT NULL,
    choices INTEGER NOT NULL,                    -- how many changes it tells
    PRIMARY KEY (workspace, subject, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX acknowledgements_by_time ON acknowledgements (workspace, subject, at);

-- Rows of imports that were not taken over: refused, or not readable. What waits stands in import_waiting.
CREATE TABLE import_left (
    workspace TEXT NOT NULL,
    import TEXT NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL,                       -- refused, broken
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (workspace, import, line),
    FOREIGN KEY (workspace, import) REFERENCES imports
) STRICT, WITHOUT ROWID;
CREATE INDEX import_left_by_subject ON import_left (workspace, subject) WHERE subject <> '';

-- The notification that a link was given out with: an opt-out by it is one after that message.
ALTER TABLE links ADD COLUMN notification TEXT NOT NULL DEFAULT '';

-- Opt-outs that were taken back at once count apart; everything is counted anew.
ALTER TABLE choice_counts ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;
DELETE FROM choice_counts;
DELETE FROM choice_delays;
DELETE FROM notification_opt_outs;
DELETE FROM stat_progress;
