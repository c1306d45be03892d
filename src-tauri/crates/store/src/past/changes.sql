-- What a row was before a change, and what it was before the next one or is now.
SELECT
    past_row.key,
    audit.at,
    json_extract(past_row.was, '$.FIELD'),
    CASE
        WHEN lead(past_row.row) OVER of_one IS NULL THEN TABLE.FIELD
        ELSE json_extract(lead(past_row.was) OVER of_one, '$.FIELD')
    END
FROM past_row
JOIN audit ON audit.seq = past_row.entry
LEFT JOIN TABLE ON TABLE.id = past_row.key
WHERE past_row.of_table = 'TABLE'
WINDOW of_one AS (PARTITION BY past_row.key ORDER BY past_row.row)
ORDER BY past_row.key, past_row.row
