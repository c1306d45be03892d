SELECT packet, person, name, signs_as, signed, agrees, comment, signed_on, why, said_by, said_at
FROM paper_signature AS said
WHERE packet = ?
    AND row = (
        SELECT max(row) FROM paper_signature AS later
        WHERE later.packet = said.packet AND later.person = said.person
    )
ORDER BY row
