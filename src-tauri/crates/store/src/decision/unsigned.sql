-- Who is named in a latest decision and has neither agreed nor declined, in the program or on a packet of it on paper.
SELECT decision.vendor, decision.id, decision.number, signer.person, decision.decided_on
FROM decision_signer AS signer
JOIN decision ON decision.id = signer.decision
LEFT JOIN decision_signature AS signed ON signed.decision = decision.id AND signed.person = signer.person
WHERE
    signed.person IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM paper_signature AS paper
        JOIN packet ON packet.id = paper.packet
        WHERE packet.decision = decision.id
            AND paper.person = signer.person
            AND paper.signed = 1
            AND paper.row = (
                SELECT max(later.row) FROM paper_signature AS later
                WHERE later.packet = paper.packet AND later.person = paper.person))
    AND (?1 IS NULL OR decision.vendor = ?1)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, signer.position
