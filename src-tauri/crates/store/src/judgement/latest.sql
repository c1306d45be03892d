SELECT judgement.id, document, fact, verdict, value, reason, judged_by, judged_at
FROM document
JOIN judgement ON judgement.document = document.id
WHERE {condition}
    AND judgement.seq = (
        SELECT max(seq) FROM judgement AS later
        WHERE later.document = judgement.document AND later.fact = judgement.fact)
ORDER BY judgement.seq
