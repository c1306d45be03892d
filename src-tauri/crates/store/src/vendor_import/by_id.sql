SELECT vendor_import.id, file_name, person.name, imported_at, undone_at,
    json_array_length(changes, '$.created'), json_array_length(changes, '$.changed')
FROM vendor_import JOIN person ON person.id = imported_by
WHERE vendor_import.id = ?
