// Examples of fourth parties, to be changed where a test cares.
import type { DependantView, FourthPartiesView, FourthPartyView, RestingVendor } from "../contract/generated";

export function dependant(change: Partial<DependantView> = {}): DependantView {
  return {
    vendor: "v-1", vendor_name: "Marrowstone Data", tier: "critical", document: "d-1", file_name: "report.pdf", named: "Northfell Compute, Inc.", services: "virtual machines", method: "carve_out",
    citations: [{ page: 12, label: null, quote: "", rects: [] }], csocs: [], has_our_data: null, monitoring: null, mapped: null, note: null, by: null, at: null, matters: true, cover: null, ...change,
  };
}

export function party(change: Partial<FourthPartyView> = {}): FourthPartyView {
  return { key: "northfell compute", name: "Northfell Compute, Inc.", names: [{ key: "northfell compute", name: "Northfell Compute, Inc.", merged: false }], services: ["virtual machines"], vendors: 1, gravest: 1, open: 1, dependants: [dependant()], own: null, ...change };
}

export function resting(change: Partial<RestingVendor> = {}): RestingVendor {
  return { vendor: "v-1", name: "Marrowstone Data", tier: "critical", document: "d-1", file_name: "report.pdf", parties: ["northfell compute"], denied: null, unassigned: [], ...change };
}

export function fourthParties(change: Partial<FourthPartiesView> = {}): FourthPartiesView {
  return { parties: [party()], vendors: [resting()], concentration: { vendors: 7, naming: 3, gravest: 3, dependences: 1, herfindahl: 1 }, coverage: { count: 0, of: 1 }, proposals: [], chase: [], may_keep: true, ...change };
}
