INSERT INTO acceptance_request (id, vendor, kind, rule, approver, expires, recorded_by, recorded_at, terms)
VALUES (:id, :vendor, :kind, :rule, :approver, :expires, :recorded_by, :recorded_at, :terms)
