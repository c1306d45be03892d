-- That a finding stands for a time is asked for and approved as a deviation is; `rule` then holds the key of the finding.

ALTER TABLE acceptance_request ADD COLUMN kind TEXT NOT NULL DEFAULT 'deviation' CHECK (kind IN ('deviation', 'risk'));
