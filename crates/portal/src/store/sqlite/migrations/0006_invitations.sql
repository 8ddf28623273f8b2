-- Invitations, their answers, and the codes that confirm addresses; ways back in.

-- The code of a household's latest invitation, as its hash, and what was answered: whether from
-- within Canada.
CREATE TABLE invitations (
    household TEXT PRIMARY KEY REFERENCES households (id),
    code      BLOB NOT NULL UNIQUE,
    sent_at   BIGINT NOT NULL,
    last_day  TEXT NOT NULL,
    in_canada INTEGER
);

-- Tickets of opened invitations.
CREATE TABLE answering (
    token     BLOB PRIMARY KEY,
    household TEXT NOT NULL REFERENCES households (id),
    ends_at   BIGINT NOT NULL
);

-- What was answered about each person, or asked for them later.
CREATE TABLE answers (
    person      TEXT PRIMARY KEY REFERENCES people (id),
    email       TEXT,
    own_account INTEGER NOT NULL
);

-- Confirmed addresses. `folded` is the address as it is compared: without case. One that the holder
-- of the mailbox confirmed ends with another answer; one that officers vouch for does not.
CREATE TABLE emails (
    person     TEXT PRIMARY KEY REFERENCES people (id),
    email      TEXT NOT NULL,
    folded     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    by_officer INTEGER NOT NULL
);
CREATE INDEX emails_by_address ON emails (folded);

-- The code that a person's new address waits for. People who share an address share the code.
CREATE TABLE confirmations (
    person  TEXT PRIMARY KEY REFERENCES people (id),
    email   TEXT NOT NULL,
    folded  TEXT NOT NULL,
    code    BLOB NOT NULL,
    ends_at BIGINT NOT NULL,
    tries   INTEGER NOT NULL
);
CREATE INDEX confirmations_by_address ON confirmations (folded);

CREATE TABLE reset_codes (
    account TEXT PRIMARY KEY REFERENCES accounts (id),
    code    BLOB NOT NULL,
    ends_at BIGINT NOT NULL,
    tries   INTEGER NOT NULL
);

-- Changes of an address at an officer's word. Ended ones stay: they say who did what.
CREATE TABLE email_changes (
    id          INTEGER PRIMARY KEY,
    person      TEXT NOT NULL REFERENCES people (id),
    email       TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    approved_by TEXT,
    holds_from  BIGINT,
    ended_at    BIGINT,
    held        INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX email_changes_waiting ON email_changes (person) WHERE ended_at IS NULL;

-- When something was mailed at somebody's wish, by whom or where to, for as long as that counts.
CREATE TABLE mailings (
    key TEXT NOT NULL,
    at  BIGINT NOT NULL
);
CREATE INDEX mailings_by_key ON mailings (key, at);

-- An officer's decision on whether somebody counts as an adult.
ALTER TABLE people ADD COLUMN treated_as TEXT;

ALTER TABLE accounts ADD COLUMN closed_at BIGINT;

-- Officers opened every account that is there, and vouched for its address.
INSERT INTO emails (person, email, folded, at, by_officer)
SELECT p.id, p.email, lower(p.email), a.opened_at, 1
FROM accounts a JOIN people p ON p.id = a.person WHERE p.email IS NOT NULL;
