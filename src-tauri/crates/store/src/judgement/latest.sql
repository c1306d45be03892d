SELECT
    judgement.id, document, fact, list, entry, verdict, value, read, citations, reason, judged_by, judged_at
FROM document
JOIN judgement ON judgement.document = document.id
WHERE {condition}
    AND judgement.seq = (
        SELECT max(seq) FROM judgement AS later
        WHERE later.document = judgement.document AND later.fact IS judgement.fact
            AND later.list IS judgement.list AND later.entry IS judgement.entry)
ORDER BY judgement.seq
