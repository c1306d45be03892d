SELECT
    number, id, vendor, outcome, reason, next_review, decided_on, recorded_by, recorded_at, frozen_sha256, frozen,
    residual_risk, residual_words
FROM decision
WHERE vendor = ?
ORDER BY number DESC
