-- The log is counted and filtered beside running calls: 100,000 lines must not hold them up.

CREATE INDEX events_by_severity ON events (severity);
