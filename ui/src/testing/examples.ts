// Examples of the contract's types, to be changed where a test cares. Companies and people are invented.
import type { Ability, PersonView, RoleName, Session, VendorRow, WorkspaceView } from "../contract/generated";

const abilities: Ability[] = ["keep_documents", "judge_facts", "keep_vendors", "review", "read_again", "follow_findings", "decide", "sign_decisions", "keep_policy", "keep_workspace"];
const roles: RoleName[] = ["reviewer", "second_reader", "business_owner", "security_owner", "privacy_legal", "procurement", "executive", "administrator"];

export function person(change: Partial<PersonView> = {}): PersonView {
  return { id: "p-1", name: "Mara Lindqvist", title: "Procurement lead", roles, active: true, may: abilities, ...change };
}

export function workspace(change: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    id: "w-1", label: "Larkfield vendors", organisation: "Larkfield Diagnostics", protected: false, access: { access: "read_write" }, actor: person(), may: abilities,
    today: "2026-03-17", waiting: 3, vendors: 14, ...change,
  };
}

export function session(change: Partial<WorkspaceView> = {}): Session {
  return { version: "0.1.0", workspace: workspace(change), recent: [], asked: null };
}

export function vendorRow(change: Partial<VendorRow> = {}): VendorRow {
  return {
    id: "v-1", name: "Marrowstone Data", service: "Warehouse for results", tier: "critical", stage: "in_review", owner: "Elif Demir", documents: 2, decision: null, decided_on: null, next_review: null, verdict: "accept",
    evidence_until: "2026-12-31", open_exceptions: 0, tags: [], missing: 0, at_risk: [], ...change,
  };
}
