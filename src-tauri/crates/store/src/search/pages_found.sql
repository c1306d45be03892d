-- Of a word that stands on very many pages only the latest received are weighed: nobody looks for one of them by such a word.
SELECT row
FROM (SELECT rowid AS row, rank AS score FROM page_fts WHERE page_fts MATCH ?1 ORDER BY rowid DESC LIMIT 5000)
ORDER BY score
LIMIT ?2
