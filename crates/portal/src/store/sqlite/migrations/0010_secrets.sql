-- Recovery codes are kept as passwords are. What was kept of older ones cannot be carried over: they
-- are made anew.
DELETE FROM recovery_codes;
ALTER TABLE recovery_codes RENAME COLUMN sha256 TO hash;
