-- Version 3. What waits to be sent, in the order in which it was handed over, and what was sent. In
-- the clear are random ids, states and times; what is sent, what refused it, and receipts are sealed.
-- Keys of writes under way stay in `sending`: what is handed over again goes on under its key.
CREATE TABLE outbox (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    account    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    people     TEXT NOT NULL,
    parent     TEXT,
    body       BLOB NOT NULL,
    queued_at  INTEGER NOT NULL,
    state      TEXT NOT NULL,
    attempts   INTEGER NOT NULL,
    next_try   INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    problem    BLOB
) STRICT;

CREATE INDEX outbox_of_account ON outbox (account, number);

CREATE TABLE sent (
    number  INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    seen    INTEGER NOT NULL,
    sealed  BLOB NOT NULL
) STRICT;
