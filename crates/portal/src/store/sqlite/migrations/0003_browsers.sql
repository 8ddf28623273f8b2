-- Extensions of a session since it was last used.
ALTER TABLE sessions ADD COLUMN extensions_used INTEGER NOT NULL DEFAULT 0;

-- What an account typed in a browser and has not sent yet, as JSON. The page is `declaration`,
-- `address` or `photo/<person>`.
CREATE TABLE drafts (
    account    TEXT NOT NULL REFERENCES accounts (id),
    page       TEXT NOT NULL,
    draft      TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (account, page)
);
CREATE INDEX drafts_by_age ON drafts (changed_at);
