// Examples of findings, to be changed where a test cares.
import type { AssessmentView, FindingView, RatingView, SeverityInputsView } from "../contract/generated";

export const inputs: SeverityInputsView = {
  impact: "severe", exposure: "direct", extent: "partial", nature: null, late_found_nothing: false, history: "new", harm: "unknown", vendor_compensation: false, own_compensation: "none",
  response: { cause: true, fix: true, dated: true, proof: false }, fix_verified: false, opinion_modified: false,
};

export function rating(change: Partial<RatingView> = {}): RatingView {
  return {
    impact: 4, exposure: 3, base: 12, score: 11, severity: "high", bounds: [], due: "2026-05-16",
    terms: [
      { term: "extent", title: "Extent", points: 1, reason: "2 of 25 is 8.0 %: above 5 %, at most 20 %" },
      { term: "nature", title: "Nature", points: 0, reason: "Not judged" },
      { term: "response", title: "Response", points: -2, reason: "Given: cause, fix, date (3 of 4)" },
    ],
    ...change,
  };
}

export function assessment(change: Partial<AssessmentView> = {}): AssessmentView {
  return { inputs, reason: null, rating: rating(), by: "Mara Lindqvist", at: "2026-03-17T09:00:00Z", ...change };
}

export function finding(change: Partial<FindingView> = {}): FindingView {
  return {
    key: "d-1/r:0123456789abcdef:1", number: null, vendor: "v-1", vendor_name: "Marrowstone Data", tier: "critical", title: "Leaver access removed late",
    source: { source: "exception", document: "d-1", unrecorded: "d-1/r:1", file_name: "report.pdf", current: true, stated: true }, control_id: "CC6.2.1", criteria: ["CC6.2"], control: "Access of leavers is removed within a day.",
    tests: ["Inspected a sample of 25 leavers."], result: "For 2 of 25 leavers access was removed late.", citations: [{ page: 41, label: null, quote: "For 2 of 25", rects: [[10, 10, 80, 20]] }], deviating: 2, tested: 25,
    response: "The feed was automated.", response_citations: [], remarks: { population: null, root_cause: null, own_control: null, note: null },
    proposed: { extent: "partial", nature: null, response: { cause: true, fix: true, dated: true, proof: false }, history: "new", opinion_modified: false },
    assessment: null, status: "open", settled: false, owner: null, owner_name: null, due: null, due_is_set: false, overdue: false, escalate_on: null, answer_due: null, answer_late: false, document: "d1", proofs: [],
    verified_by: null, settled_by: null, acceptance: null, request: null, repeat_of: null, repeated_by: null, tested_clean: null, conditions: [], recorded_at: null, can_assess: true,
    steps: [{ step: "ask", waits_for: null, day: "2026-03-27", rank: null, again: false }, { step: "accept", waits_for: "assessment", day: null, rank: null, again: false }, { step: "not_applicable", waits_for: "assessment", day: null, rank: null, again: false }],
    ...change,
  };
}
