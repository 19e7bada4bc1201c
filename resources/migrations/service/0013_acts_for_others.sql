-- What people changed for somebody else, such as a channel: few rows, found by who did it.
CREATE INDEX changes_for_others ON changes (workspace, actor_id, seq)
    WHERE type = 'preference' AND actor_kind = 'slack_user' AND subject <> actor_id;
