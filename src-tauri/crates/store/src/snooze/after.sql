SELECT item, person, until, item_date, reason, snoozed_by, snoozed_at
FROM snooze
WHERE until > ?
ORDER BY row
