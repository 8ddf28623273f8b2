-- Failed sign-ins of an account (also of usernames that nobody has) from a peer address, and of a
-- peer address at any account, where the account is empty. Old counts are of another kind.
DROP TABLE attempts;
CREATE TABLE attempts (
    account  TEXT NOT NULL,
    peer     TEXT NOT NULL,
    count    BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    known_at BIGINT,
    PRIMARY KEY (account, peer)
);

-- When the bytes of a photo were forgotten. The photo itself stays as it was decided on.
ALTER TABLE photos ADD COLUMN bytes_gone_at BIGINT;

CREATE INDEX uploads_by_age ON uploads (at);
