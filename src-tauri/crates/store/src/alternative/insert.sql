INSERT INTO alternative (id, vendor, version, assessed_by, assessed_on, expires, recorded_at, record)
VALUES (:id, :vendor, :version, :assessed_by, :assessed_on, :expires, :recorded_at, :record)
