-- Latest decisions after which something was said of the vendor that can change what they rest on.
SELECT decision.vendor, decision.id
FROM decision
JOIN audit AS recorded
    ON recorded.subject_kind = 'decision' AND recorded.subject_id = decision.id AND recorded.op = 'decision.record'
WHERE
    decision.number = (SELECT max(number) FROM decision AS later WHERE later.vendor = decision.vendor)
    AND EXISTS (
        SELECT 1 FROM audit AS after
        WHERE after.vendor = decision.vendor
            AND after.seq > recorded.seq
            AND after.op IN (
                'document.receive', 'document.file', 'document.set_aside', 'document.return', 'document.read_again',
                'fact.judge', 'entry.judge', 'vendor.change', 'vendor.profile', 'vendor.tier', 'vendor.import',
                'vendor.import_undo', 'review.finish', 'acceptance.grant', 'acceptance.end', 'alternative.record',
                'alternative.withdraw',
                'cuec.answer', 'cuec.import', 'finding.record', 'finding.assess', 'finding.move'))
ORDER BY decision.number
