-- Subjects now lie in the order in which they came, with their ids in an index: a directory is then read page after
-- page without rewriting most of the table for each. And only those that are no users have an index by kind.
-- Preferences refer to subjects, so they are made anew as well.

DROP INDEX subjects_by_kind;
DROP INDEX subjects_by_person;
DROP INDEX subjects_by_email;
ALTER TABLE subjects RENAME TO subjects_before;

CREATE TABLE subjects (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    email TEXT NOT NULL,
    title TEXT NOT NULL,
    tz TEXT NOT NULL,
    locale TEXT NOT NULL,
    topic TEXT NOT NULL,
    role TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    bot INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    private INTEGER NOT NULL,
    address_dead INTEGER NOT NULL,
    person TEXT NOT NULL,
    former_names TEXT NOT NULL,                  -- newest first, separated by line feeds
    folded TEXT NOT NULL,                        -- all that search looks in, without case and accents
    updated_at INTEGER NOT NULL,
    seen_in TEXT NOT NULL,                       -- the full sync run that saw it last
    PRIMARY KEY (workspace, id)
) STRICT;

INSERT INTO subjects (
    workspace, id, kind, name, display_name, email, title, tz, locale, topic, role, deleted, bot, archived,
    private, address_dead, person, former_names, folded, updated_at, seen_in
) SELECT
    workspace, id, kind, name, display_name, email, title, tz, locale, topic, role, deleted, bot, archived,
    private, address_dead, person, former_names, folded, updated_at, seen_in
FROM subjects_before;
CREATE INDEX subjects_by_kind ON subjects (workspace, kind, id) WHERE kind <> 'user';
CREATE INDEX subjects_by_person ON subjects (workspace, person) WHERE person <> '';
CREATE INDEX subjects_by_email ON subjects (workspace, email) WHERE email <> '';

CREATE TABLE preferences_after (
    workspace TEXT NOT NULL,
    subject TEXT NOT NULL,
    category TEXT NOT NULL,
    state TEXT NOT NULL,
    snoozed_until INTEGER,
    version INTEGER NOT NULL,
    source TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    requested_by TEXT,
    reason TEXT NOT NULL,
    ticket TEXT NOT NULL,
    at INTEGER NOT NULL,
    state_own INTEGER NOT NULL,
    snooze_own INTEGER NOT NULL,
    correctable_until INTEGER,
    PRIMARY KEY (workspace, subject, category),
    FOREIGN KEY (workspace, subject) REFERENCES subjects,
    FOREIGN KEY (workspace, category) REFERENCES categories
) STRICT, WITHOUT ROWID;
INSERT INTO preferences_after (
    workspace, subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,
    requested_by, reason, ticket, at, state_own, snooze_own, correctable_until
) SELECT
    workspace, subject, category, state, snoozed_until, version, source, actor_kind, actor_id, actor_name,
    requested_by, reason, ticket, at, state_own, snooze_own, correctable_until
FROM preferences;
DROP TABLE preferences;
ALTER TABLE preferences_after RENAME TO preferences;
CREATE INDEX preferences_by_category ON preferences (workspace, category, state, subject);

DROP TABLE subjects_before;
