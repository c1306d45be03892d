-- By what a vendor can be found besides its name and its other names; vendors of which nothing of it is known are left out.
SELECT
    vendor,
    profile ->> '$.legal_name',
    (SELECT json_group_array(value ->> '$.name') FROM json_each(profile, '$.affiliates')),
    (SELECT json_group_array(value ->> '$.value') FROM json_each(profile, '$.identifiers')),
    (SELECT json_group_array(value ->> '$.name') FROM json_each(profile, '$.engagements'))
FROM vendor_profile
