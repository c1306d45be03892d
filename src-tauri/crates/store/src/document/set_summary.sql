UPDATE document
SET kind = :kind, organization = :organization, covers_from = :covers_from, covers_to = :covers_to,
    opinion = :opinion, facts = :facts, open_facts = :open_facts, contradictions = :contradictions,
    warnings = :warnings, has_text = :has_text
WHERE id = :id
