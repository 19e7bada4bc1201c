-- Decisions ask who is linked with whom, now and as it was.
CREATE INDEX profiles_by_alias ON profiles (workspace, alias_of) WHERE alias_of <> '';
CREATE INDEX changes_of_links ON changes (workspace, seq) WHERE source <> '' AND type IN ('subject', 'profile');
