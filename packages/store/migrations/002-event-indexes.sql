-- The log is read beside running calls: counting and filtering 100,000 lines must not hold them up.

CREATE INDEX events_by_severity ON events (severity);
CREATE INDEX events_by_code ON events (code);
