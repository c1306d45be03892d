// Examples of what the register says, to be changed where a test cares. Everything in them is invented.
import type { ContractPart, RegisterView, ServicePart } from "../contract/generated";
import { newContract, newService } from "../register/parts";

export function service(change: Partial<ServicePart> = {}): ServicePart {
  return { ...newService(), id: "s-1", name: "Results warehouse", purpose: "Keeps results.", data: ["special_personal"], access: "production_or_system", dependence: "stops_work", ...change };
}

export function contract(change: Partial<ContractPart> = {}): ContractPart {
  return { ...newContract(), id: "c-1", title: "Master agreement", end: "2026-05-31", notice_days: 60, ...change };
}

export function register(change: Partial<RegisterView> = {}): RegisterView {
  return {
    vendor: "v-1",
    company: { legal_name: null, website: null, identifiers: [], affiliates: [], tags: [], requester: null, sponsor: null, replaces: null, needed_by: null },
    services: [service()],
    contracts: [],
    contacts: [],
    nda: { state: null, signed_on: null, until: null },
    nda_in_force: false,
    held_without_nda: false,
    examination: { firm: null, kind: null, from: null, to: null, expected_on: null, proof: null, said: null },
    proofs: [],
    continuity: { exit_plan: null, exit_test: null, exit_effort_days: null, export_known: null, export_test: null, rto_needed: null, rto_offered: null, rpo_needed: null, rpo_offered: null, escrow_agreed: null, escrow: null, alternatives: [] },
    continuity_matters: false,
    tiering: { services: [], proposed: null, settled: false, limits: { critical: 13, high: 9, medium: 5, most: 17 }, assigned: null, events: [] },
    missing: [],
    steps: [],
    offboarding: null,
    ...change,
  };
}
