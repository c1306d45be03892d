-- A condition can name the finding that it settles.
ALTER TABLE decision_condition ADD COLUMN finding TEXT REFERENCES finding (id);
CREATE INDEX decision_condition_finding ON decision_condition (finding);
