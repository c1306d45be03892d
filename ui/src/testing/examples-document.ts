// Examples of documents, to be changed where a test cares. Companies and people are invented.
import type { CitationView, DecisionSheet, DocumentRow, DocumentView, FactForm, FactValue, FactView, PageView, VendorView } from "../contract/generated";
import { person, vendorRow } from "./examples";

export function citation(page: number, change: Partial<CitationView> = {}): CitationView {
  return { page, label: String(page - 2), quote: `words of page ${page}`, rects: [[72, 100, 300, 112]], ...change };
}

export function fact(key: string, value: FactValue | null, form: FactForm, change: Partial<FactView> = {}): FactView {
  return { key, value, read: value, basis: value ? "stated" : null, citations: value ? [citation(4)] : [], cited: [], differs: false, standing: { standing: "open" }, form, proposed: null, ...change };
}

/** Three facts: a choice with two citations, a day, and a text that is not stated. */
export function facts(): FactView[] {
  return [
    fact("opinion", { form: "choice", choice: "unqualified" }, { form: "choice", choices: ["unqualified", "qualified", "adverse", "disclaimer"] }, { citations: [citation(5), citation(8)] }),
    fact("report_date", { form: "date", date: "2026-03-06" }, { form: "date" }, { citations: [citation(6)] }),
    fact("auditor_location", null, { form: "text" }),
  ];
}

export function documentRow(change: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id: "d-1", file_name: "Brightwick-SOC2.pdf", kind: "soc2_type2", organization: "Brightwick Signing Ltd", from: "2025-02-01", to: "2026-01-31", opinion: "unqualified", pages: 62,
    received_at: "2026-03-17T08:14:00Z", received_by: "Mara Lindqvist", vendor: null, facts: 3, open_facts: 3, contradictions: 0, warnings: 0, has_text: true, ...change,
  };
}

export function documentView(change: Partial<DocumentView> = {}): DocumentView {
  return {
    row: documentRow(), vendor_name: null, set_aside: false, copy_of: null, sha256: "00", bytes: 120_000, producer: null, encrypted: false, extractor: "countersign 0.1.0", read_by_older: false, readings: 1, unread_pages: [], recognised_pages: [], read_at: "2026-03-17T08:14:00Z", differing_facts: 0, lists: [], facts: facts(), sections: [],
    contradictions: [], warnings: [], suggestions: [], mismatches: [], related: [], ...change,
  };
}

export function pageView(page: number): PageView {
  return { page, label: String(page - 2), width: 612, height: 792, words: [], cells: null };
}

export function vendorView(change: Partial<VendorView> = {}): VendorView {
  return { row: vendorRow(), aliases: [], tier_reason: "holds results", owner: null, notes: null, documents: [], decisions: [], coverage: null, untold: [], steps: [], open_to_review: true, history: [], ...change };
}

export function decisionSheet(change: Partial<DecisionSheet> = {}): DecisionSheet {
  return {
    vendor: vendorRow(), documents: [documentRow({ vendor: "v-1" })], cautions: [], possible: true, in_use: false, people: [person(), person({ id: "p-2", name: "Tomasz Wieczorek", title: "Security lead" })],
    next_review: "2027-03-17", signers: ["p-1"], approvers: [], requester: null, verdict: "accept", unanswered: [], findings: [], review: null, residual: null, proposed: [], draft: null, ...change,
  };
}
