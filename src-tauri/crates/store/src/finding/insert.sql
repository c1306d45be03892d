INSERT INTO finding (
    id, number, vendor, title, source, document, entry, rule, said, remarks, status, recorded_by, recorded_at)
VALUES (
    :id, :number, :vendor, :title, :source, :document, :entry, :rule, :said, :remarks, :status, :recorded_by, :recorded_at)
