INSERT INTO acceptance_answer (request, answered_by, answered_at, agrees, comment, acceptance)
VALUES (:request, :answered_by, :answered_at, :agrees, :comment, :acceptance)
