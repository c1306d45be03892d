SELECT cuec_import.id, file_name, person.name, imported_at, undone_at, json_array_length(changes)
FROM cuec_import JOIN person ON person.id = imported_by
ORDER BY cuec_import.row DESC
LIMIT ?
