-- How often a mail was put off, when it is tried again, since when it is a dead letter, and why: a
-- reason is the relay's, in one line, and never says what the mail says.
ALTER TABLE mails ADD COLUMN put_off     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mails ADD COLUMN next_try_at BIGINT;
ALTER TABLE mails ADD COLUMN dead_at     BIGINT;
ALTER TABLE mails ADD COLUMN reason      TEXT;

DROP INDEX mails_due;
CREATE INDEX mails_waiting ON mails (due_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX mails_dead ON mails (dead_at) WHERE dead_at IS NOT NULL;
