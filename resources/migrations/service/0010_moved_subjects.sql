-- Slack sometimes gives a channel a new id: what is asked or said about the old one is meant for that.

ALTER TABLE subjects ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
