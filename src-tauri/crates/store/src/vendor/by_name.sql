SELECT id FROM (
    SELECT id, 0 AS distance FROM vendor WHERE name = :name COLLATE NOCASE
    UNION ALL
    SELECT vendor, 1 FROM vendor_alias WHERE name = :name COLLATE NOCASE
)
ORDER BY distance, id
LIMIT 1
