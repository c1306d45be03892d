SELECT count(*)
FROM audit
WHERE (:before IS NULL OR seq < :before)
    AND (
        :vendor IS NULL
        OR vendor = :vendor
        -- What happened to a document before it was filed belongs to the vendor's history too.
        OR (subject_kind = 'document' AND subject_id IN (SELECT id FROM document WHERE document.vendor = :vendor)))
    AND (:subject_id IS NULL OR (subject_kind = :subject_kind AND subject_id = :subject_id))
    AND (:op IS NULL OR op = :op)
    AND (
        :like IS NULL
        OR subject_name LIKE :like ESCAPE '\'
        OR actor_name LIKE :like ESCAPE '\'
        OR detail LIKE :like ESCAPE '\')
