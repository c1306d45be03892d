INSERT INTO person (id, name, title, active) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, active = excluded.active
