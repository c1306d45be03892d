SELECT checklist, item, state, note, proof, ticked_by, ticked_at, vendor
FROM checklist_item
ORDER BY vendor, checklist, item
