-- Version 2. A picture's bytes lie in parts, each sealed for itself: the source as it was picked,
-- what is shown of it, and what will be sent. Pictures of the former form are asked for again.
DROP TABLE picture;
CREATE TABLE picture (
    account TEXT NOT NULL,
    person  TEXT NOT NULL,
    facts   BLOB NOT NULL,
    PRIMARY KEY (account, person)
) STRICT;

CREATE TABLE picture_part (
    account TEXT NOT NULL,
    person  TEXT NOT NULL,
    what    TEXT NOT NULL,
    number  INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (account, person, what, number)
) STRICT;

DELETE FROM sending WHERE what LIKE 'photo/%';
