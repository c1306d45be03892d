-- Every name of every vendor, in the order of the register: a vendor's own before those by which it is also known.
SELECT vendor.id, vendor.stage, vendor.name AS called, vendor.name AS sorted, -1 AS position
FROM vendor
UNION ALL
SELECT vendor.id, vendor.stage, vendor_alias.name, vendor.name, vendor_alias.position
FROM vendor_alias JOIN vendor ON vendor.id = vendor_alias.vendor
ORDER BY sorted COLLATE NOCASE, position
