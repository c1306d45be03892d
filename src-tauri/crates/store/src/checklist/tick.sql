INSERT INTO checklist_item (vendor, checklist, item, state, note, proof, ticked_by, ticked_at)
VALUES (:vendor, :checklist, :item, :state, :note, :proof, :ticked_by, :ticked_at)
ON CONFLICT (vendor, checklist, item) DO UPDATE
SET state = excluded.state, note = excluded.note, proof = excluded.proof, ticked_by = excluded.ticked_by,
    ticked_at = excluded.ticked_at
