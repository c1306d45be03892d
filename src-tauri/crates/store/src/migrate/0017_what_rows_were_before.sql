-- The state of every day from now on can be worked out again (decisions/0024).

-- What rows that can change were before: from them follows the state of every past day (decisions/0024). The last entry of the
-- audit log before which nothing is known of earlier rows:
CREATE TABLE past_begins (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    entry INTEGER NOT NULL CHECK (entry >= 0)
) STRICT;

CREATE TABLE past_row (
    row INTEGER PRIMARY KEY,
    -- The first entry of the audit log about the write that changed it.
    entry INTEGER NOT NULL CHECK (entry >= 1),
    of_table TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The whole row before; NULL where there was none.
    was TEXT CHECK (json_valid(was))
) STRICT;
CREATE INDEX past_row_entry ON past_row (entry);
CREATE INDEX past_row_key ON past_row (of_table, key, row);
INSERT INTO past_begins (only_row, entry) SELECT 1, coalesce((SELECT audit_count FROM workspace), 0);

CREATE TRIGGER setting_came AFTER INSERT ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', new.name, NULL FROM workspace;
END;
CREATE TRIGGER setting_changed AFTER UPDATE ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', old.name, json_object(
            'name', old.name, 'value', old.value)
    FROM workspace;
END;
CREATE TRIGGER setting_went AFTER DELETE ON setting BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'setting', old.name, json_object(
            'name', old.name, 'value', old.value)
    FROM workspace;
END;
CREATE TRIGGER person_came AFTER INSERT ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', new.id, NULL FROM workspace;
END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', old.id, json_object(
            'id', old.id, 'name', old.name, 'title', old.title, 'active', old.active)
    FROM workspace;
END;
CREATE TRIGGER person_went AFTER DELETE ON person BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person', old.id, json_object(
            'id', old.id, 'name', old.name, 'title', old.title, 'active', old.active)
    FROM workspace;
END;
CREATE TRIGGER person_role_came AFTER INSERT ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', new.person || '/' || new.role, NULL FROM workspace;
END;
CREATE TRIGGER person_role_changed AFTER UPDATE ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', old.person || '/' || old.role, json_object(
            'person', old.person, 'role', old.role)
    FROM workspace;
END;
CREATE TRIGGER person_role_went AFTER DELETE ON person_role BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'person_role', old.person || '/' || old.role, json_object(
            'person', old.person, 'role', old.role)
    FROM workspace;
END;
CREATE TRIGGER vendor_came AFTER INSERT ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', new.id, NULL FROM workspace;
END;
CREATE TRIGGER vendor_changed AFTER UPDATE ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', old.id, json_object(
            'row', old.row, 'id', old.id, 'name', old.name, 'service', old.service, 'tier', old.tier,
            'tier_reason', old.tier_reason, 'owner', old.owner, 'stage', old.stage, 'notes', old.notes,
            'created_at', old.created_at)
    FROM workspace;
END;
CREATE TRIGGER vendor_went AFTER DELETE ON vendor BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor', old.id, json_object(
            'row', old.row, 'id', old.id, 'name', old.name, 'service', old.service, 'tier', old.tier,
            'tier_reason', old.tier_reason, 'owner', old.owner, 'stage', old.stage, 'notes', old.notes,
            'created_at', old.created_at)
    FROM workspace;
END;
CREATE TRIGGER vendor_alias_came AFTER INSERT ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', new.vendor || '/' || new.position, NULL FROM workspace;
END;
CREATE TRIGGER vendor_alias_changed AFTER UPDATE ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', old.vendor || '/' || old.position, json_object(
            'row', old.row, 'vendor', old.vendor, 'position', old.position, 'name', old.name)
    FROM workspace;
END;
CREATE TRIGGER vendor_alias_went AFTER DELETE ON vendor_alias BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_alias', old.vendor || '/' || old.position, json_object(
            'row', old.row, 'vendor', old.vendor, 'position', old.position, 'name', old.name)
    FROM workspace;
END;
CREATE TRIGGER vendor_profile_came AFTER INSERT ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', new.vendor, NULL FROM workspace;
END;
CREATE TRIGGER vendor_profile_changed AFTER UPDATE ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', old.vendor, json_object(
            'vendor', old.vendor, 'profile', old.profile)
    FROM workspace;
END;
CREATE TRIGGER vendor_profile_went AFTER DELETE ON vendor_profile BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'vendor_profile', old.vendor, json_object(
            'vendor', old.vendor, 'profile', old.profile)
    FROM workspace;
END;
CREATE TRIGGER document_came AFTER INSERT ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', new.id, NULL FROM workspace;
END;
CREATE TRIGGER document_changed AFTER UPDATE ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', old.id, json_object(
            'row', old.row, 'id', old.id, 'sha256', old.sha256, 'file_name', old.file_name, 'pages', old.pages,
            'received_at', old.received_at, 'received_by', old.received_by, 'state', old.state, 'vendor', old.vendor,
            'kind', old.kind, 'organization', old.organization, 'covers_from', old.covers_from,
            'covers_to', old.covers_to, 'opinion', old.opinion, 'facts', old.facts, 'open_facts', old.open_facts,
            'contradictions', old.contradictions, 'warnings', old.warnings, 'has_text', old.has_text)
    FROM workspace;
END;
CREATE TRIGGER document_went AFTER DELETE ON document BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'document', old.id, json_object(
            'row', old.row, 'id', old.id, 'sha256', old.sha256, 'file_name', old.file_name, 'pages', old.pages,
            'received_at', old.received_at, 'received_by', old.received_by, 'state', old.state, 'vendor', old.vendor,
            'kind', old.kind, 'organization', old.organization, 'covers_from', old.covers_from,
            'covers_to', old.covers_to, 'opinion', old.opinion, 'facts', old.facts, 'open_facts', old.open_facts,
            'contradictions', old.contradictions, 'warnings', old.warnings, 'has_text', old.has_text)
    FROM workspace;
END;
CREATE TRIGGER review_came AFTER INSERT ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', new.id, NULL FROM workspace;
END;
CREATE TRIGGER review_changed AFTER UPDATE ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'number', old.number, 'corrects', old.corrects,
            'reason', old.reason, 'started_by', old.started_by, 'started_at', old.started_at,
            'signed_by', old.signed_by, 'signed_at', old.signed_at, 'second_reader', old.second_reader,
            'second_read_at', old.second_read_at, 'finished_at', old.finished_at, 'frozen_sha256', old.frozen_sha256,
            'frozen', old.frozen)
    FROM workspace;
END;
CREATE TRIGGER review_went AFTER DELETE ON review BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'review', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'number', old.number, 'corrects', old.corrects,
            'reason', old.reason, 'started_by', old.started_by, 'started_at', old.started_at,
            'signed_by', old.signed_by, 'signed_at', old.signed_at, 'second_reader', old.second_reader,
            'second_read_at', old.second_read_at, 'finished_at', old.finished_at, 'frozen_sha256', old.frozen_sha256,
            'frozen', old.frozen)
    FROM workspace;
END;
CREATE TRIGGER acceptance_came AFTER INSERT ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', new.id, NULL FROM workspace;
END;
CREATE TRIGGER acceptance_changed AFTER UPDATE ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'rule', old.rule,
            'approved_by', old.approved_by, 'approved_on', old.approved_on, 'expires', old.expires,
            'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at, 'ended_on', old.ended_on,
            'ended_by', old.ended_by, 'ended_why', old.ended_why, 'terms', old.terms)
    FROM workspace;
END;
CREATE TRIGGER acceptance_went AFTER DELETE ON acceptance BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'acceptance', old.id, json_object(
            'row', old.row, 'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'rule', old.rule,
            'approved_by', old.approved_by, 'approved_on', old.approved_on, 'expires', old.expires,
            'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at, 'ended_on', old.ended_on,
            'ended_by', old.ended_by, 'ended_why', old.ended_why, 'terms', old.terms)
    FROM workspace;
END;
CREATE TRIGGER checklist_item_came AFTER INSERT ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', new.vendor || '/' || new.checklist || '/' || new.item, NULL FROM workspace;
END;
CREATE TRIGGER checklist_item_changed AFTER UPDATE ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', old.vendor || '/' || old.checklist || '/' || old.item, json_object(
            'vendor', old.vendor, 'checklist', old.checklist, 'item', old.item, 'state', old.state, 'note', old.note,
            'proof', old.proof, 'ticked_by', old.ticked_by, 'ticked_at', old.ticked_at)
    FROM workspace;
END;
CREATE TRIGGER checklist_item_went AFTER DELETE ON checklist_item BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'checklist_item', old.vendor || '/' || old.checklist || '/' || old.item, json_object(
            'vendor', old.vendor, 'checklist', old.checklist, 'item', old.item, 'state', old.state, 'note', old.note,
            'proof', old.proof, 'ticked_by', old.ticked_by, 'ticked_at', old.ticked_at)
    FROM workspace;
END;
CREATE TRIGGER offboarding_came AFTER INSERT ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', new.vendor, NULL FROM workspace;
END;
CREATE TRIGGER offboarding_changed AFTER UPDATE ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', old.vendor, json_object(
            'vendor', old.vendor, 'reason', old.reason, 'owner', old.owner, 'ends_on', old.ends_on,
            'data_plan', old.data_plan, 'started_by', old.started_by, 'started_at', old.started_at)
    FROM workspace;
END;
CREATE TRIGGER offboarding_went AFTER DELETE ON offboarding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'offboarding', old.vendor, json_object(
            'vendor', old.vendor, 'reason', old.reason, 'owner', old.owner, 'ends_on', old.ends_on,
            'data_plan', old.data_plan, 'started_by', old.started_by, 'started_at', old.started_at)
    FROM workspace;
END;
CREATE TRIGGER finding_came AFTER INSERT ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', new.id, NULL FROM workspace;
END;
CREATE TRIGGER finding_changed AFTER UPDATE ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', old.id, json_object(
            'id', old.id, 'number', old.number, 'vendor', old.vendor, 'title', old.title, 'source', old.source,
            'document', old.document, 'entry', old.entry, 'rule', old.rule, 'said', old.said, 'remarks', old.remarks,
            'assessment', old.assessment, 'severity', old.severity, 'status', old.status, 'owner', old.owner,
            'due', old.due, 'answer_due', old.answer_due, 'evidence', old.evidence, 'verified_by', old.verified_by,
            'settled_by', old.settled_by, 'repeat_of', old.repeat_of, 'recorded_by', old.recorded_by,
            'recorded_at', old.recorded_at)
    FROM workspace;
END;
CREATE TRIGGER finding_went AFTER DELETE ON finding BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'finding', old.id, json_object(
            'id', old.id, 'number', old.number, 'vendor', old.vendor, 'title', old.title, 'source', old.source,
            'document', old.document, 'entry', old.entry, 'rule', old.rule, 'said', old.said, 'remarks', old.remarks,
            'assessment', old.assessment, 'severity', old.severity, 'status', old.status, 'owner', old.owner,
            'due', old.due, 'answer_due', old.answer_due, 'evidence', old.evidence, 'verified_by', old.verified_by,
            'settled_by', old.settled_by, 'repeat_of', old.repeat_of, 'recorded_by', old.recorded_by,
            'recorded_at', old.recorded_at)
    FROM workspace;
END;
CREATE TRIGGER own_control_came AFTER INSERT ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', new.id, NULL FROM workspace;
END;
CREATE TRIGGER own_control_changed AFTER UPDATE ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', old.id, json_object(
            'id', old.id, 'name', old.name, 'purpose', old.purpose, 'owner', old.owner, 'evidence', old.evidence,
            'checked_on', old.checked_on)
    FROM workspace;
END;
CREATE TRIGGER own_control_went AFTER DELETE ON own_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'own_control', old.id, json_object(
            'id', old.id, 'name', old.name, 'purpose', old.purpose, 'owner', old.owner, 'evidence', old.evidence,
            'checked_on', old.checked_on)
    FROM workspace;
END;
CREATE TRIGGER cuec_answer_came AFTER INSERT ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', new.document || '/' || new.entry, NULL FROM workspace;
END;
CREATE TRIGGER cuec_answer_changed AFTER UPDATE ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', old.document || '/' || old.entry, json_object(
            'document', old.document, 'entry', old.entry, 'text', old.text, 'applies', old.applies, 'why', old.why,
            'owner', old.owner, 'progress', old.progress, 'evidence', old.evidence, 'proof', old.proof,
            'due', old.due, 'verified_on', old.verified_on, 'verified_by', old.verified_by, 'note', old.note,
            'carried_document', old.carried_document, 'carried_entry', old.carried_entry,
            'answered_by', old.answered_by, 'answered_at', old.answered_at)
    FROM workspace;
END;
CREATE TRIGGER cuec_answer_went AFTER DELETE ON cuec_answer BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_answer', old.document || '/' || old.entry, json_object(
            'document', old.document, 'entry', old.entry, 'text', old.text, 'applies', old.applies, 'why', old.why,
            'owner', old.owner, 'progress', old.progress, 'evidence', old.evidence, 'proof', old.proof,
            'due', old.due, 'verified_on', old.verified_on, 'verified_by', old.verified_by, 'note', old.note,
            'carried_document', old.carried_document, 'carried_entry', old.carried_entry,
            'answered_by', old.answered_by, 'answered_at', old.answered_at)
    FROM workspace;
END;
CREATE TRIGGER cuec_control_came AFTER INSERT ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', new.document || '/' || new.entry || '/' || new.control, NULL FROM workspace;
END;
CREATE TRIGGER cuec_control_changed AFTER UPDATE ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', old.document || '/' || old.entry || '/' || old.control, json_object(
            'document', old.document, 'entry', old.entry, 'control', old.control, 'place', old.place)
    FROM workspace;
END;
CREATE TRIGGER cuec_control_went AFTER DELETE ON cuec_control BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'cuec_control', old.document || '/' || old.entry || '/' || old.control, json_object(
            'document', old.document, 'entry', old.entry, 'control', old.control, 'place', old.place)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_name_came AFTER INSERT ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', new.name, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_name_changed AFTER UPDATE ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', old.name, json_object(
            'name', old.name, 'into_name', old.into_name, 'merged_by', old.merged_by, 'merged_at', old.merged_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_name_went AFTER DELETE ON fourth_party_name BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_name', old.name, json_object(
            'name', old.name, 'into_name', old.into_name, 'merged_by', old.merged_by, 'merged_at', old.merged_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_came AFTER INSERT ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', new.name || '/' || new.other, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_changed AFTER UPDATE ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', old.name || '/' || old.other, json_object(
            'name', old.name, 'other', old.other, 'said_by', old.said_by, 'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_apart_went AFTER DELETE ON fourth_party_apart BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_apart', old.name || '/' || old.other, json_object(
            'name', old.name, 'other', old.other, 'said_by', old.said_by, 'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_came AFTER INSERT ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', new.vendor || '/' || new.party, NULL FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_changed AFTER UPDATE ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', old.vendor || '/' || old.party, json_object(
            'vendor', old.vendor, 'party', old.party, 'has_our_data', old.has_our_data,
            'monitoring', old.monitoring, 'mapped', old.mapped, 'note', old.note, 'said_by', old.said_by,
            'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER fourth_party_dependence_went AFTER DELETE ON fourth_party_dependence BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'fourth_party_dependence', old.vendor || '/' || old.party, json_object(
            'vendor', old.vendor, 'party', old.party, 'has_our_data', old.has_our_data,
            'monitoring', old.monitoring, 'mapped', old.mapped, 'note', old.note, 'said_by', old.said_by,
            'said_at', old.said_at)
    FROM workspace;
END;
CREATE TRIGGER monitoring_entry_came AFTER INSERT ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', new.id, NULL FROM workspace;
END;
CREATE TRIGGER monitoring_entry_changed AFTER UPDATE ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', old.id, json_object(
            'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'happened_on', old.happened_on,
            'source', old.source, 'what', old.what, 'told_by_vendor', old.told_by_vendor, 'retier', old.retier,
            'review_by', old.review_by, 'proposed_at', old.proposed_at, 'finding', old.finding,
            'evidence', old.evidence, 'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at,
            'closed_by', old.closed_by, 'closed_at', old.closed_at, 'closed_note', old.closed_note)
    FROM workspace;
END;
CREATE TRIGGER monitoring_entry_went AFTER DELETE ON monitoring_entry BEGIN
    INSERT INTO past_row (entry, of_table, key, was)
    SELECT audit_count + 1, 'monitoring_entry', old.id, json_object(
            'id', old.id, 'vendor', old.vendor, 'kind', old.kind, 'happened_on', old.happened_on,
            'source', old.source, 'what', old.what, 'told_by_vendor', old.told_by_vendor, 'retier', old.retier,
            'review_by', old.review_by, 'proposed_at', old.proposed_at, 'finding', old.finding,
            'evidence', old.evidence, 'recorded_by', old.recorded_by, 'recorded_at', old.recorded_at,
            'closed_by', old.closed_by, 'closed_at', old.closed_at, 'closed_note', old.closed_note)
    FROM workspace;
END;
CREATE TRIGGER past_row_keeps_rows BEFORE DELETE ON past_row BEGIN
    SELECT raise(ABORT, 'what was stays in the record');
END;
CREATE TRIGGER past_row_keeps_values BEFORE UPDATE ON past_row BEGIN
    SELECT raise(ABORT, 'what was stays in the record');
END;
