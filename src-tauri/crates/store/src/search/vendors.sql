-- A hit in the name counts before one in an alias; a vendor found twice comes once.
SELECT vendor.id, vendor.name, vendor.service
FROM (
    SELECT row, min(place) AS place, min(score) AS score
    FROM (
        SELECT rowid AS row, 0 AS place, rank AS score FROM vendor_fts WHERE vendor_fts MATCH ?1
        UNION ALL
        SELECT vendor.row, 1, vendor_alias_fts.rank
        FROM vendor_alias_fts
        JOIN vendor_alias ON vendor_alias.row = vendor_alias_fts.rowid
        JOIN vendor ON vendor.id = vendor_alias.vendor
        WHERE vendor_alias_fts MATCH ?1)
    GROUP BY row) AS found
JOIN vendor ON vendor.row = found.row
ORDER BY found.place, found.score, vendor.name COLLATE NOCASE
LIMIT ?2
