-- Version 1. Sealed columns are nonce + XChaCha20-Poly1305 ciphertext, bound to table, account and
-- key of their row. Names in the clear are page names and random ids, never anything typed.
CREATE TABLE setting (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT;

CREATE TABLE key_check (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
    account TEXT NOT NULL,
    page    TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (account, page)
) STRICT;

CREATE TABLE picture (
    account TEXT NOT NULL,
    person  TEXT NOT NULL,
    facts   BLOB NOT NULL,
    bytes   BLOB NOT NULL,
    PRIMARY KEY (account, person)
) STRICT;

CREATE TABLE seen (
    account TEXT NOT NULL,
    what    TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (account, what)
) STRICT;

CREATE TABLE sending (
    account TEXT NOT NULL,
    what    TEXT NOT NULL,
    body    BLOB NOT NULL,
    key     TEXT NOT NULL,
    PRIMARY KEY (account, what)
) STRICT;
