-- Ids are UUIDs as text, moments are milliseconds since the Unix epoch, days are ISO 8601 text and
-- hashes are bytes, so that the same schema can stand on PostgreSQL (TEXT, BIGINT, TEXT, BYTEA).

CREATE TABLE households (
    id                 TEXT PRIMARY KEY,
    application_number TEXT NOT NULL UNIQUE,
    applied_on         TEXT NOT NULL,
    state              TEXT NOT NULL,
    imported_at        BIGINT NOT NULL
);

CREATE TABLE people (
    id            TEXT PRIMARY KEY,
    household     TEXT NOT NULL REFERENCES households (id),
    position      INTEGER NOT NULL,
    given         TEXT NOT NULL,
    family        TEXT NOT NULL,
    date_of_birth TEXT NOT NULL,
    uci           TEXT NOT NULL UNIQUE,
    email         TEXT,
    relationship  TEXT NOT NULL,
    UNIQUE (household, position)
);

-- An own password and a temporary one are never there together.
CREATE TABLE accounts (
    id                 TEXT PRIMARY KEY,
    person             TEXT NOT NULL UNIQUE REFERENCES people (id),
    username           TEXT NOT NULL UNIQUE,
    password_hash      TEXT,
    temporary_hash     TEXT,
    temporary_last_day TEXT,
    opened_at          BIGINT NOT NULL,
    CHECK ((password_hash IS NULL) <> (temporary_hash IS NULL))
);

CREATE TABLE tickets (
    token   BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    ends_at BIGINT NOT NULL
);

CREATE TABLE sessions (
    token      BLOB PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES accounts (id),
    started_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);

-- Failed sign-ins by account (also of usernames that nobody has) and by peer address.
CREATE TABLE attempts (
    key     TEXT PRIMARY KEY,
    count   BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

CREATE TABLE declarations (
    person            TEXT PRIMARY KEY REFERENCES people (id),
    at                BIGINT NOT NULL,
    declared_by       TEXT NOT NULL REFERENCES people (id),
    statement_version TEXT NOT NULL,
    language          TEXT NOT NULL,
    reference         TEXT NOT NULL
);

-- Every version is kept; the newest has the highest version.
CREATE TABLE addresses (
    person      TEXT NOT NULL REFERENCES people (id),
    version     INTEGER NOT NULL,
    at          BIGINT NOT NULL,
    given_by    TEXT NOT NULL REFERENCES people (id),
    mailing     TEXT NOT NULL,
    residential TEXT,
    reference   TEXT NOT NULL,
    PRIMARY KEY (person, version)
);

CREATE TABLE uploads (
    person        TEXT NOT NULL REFERENCES people (id),
    upload        TEXT NOT NULL,
    object        TEXT NOT NULL UNIQUE,
    bytes         BIGINT NOT NULL,
    sha256        TEXT NOT NULL,
    format        TEXT NOT NULL,
    pixels_sha256 BLOB NOT NULL,
    at            BIGINT NOT NULL,
    PRIMARY KEY (person, upload)
);

CREATE TABLE photos (
    id            TEXT PRIMARY KEY,
    person        TEXT NOT NULL REFERENCES people (id),
    object        TEXT NOT NULL UNIQUE,
    bytes         BIGINT NOT NULL,
    sha256        TEXT NOT NULL,
    format        TEXT NOT NULL,
    pixels_sha256 BLOB NOT NULL,
    kind          TEXT NOT NULL,
    submitted_at  BIGINT NOT NULL,
    submitted_by  TEXT NOT NULL REFERENCES people (id),
    reference     TEXT NOT NULL,
    verdict       TEXT,
    decided_at    BIGINT,
    effective_at  BIGINT
);
CREATE INDEX photos_by_person ON photos (person, submitted_at);
CREATE INDEX photos_waiting ON photos (submitted_at) WHERE verdict IS NULL;

CREATE TABLE proofs (
    person             TEXT PRIMARY KEY REFERENCES people (id),
    became_resident_on TEXT NOT NULL,
    at                 BIGINT NOT NULL
);

CREATE TABLE cards (
    person TEXT PRIMARY KEY REFERENCES people (id),
    step   TEXT NOT NULL,
    at     BIGINT NOT NULL
);

-- `at` is when it happened for its reader: a decision that can be undone lies ahead.
CREATE TABLE events (
    id     INTEGER PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    at     BIGINT NOT NULL,
    event  TEXT NOT NULL,
    photo  TEXT REFERENCES photos (id)
);
CREATE INDEX events_by_person ON events (person, at);

-- What a mail says is forgotten once it is delivered.
CREATE TABLE mails (
    id           TEXT PRIMARY KEY,
    recipient    TEXT NOT NULL,
    notice       TEXT,
    due_at       BIGINT NOT NULL,
    delivered_at BIGINT,
    photo        TEXT REFERENCES photos (id)
);
CREATE INDEX mails_due ON mails (due_at) WHERE delivered_at IS NULL;

CREATE TABLE replies (
    account TEXT NOT NULL REFERENCES accounts (id),
    route   TEXT NOT NULL,
    key     TEXT NOT NULL,
    sha256  BLOB NOT NULL,
    reply   TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (account, route, key)
);
CREATE INDEX replies_by_age ON replies (at);
