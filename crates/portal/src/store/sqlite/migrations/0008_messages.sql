-- Messages between applicants and officers, one thread a person. `number` gives their order, `author` is
-- empty where an officer wrote, and `read_at` is when the other side had it shown.
CREATE TABLE messages (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    person    TEXT NOT NULL REFERENCES people (id),
    at        BIGINT NOT NULL,
    author    TEXT REFERENCES people (id),
    text      TEXT NOT NULL,
    reference TEXT,
    read_at   BIGINT
);
CREATE INDEX messages_by_person ON messages (person, number);
-- What the board counts.
CREATE INDEX messages_unread ON messages (person) WHERE author IS NULL AND read_at IS NULL;
