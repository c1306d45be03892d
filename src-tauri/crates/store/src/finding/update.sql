UPDATE finding
SET title = :title, entry = :entry, remarks = :remarks, assessment = :assessment, severity = :severity, status = :status,
    owner = :owner, due = :due, answer_due = :answer_due, evidence = :evidence, verified_by = :verified_by,
    settled_by = :settled_by, repeat_of = :repeat_of
WHERE id = :id
