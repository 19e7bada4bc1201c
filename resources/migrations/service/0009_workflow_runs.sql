-- Each time a workflow ran, or should have.

CREATE TABLE workflow_runs (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    workflow TEXT NOT NULL,
    cause TEXT NOT NULL,                         -- trigger, schedule
    scheduled_for INTEGER,                       -- NULL: it was triggered
    started_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,                       -- started, nobody, missed, failed
    recipients INTEGER NOT NULL,
    notification TEXT NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX workflow_runs_by_time ON workflow_runs (workspace, workflow, started_at, id);
-- What is due is due once, whoever looks.
CREATE UNIQUE INDEX workflow_runs_once ON workflow_runs (workspace, workflow, scheduled_for)
    WHERE scheduled_for IS NOT NULL;
