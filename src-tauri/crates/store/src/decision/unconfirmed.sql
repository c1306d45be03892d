-- Packets of latest decisions whose decision sheet came back, and of which nothing was said since, with each person who is to
-- sign and did not in the program or on that paper. Further pages bear no signatures: they ask for nothing.
WITH came AS (
    SELECT packet, min(said_at) AS first, max(said_at) AS last, max(row) AS last_row
    FROM held_copy
    WHERE sheet IS NOT NULL OR found = 'person'
    GROUP BY packet
)
SELECT
    decision.vendor, decision.id, decision.number, packet.id, packet.version, came.first,
    (SELECT copy.said_by FROM signed_copy AS copy WHERE copy.row = came.last_row),
    signer.person
FROM came
JOIN packet ON packet.id = came.packet
JOIN decision ON decision.id = packet.decision
JOIN decision_signer AS signer ON signer.decision = decision.id
WHERE
    NOT EXISTS (
        SELECT 1 FROM paper_signature AS paper WHERE paper.packet = packet.id AND paper.said_at >= came.last)
    AND NOT EXISTS (
        SELECT 1 FROM paper_signature AS paper
        WHERE paper.packet = packet.id
            AND paper.person = signer.person
            AND paper.signed = 1
            AND paper.row = (
                SELECT max(later.row) FROM paper_signature AS later
                WHERE later.packet = paper.packet AND later.person = paper.person))
    AND NOT EXISTS (
        SELECT 1 FROM decision_signature AS signed WHERE signed.decision = decision.id AND signed.person = signer.person)
    AND decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
ORDER BY decision.number, packet.version, signer.position
