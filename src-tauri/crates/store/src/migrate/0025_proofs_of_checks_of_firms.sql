-- What a firm's licence and its peer review were looked up as is kept beside the check: a print or a picture of the page.

ALTER TABLE firm_check ADD COLUMN licence_proof TEXT REFERENCES document (id);
ALTER TABLE firm_check ADD COLUMN peer_review_proof TEXT REFERENCES document (id);
CREATE INDEX firm_check_licence_proof ON firm_check (licence_proof);
CREATE INDEX firm_check_peer_review_proof ON firm_check (peer_review_proof);
