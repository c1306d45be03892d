INSERT INTO acceptance_request (id, vendor, rule, approver, expires, recorded_by, recorded_at, terms)
VALUES (:id, :vendor, :rule, :approver, :expires, :recorded_by, :recorded_at, :terms)
