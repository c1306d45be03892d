SELECT cuec_answer.document, cuec_answer.entry, text, applies, why, owner, progress, evidence, proof, due, verified_on,
    verified_by, note, carried_document, carried_entry, answered_by, answered_at, document.vendor, document.covers_to,
    (SELECT group_concat(control, ' ') FROM (
        SELECT control FROM cuec_control
        WHERE cuec_control.document = cuec_answer.document AND cuec_control.entry = cuec_answer.entry ORDER BY place))
FROM cuec_answer JOIN document ON document.id = cuec_answer.document
WHERE document.vendor IS NOT NULL AND (?1 IS NULL OR document.vendor = ?1)
ORDER BY document.vendor, document.covers_to, cuec_answer.document, cuec_answer.entry
