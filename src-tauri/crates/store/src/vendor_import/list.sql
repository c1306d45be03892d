SELECT vendor_import.id, file_name, person.name, imported_at, undone_at, changes
FROM vendor_import JOIN person ON person.id = imported_by
ORDER BY vendor_import.row DESC
LIMIT ?
