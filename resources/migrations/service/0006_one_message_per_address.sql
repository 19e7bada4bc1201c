-- Who is named under two ids but reached at one address gets one message; and what is tried again is seen meanwhile.

ALTER TABLE notification_recipients ADD COLUMN address TEXT NOT NULL DEFAULT '';  -- of whom it goes to, as a digest
ALTER TABLE notification_recipients ADD COLUMN same_as TEXT NOT NULL DEFAULT '';  -- the subject whose message it is
CREATE INDEX notification_recipients_by_address ON notification_recipients (workspace, notification, address)
    WHERE address <> '';
CREATE INDEX notification_recipients_tried ON notification_recipients (workspace, notification)
    WHERE outcome = 'queued' AND error <> '';
