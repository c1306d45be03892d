INSERT INTO snooze (item, person, until, item_date, reason, snoozed_by, snoozed_at)
VALUES (:item, :person, :until, :item_date, :reason, :snoozed_by, :snoozed_at)
