-- What plots are drawn from: the change feed counted once, by quarters of an hour, so that a day in any time zone is a
-- whole number of them. stat_progress says how far it is counted; what came since is counted before it is asked for.

ALTER TABLE changes ADD COLUMN asked_at INTEGER;     -- when somebody pressed for it; NULL: not known

CREATE TABLE stat_progress (
    workspace TEXT NOT NULL PRIMARY KEY REFERENCES workspaces,
    seq INTEGER NOT NULL                         -- the last change that is counted
) STRICT, WITHOUT ROWID;

CREATE TABLE choice_counts (
    workspace TEXT NOT NULL REFERENCES workspaces,
    quarter INTEGER NOT NULL,                    -- when it begins
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    opted_out INTEGER NOT NULL,
    opted_in INTEGER NOT NULL,
    back_to_default INTEGER NOT NULL,
    snoozed INTEGER NOT NULL,
    PRIMARY KEY (workspace, quarter, category, source)
) STRICT, WITHOUT ROWID;

-- From the click to the choice being in force.
CREATE TABLE choice_delays (
    workspace TEXT NOT NULL REFERENCES workspaces,
    quarter INTEGER NOT NULL,
    source TEXT NOT NULL,
    at_most INTEGER NOT NULL,                    -- milliseconds; each took less, and no less than the next smaller step
    choices INTEGER NOT NULL,
    PRIMARY KEY (workspace, quarter, source, at_most)
) STRICT, WITHOUT ROWID;

-- Who opted out after a message, each once in seven days.
CREATE TABLE notification_opt_outs (
    workspace TEXT NOT NULL REFERENCES workspaces,
    notification TEXT NOT NULL,
    opted_out INTEGER NOT NULL,
    by_button INTEGER NOT NULL,                  -- of those: with a button of the message itself
    PRIMARY KEY (workspace, notification)
) STRICT, WITHOUT ROWID;

-- What became of a notification that is over; of others it is counted when it is asked for.
CREATE TABLE notification_outcomes (
    workspace TEXT NOT NULL REFERENCES workspaces,
    notification TEXT NOT NULL,
    sent INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    PRIMARY KEY (workspace, notification)
) STRICT, WITHOUT ROWID;
