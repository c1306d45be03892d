SELECT
    id, name, title, active,
    (SELECT json_group_array(role) FROM person_role WHERE person_role.person = person.id)
FROM person
WHERE :id IS NULL OR id = :id
ORDER BY name COLLATE NOCASE, id
