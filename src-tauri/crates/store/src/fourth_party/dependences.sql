SELECT vendor, party, has_our_data, monitoring, mapped, note, said_by, said_at
FROM fourth_party_dependence
WHERE ?1 IS NULL OR vendor = ?1
ORDER BY vendor, party
