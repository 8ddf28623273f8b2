-- What was seen in a photo when it was examined, as JSON, or why nothing came of it. A row without
-- either was begun. It holds places of a face, and is forgotten with the photo's bytes at the latest.
CREATE TABLE examinations (
    photo    TEXT PRIMARY KEY REFERENCES photos (id),
    tries    INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    version  TEXT,
    report   TEXT,
    likeness TEXT,
    failure  TEXT
);
