INSERT INTO decision (
    number, id, vendor, outcome, reason, residual_risk, residual_words, next_review, decided_on, recorded_by, recorded_at,
    frozen_sha256, frozen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
