-- Second factors, recovery codes, devices, and what is needed to name a session.

-- What signed in, as it called itself: `app` or `browser`, the system, the browser.
ALTER TABLE sessions ADD COLUMN client TEXT NOT NULL DEFAULT 'app';
ALTER TABLE sessions ADD COLUMN system TEXT;
ALTER TABLE sessions ADD COLUMN browser TEXT;

-- Devices that signed in to an account before, by the hash of a secret that they show.
CREATE TABLE devices (
    account TEXT NOT NULL REFERENCES accounts (id),
    secret  BLOB NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (account, secret)
);
CREATE INDEX devices_by_secret ON devices (secret);

-- Secrets of authenticator apps, as they are: a code cannot be checked against a hash. One that is
-- not confirmed yet stands beside the one that is asked for. `last_step` is the last whose code was
-- accepted.
CREATE TABLE factors (
    account   TEXT PRIMARY KEY REFERENCES accounts (id),
    secret    BLOB NOT NULL,
    since     BIGINT NOT NULL,
    last_step BIGINT NOT NULL
);
CREATE TABLE factors_begun (
    account  TEXT PRIMARY KEY REFERENCES accounts (id),
    secret   BLOB NOT NULL,
    begun_at BIGINT NOT NULL
);

-- Hashes of those that were not used yet.
CREATE TABLE recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id),
    sha256  BLOB NOT NULL,
    PRIMARY KEY (account, sha256)
);

-- Sign-ins whose second factor is asked for.
CREATE TABLE factor_tickets (
    token   BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    ends_at BIGINT NOT NULL
);

-- Second factors that two officers turned off, and who they were.
CREATE TABLE factors_dropped (
    account     TEXT NOT NULL REFERENCES accounts (id),
    at          BIGINT NOT NULL,
    officer     TEXT NOT NULL,
    approved_by TEXT NOT NULL
);
