INSERT INTO document (
    id, sha256, file_name, pages, received_at, received_by, state, vendor, kind, organization, covers_from, covers_to,
    opinion, facts, open_facts, contradictions, warnings, has_text)
VALUES (
    :id, :sha256, :file_name, :pages, :received_at, :received_by, :state, :vendor, :kind, :organization, :covers_from,
    :covers_to, :opinion, :facts, :open_facts, :contradictions, :warnings, :has_text)
