SELECT checklist, item, state, note, proof, ticked_by, ticked_at
FROM checklist_item
WHERE vendor = ?
ORDER BY checklist, item
