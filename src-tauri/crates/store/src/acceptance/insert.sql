INSERT INTO acceptance (
    id, vendor, kind, rule, approved_by, approved_on, expires, recorded_by, recorded_at, terms)
VALUES (:id, :vendor, :kind, :rule, :approved_by, :approved_on, :expires, :recorded_by, :recorded_at, :terms)
