INSERT INTO alternative_withdrawal (alternative, withdrawn_on, withdrawn_by, withdrawn_at, why)
VALUES (:alternative, :withdrawn_on, :withdrawn_by, :withdrawn_at, :why)
