INSERT INTO cuec_answer (
    document, entry, text, applies, why, owner, progress, evidence, proof, due, verified_on, verified_by, note,
    carried_document, carried_entry, answered_by, answered_at)
VALUES (
    :document, :entry, :text, :applies, :why, :owner, :progress, :evidence, :proof, :due, :verified_on, :verified_by, :note,
    :carried_document, :carried_entry, :answered_by, :answered_at)
ON CONFLICT (document, entry) DO UPDATE
SET text = excluded.text, applies = excluded.applies, why = excluded.why, owner = excluded.owner,
    progress = excluded.progress, evidence = excluded.evidence, proof = excluded.proof, due = excluded.due,
    verified_on = excluded.verified_on, verified_by = excluded.verified_by, note = excluded.note,
    carried_document = excluded.carried_document, carried_entry = excluded.carried_entry,
    answered_by = excluded.answered_by, answered_at = excluded.answered_at
