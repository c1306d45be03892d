SELECT review_looked.review, review_looked.looked
FROM review_looked
JOIN review ON review.id = review_looked.review
WHERE ?1 IS NULL OR review.vendor = ?1
