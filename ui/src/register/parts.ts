import type { CompanyPart, ContactPart, ContinuityPart, ContractPart, EscrowPart, NdaPart, PartName, RegisterPart, RegisterView, ServicePart } from "../contract/generated";

/** Which editor is open. */
export interface Editor {
  readonly part: PartName;
  /** The service or contract; none for a new one. */
  readonly item: string | null;
}

/** The editor of the next examination. */
export const examinationEditor: Editor = { part: "examination", item: null };

export const newService = (): ServicePart => ({
  id: null, name: "", purpose: null, users: null, data: null, data_locations: null, access: null, integration: null, dependence: null, tolerable_outage: null, substitutability: null, regulated: null, feeds_financial_statements: null,
  sole_processor_of_customer_data: null, in_our_soc2: null, sla_relied_on: null, privacy_commitments_relied_on: null, ai_on_our_data: null, subprocessors: null,
});
export const newContract = (): ContractPart => ({
  id: null, title: "", start: null, end: null, renewal: null, renewal_months: null, notice_days: null, amount_minor: null, currency: null, breach_notice: null, audit_right: null, return_or_deletion: null, right_to_reports: null,
  subprocessor_notice: null, data_processing_agreement: null, ai_terms: null, governing_law: null,
});
export const newContact = (): ContactPart => ({ name: "", role: null, email: null, phone: null });
export const newEscrow = (): EscrowPart => ({
  kind: "source_code", agent: null, agreed_on: null, deposit: null, deposit_every_months: null, last_deposit_on: null, release_conditions: null, release_procedure: null, rights_after_release: null, verification_level: null, verified_on: null,
  operator: null, last_exercise_on: null,
});

/** What stands in the editor when it opens and nothing was typed before. */
export function openingPart(register: RegisterView, { part, item }: Editor): RegisterPart {
  switch (part) {
    case "company":
      return { part, ...register.company };
    case "service":
      return { part, ...(register.services.find(({ id }) => id === item) ?? newService()) };
    case "contract":
      return { part, ...(register.contracts.find(({ contract }) => contract.id === item)?.contract ?? newContract()) };
    case "contacts":
      return { part, contacts: register.contacts.length > 0 ? register.contacts : [newContact()] };
    case "nda":
      return { part, ...register.nda };
    case "examination":
      return { part, ...register.examination };
    case "continuity":
      return { part, ...register.continuity };
  }
}

/** What an editor is called. */
export function editorTitle({ part, item }: Editor): string {
  const names: Record<PartName, string> = { company: "Company", service: item ? "Service" : "New service", contract: item ? "Contract" : "New contract", contacts: "Contacts", nda: "Confidentiality", examination: "Next examination", continuity: "Continuity and escrow" };
  return names[part];
}

export type { CompanyPart, ContinuityPart, ContractPart, NdaPart, ServicePart };
