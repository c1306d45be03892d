/** Terms of the field in our own words, shown by the small mark beside a term. */

export interface Term {
  /** The word as practitioners use it. */
  readonly term: string;
  /** What it means, in one or two short paragraphs. */
  readonly text: readonly string[];
}

export const glossary = {
  kind: {
    term: "SOC 2 report",
    text: [
      "An independent accounting firm examined how a company protects what it handles, and wrote down what it found. The result is an attestation: an opinion with its reasons.",
      "It is no certificate, nobody “passes” it, and it speaks only of the system and the time it names. A SOC 3 is the short public version without the tests; a SOC 1 is about financial reporting and does not replace it.",
    ],
  },
  service_organization: {
    term: "Service organization",
    text: ["The company that was examined. It should be the company you have a contract with, or a parent of it that you know of."],
  },
  system_name: {
    term: "System",
    text: ["What exactly was examined. A report on one product says nothing of another product of the same company."],
  },
  auditor_firm: {
    term: "Service auditor",
    text: ["The independent accounting firm (CPA firm) that examined and signed. Its licence can be looked up; this program does not look it up for you."],
  },
  auditor_location: {
    term: "City and state of the firm",
    text: ["Stands beside the signature, and says in which register of firms to look."],
  },
  report_type: {
    term: "Type 1 and Type 2",
    text: [
      "Type 1: on one day, the controls were described fairly and designed suitably. Nothing was watched over time.",
      "Type 2: the same, and the auditor tested over a period whether the controls really worked.",
    ],
  },
  as_of_date: {
    term: "As-of date",
    text: ["The one day of which a Type 1 report speaks."],
  },
  period_start: {
    term: "Period",
    text: ["The first day of the time in which the auditor tested. Before it, the report proves nothing."],
  },
  period_end: {
    term: "Period end",
    text: ["The last day that the report proves anything about. Its age is counted from here, not from the day it was signed."],
  },
  report_date: {
    term: "Report date",
    text: ["The day on which the auditor signed the opinion; for a letter, its own date. It always comes after the period."],
  },
  opinion: {
    term: "Opinion",
    text: [
      "Unqualified: in the auditor’s view all holds. Qualified: all holds except for what is named. Adverse: it does not hold. Disclaimer: the auditor could not get enough evidence to say.",
      "Single tests can have failed although the opinion is unqualified.",
    ],
  },
  opinion_basis: {
    term: "Basis for a modified opinion",
    text: ["The paragraph in which the auditor says why the opinion is not clean. Ask whether it touches what you use."],
  },
  trust_services_categories: {
    term: "Trust services categories",
    text: [
      "What the report is about: security, availability, processing integrity, confidentiality, privacy. The vendor chooses which of them are examined.",
      "Only what the opinion itself names counts; the full list also stands in the title of the framework.",
    ],
  },
  bridge_letter: {
    term: "Bridge letter",
    text: ["A letter in which the vendor itself says that nothing material changed since the report. Nobody independent checked it."],
  },
  exception: {
    term: "Exception",
    text: ["A test in which a control did not work as described; some firms say deviation. A clean opinion with exceptions is common: look at what failed, how often, and what was done about it."],
  },
  cuec: {
    term: "CUEC, what the vendor expects of us",
    text: ["A complementary user entity control: something that the vendor’s design takes for granted on our side, such as removing the accounts of leavers. If we do not do it, the report’s conclusion does not hold for us."],
  },
  subservice: {
    term: "Subservice organization",
    text: ["A company on whose controls the vendor rests, such as the one that hosts it. Carved out: its controls were not examined here. Inclusive: they were."],
  },
  peer_review: {
    term: "Peer review",
    text: ["Every three years another firm looks at how an accounting firm works. The rating is public: pass, pass with deficiencies, or fail."],
  },
  reliability: {
    term: "Reliability of a report",
    text: ["Whether the report can be believed at all: are its parts there, are tests specific, is the firm what it says it is. From 0 to 100; 75 and more is good, under 50 is not to be relied on."],
  },
  second_reader: {
    term: "Second reader",
    text: ["Somebody else who reads a signed review before it is finished. Asked for where much depends on the vendor."],
  },
  residual_risk: {
    term: "Risk that stays",
    text: ["What can still happen when all that was decided is done, and how bad it would be. Said in plain words, so that who signs knows what they sign."],
  },
  evidence_until: {
    term: "Evidence until",
    text: ["The last day on which the reports and letters at hand suffice by their dates alone, with the limits of the policy in force for the vendor’s tier. What they say is not weighed here."],
  },
  tier: {
    term: "Tier",
    text: ["How much depends on this vendor: what it sees of your data, what stops without it. A higher tier asks for newer and stronger evidence."],
  },
  basis: {
    term: "Stated and derived",
    text: ["A solid page mark: the document says it on that page. A dashed one: worked out from what stands there."],
  },
  data_class: {
    term: "Kinds of data",
    text: ["What the vendor can reach or works on. The most sensitive kind counts for the tier, and decides which categories its report must cover."],
  },
  access: {
    term: "Access",
    text: ["How far the vendor gets into our systems or rooms: not at all, into rooms, as a user or through the network, or into production and from system to system."],
  },
  dependence: {
    term: "Dependence, criticality",
    text: ["What happens here when the service fails for a business day. Where work stops, the vendor is critical whatever else it counts: how much we depend on it and how risky it is are two facts."],
  },
  integration: {
    term: "Integration depth",
    text: ["How deep the service is built into our systems. The deeper, the harder it is to leave, and the further a failure reaches."],
  },
  substitutability: {
    term: "Substitutability",
    text: ["How hard it would be to replace the vendor. Where nobody else offers the service, a plan to leave and an escrow matter most."],
  },
  regulated: {
    term: "Regulated scope",
    text: ["Law, a contract of ours, or the scope of our own attestation or certificate gives this service rules of its own."],
  },
  in_our_soc2: {
    term: "Subservice organization",
    text: ["A vendor whose controls are needed, with ours, to meet what our own SOC 2 report promises. Our auditor asks how we watch over it (CC9.2)."],
  },
  subprocessor: {
    term: "Subprocessor, fourth party",
    text: ["A vendor of the vendor that processes personal data. Every fourth party is a vendor of a vendor; not every one of them is a subservice organization."],
  },
  nda: {
    term: "Confidentiality, NDA",
    text: ["SOC 2 reports are for people who are named or bound to secrecy. Without an agreement we should not hold one: agree first, then ask for the report."],
  },
  notice: {
    term: "Notice deadline",
    text: ["The last day on which we can end the contract before it renews: its end less the days of notice. The program works it out and reminds of it."],
  },
  exit_plan: {
    term: "Exit plan",
    text: ["Written down: how we would leave, who does it, how long it takes, where the data goes. Kept up to date every year for what we cannot do without."],
  },
  exit_test: {
    term: "Exit test",
    text: ["The plan to leave was tried out: our data taken out, brought up elsewhere and worked with, or every step walked through with those who would do it. Done within a year, it secures a vendor that nobody can replace as well as an escrow would."],
  },
  export_test: {
    term: "Export test",
    text: ["Somebody took our data out and made sure that it is complete and can be used elsewhere."],
  },
  rto: {
    term: "RTO, recovery time",
    text: ["How soon the service must be back after a failure. What we need stands beside what the vendor promises."],
  },
  rpo: {
    term: "RPO, recovery point",
    text: ["How much of the latest data may be lost in a failure, as hours of work."],
  },
  escrow: {
    term: "Escrow",
    text: ["An agent keeps what is needed to go on without the vendor and hands it out when agreed conditions occur, such as insolvency. Needed where a vendor is critical and cannot be replaced."],
  },
  escrow_verification: {
    term: "Verification of a deposit",
    text: ["Level 1: readable. Level 2: spot checks. Level 3: somebody built and ran it. Level 4: ongoing. For critical services level 3 within a year, or a tested plan to export and replace."],
  },
  checklist: {
    term: "Checklist",
    text: ["What to see to at this point of a vendor’s way. Done, or not needed with a word why. Settings has the lists as your organisation works with them."],
  },
  offboarding: {
    term: "Offboarding",
    text: ["Leaving a vendor: access ends by the last day, data is exported and deleted with proof, and 30 days later somebody looks into the logs that access is really dead."],
  },
} as const satisfies Record<string, Term>;

export type TermKey = keyof typeof glossary;

/** The term that explains a fact, where there is one. */
export function termOf(key: string): TermKey | null {
  return key in glossary ? (key as TermKey) : null;
}
