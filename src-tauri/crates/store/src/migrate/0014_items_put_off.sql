-- What needs attention is computed; what is kept is only that somebody put an item off.

CREATE TABLE snooze (
    row INTEGER PRIMARY KEY,
    item TEXT NOT NULL CHECK (length(item) BETWEEN 3 AND 120),
    -- For whom; NULL = for all.
    person TEXT REFERENCES person (id),
    until TEXT NOT NULL CHECK (length(until) = 10),
    -- The item's own day when it was put off: another one brings it back.
    item_date TEXT CHECK (length(item_date) = 10),
    reason TEXT NOT NULL,
    snoozed_by TEXT NOT NULL REFERENCES person (id),
    snoozed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX snooze_item ON snooze (item, coalesce(person, ''));
CREATE INDEX snooze_person ON snooze (person);
CREATE INDEX snooze_snoozed_by ON snooze (snoozed_by);
