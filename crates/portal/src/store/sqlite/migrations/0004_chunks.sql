-- The file of a photo on its way: what was announced, and how many bytes arrived for good. One a
-- person; another file takes its place.
CREATE TABLE arrivals (
    person   TEXT PRIMARY KEY REFERENCES people (id),
    upload   TEXT NOT NULL,
    total    BIGINT NOT NULL,
    sha256   BLOB NOT NULL,
    received BIGINT NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX arrivals_by_age ON arrivals (at);

-- The bytes that arrived of it, each chunk in an object of its own.
CREATE TABLE chunks (
    person TEXT NOT NULL REFERENCES arrivals (person),
    starts BIGINT NOT NULL,
    object TEXT NOT NULL UNIQUE,
    PRIMARY KEY (person, starts)
);

-- What was announced and arrived, beside what is kept of it: what identifies somebody is removed.
-- Files that arrived before and were not submitted may hold it still: they are not carried over, and
-- their senders send them again.
DROP TABLE uploads;
CREATE TABLE uploads (
    person        TEXT PRIMARY KEY REFERENCES people (id),
    upload        TEXT NOT NULL,
    total         BIGINT NOT NULL,
    sent_sha256   BLOB NOT NULL,
    object        TEXT NOT NULL UNIQUE,
    bytes         BIGINT NOT NULL,
    sha256        TEXT NOT NULL,
    format        TEXT NOT NULL,
    pixels_sha256 BLOB NOT NULL,
    at            BIGINT NOT NULL
);
CREATE INDEX uploads_by_age ON uploads (at);
