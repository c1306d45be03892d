INSERT INTO vendor_profile (vendor, profile) VALUES (:vendor, :profile)
ON CONFLICT (vendor) DO UPDATE SET profile = excluded.profile
