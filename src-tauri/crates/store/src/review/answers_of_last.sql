SELECT question, answered_by, answered_at, answer, review_answer.review
FROM review
JOIN review_answer ON review_answer.review = review.id
WHERE review.number = (
    SELECT max(number) FROM review AS last WHERE last.vendor = review.vendor AND last.finished_at IS NOT NULL)
ORDER BY review_answer.review, question
