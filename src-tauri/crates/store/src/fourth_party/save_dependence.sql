INSERT INTO fourth_party_dependence (vendor, party, has_our_data, monitoring, mapped, note, said_by, said_at)
VALUES (:vendor, :party, :has_our_data, :monitoring, :mapped, :note, :said_by, :said_at)
ON CONFLICT (vendor, party) DO UPDATE
SET has_our_data = excluded.has_our_data, monitoring = excluded.monitoring, mapped = excluded.mapped, note = excluded.note,
    said_by = excluded.said_by, said_at = excluded.said_at
