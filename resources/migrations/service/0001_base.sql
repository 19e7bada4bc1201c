-- The system of record of refraind. Times are milliseconds since 1970 UTC; flags are 0 or 1; what is called sealed
-- is encrypted by the master key with table, workspace and column as associated data; hashes are SHA-256.
-- Every table of a workspace has it first in its key, so that tables can be partitioned by it.

CREATE TABLE workspaces (
    workspace TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    domain TEXT NOT NULL,
    enterprise TEXT NOT NULL,
    organization_wide INTEGER NOT NULL,
    app_id TEXT NOT NULL,
    bot_user TEXT NOT NULL,
    scopes TEXT NOT NULL,                        -- comma-separated, as Slack writes them
    bot_token BLOB NOT NULL,                     -- sealed
    refresh_token BLOB NOT NULL,                 -- sealed; empty without rotation
    token_expires_at INTEGER,
    status TEXT NOT NULL,                        -- active, revoked, uninstalled
    installed_by TEXT NOT NULL,
    installed_at INTEGER NOT NULL,
    seq INTEGER NOT NULL DEFAULT 0,              -- number of the last accepted change
    kept_after INTEGER NOT NULL DEFAULT 0,       -- the feed answers positions from here on
    audit_size INTEGER NOT NULL DEFAULT 0        -- number of audit entries
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
    workspace TEXT NOT NULL REFERENCES workspaces,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, user)
) STRICT, WITHOUT ROWID;

-- A family is one sign-in: all tokens that descend from it.
CREATE TABLE session_families (
    workspace TEXT NOT NULL REFERENCES workspaces,
    family TEXT NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (workspace, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_families_by_user ON session_families (workspace, user);

CREATE TABLE session_tokens (
    workspace TEXT NOT NULL,
    hash BLOB NOT NULL,
    family TEXT NOT NULL,
    kind TEXT NOT NULL,                          -- access, refresh
    predecessor BLOB NOT NULL,                   -- refresh: hash of the token it was issued for; empty: the first
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,                             -- refresh: when a successor was issued
    killed_at INTEGER,
    PRIMARY KEY (workspace, hash),
    FOREIGN KEY (workspace, family) REFERENCES session_families ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX session_tokens_by_hash ON session_tokens (hash);
CREATE INDEX session_tokens_by_family ON session_tokens (workspace, family);
CREATE INDEX session_tokens_by_end ON session_tokens (expires_at);

-- Before Slack has answered, the workspace is not known.
CREATE TABLE oauth_states (
    hash BLOB NOT NULL PRIMARY KEY,              -- of the state sent to Slack
    cookie_hash BLOB NOT NULL,
    intent TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,                  -- the console's; empty: an install from a browser
    client_state TEXT NOT NULL,
    code_challenge TEXT NOT NULL,
    team TEXT NOT NULL,
    nonce TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE oauth_codes (
    workspace TEXT NOT NULL REFERENCES workspaces,
    hash BLOB NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    code_challenge TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    family TEXT NOT NULL,                        -- what it was exchanged for; empty: not yet
    PRIMARY KEY (workspace, hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX oauth_codes_by_hash ON oauth_codes (hash);

CREATE TABLE api_keys (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    hash BLOB NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (hash);

CREATE TABLE persons (
    workspace TEXT NOT NULL REFERENCES workspaces,
    person TEXT NOT NULL,
    reason TEXT NOT NULL,
    linked_by TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, person)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;
CREATE INDEX subjects_by_kind ON subjects (workspace, kind, id);
CREATE INDEX subjects_by_person ON subjects (workspace, person) WHERE person <> '';
CREATE INDEX subjects_by_email ON subjects (workspace, email) WHERE email <> '';

CREATE TABLE categories (
    workspace TEXT NOT NULL REFERENCES workspaces,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT NOT NULL,
    default_in INTEGER NOT NULL,
    required INTEGER NOT NULL,
    required_reason TEXT NOT NULL,
    paused INTEGER NOT NULL,
    resubscribe TEXT NOT NULL,
    on_failure TEXT NOT NULL,
    position INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (workspace, slug)
) STRICT, WITHOUT ROWID;

-- Only what somebody once chose. A choice taken back stays as state default, for its version and its maker.
CREATE TABLE preferences (
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
CREATE INDEX preferences_by_category ON preferences (workspace, category, state, subject);

CREATE TABLE changes (
    workspace TEXT NOT NULL REFERENCES workspaces,
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
    PRIMARY KEY (workspace, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_subject ON changes (workspace, subject, category, seq);
CREATE INDEX changes_of_categories ON changes (workspace, category, seq) WHERE type = 'category';

CREATE TABLE audit_entries (
    workspace TEXT NOT NULL REFERENCES workspaces,
    idx INTEGER NOT NULL,
    leaf BLOB NOT NULL,                          -- the exact bytes that the tree commits to
    seq INTEGER,
    type TEXT NOT NULL,
    category TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, idx)
) STRICT, WITHOUT ROWID;

-- What opens a leaf's commitments. What is erased here blinds the leaf for ever; the tree still verifies.
CREATE TABLE audit_openings (
    workspace TEXT NOT NULL,
    idx INTEGER NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    openings TEXT NOT NULL,                      -- JSON: [[pointer, value, salt in base64], ...]
    PRIMARY KEY (workspace, idx),
    FOREIGN KEY (workspace, idx) REFERENCES audit_entries
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_openings_by_subject ON audit_openings (workspace, subject, idx) WHERE subject <> '';
CREATE INDEX audit_openings_by_actor ON audit_openings (workspace, actor, idx) WHERE actor <> '';

-- Hashes of complete subtrees only: level 0 holds the leaves' hashes.
CREATE TABLE audit_nodes (
    workspace TEXT NOT NULL REFERENCES workspaces,
    level INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (workspace, level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
    workspace TEXT NOT NULL REFERENCES workspaces,
    size INTEGER NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_keys (
    workspace TEXT NOT NULL REFERENCES workspaces,
    public_key BLOB NOT NULL,
    secret_key BLOB NOT NULL,                    -- sealed
    created_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, public_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
    workspace TEXT NOT NULL REFERENCES workspaces,
    owner TEXT NOT NULL,                         -- of the credential
    key TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    status INTEGER NOT NULL,
    etag TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    sealed INTEGER NOT NULL,                     -- whether body is
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, owner, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_end ON idempotency_keys (expires_at);

CREATE TABLE sync_runs (
    workspace TEXT NOT NULL REFERENCES workspaces,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    outcome TEXT NOT NULL,
    read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_runs_by_start ON sync_runs (workspace, started_at, id);

CREATE TABLE sync_cursors (
    workspace TEXT NOT NULL REFERENCES workspaces,
    name TEXT NOT NULL,                          -- users, conversations
    run TEXT NOT NULL,
    cursor TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, name)
) STRICT, WITHOUT ROWID;

-- What another system has not confirmed yet.
CREATE TABLE outbox (
    workspace TEXT NOT NULL REFERENCES workspaces,
    target TEXT NOT NULL,
    seq INTEGER NOT NULL,                        -- the change it carries
    payload TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (workspace, target, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    workspace TEXT NOT NULL REFERENCES workspaces,
    name TEXT NOT NULL,
    value TEXT NOT NULL,                         -- JSON
    PRIMARY KEY (workspace, name)
) STRICT, WITHOUT ROWID;

-- How an external person or a channel is reached; only the address that wins is kept.
CREATE TABLE profiles (
    workspace TEXT NOT NULL REFERENCES workspaces,
    distinct_id TEXT NOT NULL,
    address_kind TEXT NOT NULL,                  -- incoming_webhook, channel_id, user_id, email
    address BLOB NOT NULL,                       -- sealed
    access_token BLOB NOT NULL,                  -- sealed; empty for a webhook
    alias_of TEXT NOT NULL,                      -- subject of this workspace; empty: none
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, distinct_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (
    workspace TEXT NOT NULL REFERENCES workspaces,
    hash BLOB NOT NULL,
    subject TEXT NOT NULL,
    category TEXT NOT NULL,                      -- empty: all of the person's switches
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (workspace, hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX links_by_hash ON links (hash);
