/** How facts and their values are called: plain words first. Keys and names are those of the reading format. */

const labels: Readonly<Record<string, string>> = {
  kind: "Document",
  service_organization: "Organization",
  system_name: "System",
  auditor_firm: "Auditor",
  auditor_location: "Auditor’s place",
  report_type: "Type",
  as_of_date: "As of",
  period_start: "Period starts",
  period_end: "Period ends",
  report_date: "Report date",
  opinion: "Opinion",
  opinion_basis: "Why the opinion is modified",
  trust_services_categories: "Categories",
  no_cuecs: "No CUECs",
  no_subservice_organizations: "No subservice organizations",
  no_csocs: "No CSOCs",
  letter_covers_from: "Covers from",
  letter_covers_to: "Covers to",
  letter_period_start: "Report starts",
  letter_period_end: "Report ends",
  letter_report_date: "Report dated",
  letter_signed_by: "Signed by",
  letter_material_changes: "Material changes",
  certificate_standard: "Standard",
  certificate_number: "Number",
  certificate_issued: "Issued",
  certificate_expires: "Expires",
  certificate_first_issued: "First issued",
  certificate_body: "Certified by",
  certificate_accreditation: "Accredited by",
  certificate_scope: "Scope",
  certificate_soa_version: "Applicability",
  assessment_tester: "Tested by",
  assessment_tested_from: "Tested from",
  assessment_tested_to: "Tested to",
  assessment_expires: "Valid until",
  assessment_scope: "Scope",
  assessment_findings: "Findings in all",
  found_critical: "Found: critical",
  found_high: "Found: high",
  found_medium: "Found: medium",
  found_low: "Found: low",
  found_informational: "Found: informational",
  remaining_critical: "Left: critical",
  remaining_high: "Left: high",
  remaining_medium: "Left: medium",
  remaining_low: "Left: low",
  remaining_informational: "Left: informational",
  questionnaire_name: "Questionnaire",
  questionnaire_version: "Version",
  letter_signer: "Signed for",
  letter_contradicts_events: "Contradicts events",
  certificate_covers_us: "Covers our service",
  assessment_independent: "Independent",
  answers_sampled: "Sample verified",
  answers_untreated: "Untreated answers",
  covers_services: "Covers our services",
};

/** What no document says and a rule asks for: what is to be told, as a question. */
const told: Readonly<Record<string, string>> = {
  letter_signer: "Who signed it: the vendor’s management, or the auditor?",
  letter_contradicts_events: "Does it contradict what is known to have happened?",
  certificate_covers_us: "Does its scope cover the service we buy?",
  assessment_independent: "Did somebody independent of the vendor test?",
  answers_sampled: "Was a sample of the answers verified?",
  answers_untreated: "How many unfavourable answers has nobody treated?",
  covers_services: "Which of our services does it cover?",
};

/** The question that only a person can answer of a document; `null` for what a document states. */
export function toldQuestion(key: string): string | null {
  return told[key] ?? null;
}

const signers: Readonly<Record<string, string>> = { vendor_management: "Vendor’s management", auditor: "Auditor", other: "Nobody who may" };

const kinds: Readonly<Record<string, string>> = {
  soc2_type1: "SOC 2 Type 1",
  soc2_type2: "SOC 2 Type 2",
  soc1_type1: "SOC 1 Type 1",
  soc1_type2: "SOC 1 Type 2",
  soc3: "SOC 3",
  soc_cybersecurity: "SOC for Cybersecurity",
  bridge_letter: "Bridge letter",
  iso27001_certificate: "ISO/IEC 27001 certificate",
  iso_certificate: "ISO certificate",
  csa_star_certificate: "CSA STAR certificate",
  cyber_essentials_certificate: "Cyber Essentials certificate",
  statement_of_applicability: "Statement of Applicability",
  pci_aoc: "PCI DSS attestation of compliance",
  pentest_report: "Penetration test report",
  security_assessment: "Security assessment",
  caiq: "CAIQ questionnaire",
  questionnaire: "Questionnaire",
  security_whitepaper: "Security white paper",
  nda: "Non-disclosure agreement",
  contract: "Contract",
  dpa: "Data processing agreement",
  insurance_certificate: "Insurance certificate",
  other: "Other document",
};

const opinions: Readonly<Record<string, string>> = {
  unqualified: "Unqualified",
  qualified: "Qualified",
  adverse: "Adverse",
  disclaimer: "Disclaimer",
};

const opinionHints: Readonly<Record<string, string>> = {
  unqualified: "clean, no reservation",
  qualified: "“except for” one matter or more",
  adverse: "the controls or the description do not hold",
  disclaimer: "the auditor could not form an opinion",
};

const types: Readonly<Record<string, string>> = { "1": "Type 1", "2": "Type 2" };

const typeHints: Readonly<Record<string, string>> = {
  "1": "designed suitably on one day",
  "2": "tested over a period",
};

/** Makes a readable word of a name that has none here: a newer reader may know more than this screen. */
export function fromName(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a fact is called on screen. */
export function factLabel(key: string): string {
  return labels[key] ?? fromName(key);
}

/** What a kind of document is called. */
export function kindLabel(kind: string): string {
  return kinds[kind] ?? fromName(kind);
}

/** What an opinion is called. */
export function opinionLabel(opinion: string): string {
  return opinions[opinion] ?? fromName(opinion);
}

/** What a choice of a fact is called. */
export function choiceLabel(key: string, choice: string): string {
  switch (key) {
    case "kind":
      return kindLabel(choice);
    case "opinion":
      return opinionLabel(choice);
    case "letter_signer":
      return signers[choice] ?? fromName(choice);
    case "report_type":
      return types[choice] ?? fromName(choice);
    case "covers_services":
      return choice;
    default:
      return fromName(choice);
  }
}

/** What a choice means in half a line, where the word alone does not say it. */
export function choiceHint(key: string, choice: string): string | null {
  if (key === "opinion") return opinionHints[choice] ?? null;
  if (key === "report_type") return typeHints[choice] ?? null;
  return null;
}
