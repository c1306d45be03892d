// What the answers of the register are called.
import type {
  AccessName, AiUseName, AlternativeName, ChecklistName, DataClassName, DependenceName, DepositName, EscrowKindName, ExaminationTypeName, FactorName, IntegrationName, NdaStateName, OverrideName, RelationName, ReleaseName, RenewalName, RetierEventName, SchemeName,
  SubstitutabilityName,
} from "../contract/generated";

type Words<Name extends string> = Readonly<Record<Name, string>>;

export const dataLabel: Words<DataClassName> = {
  public: "Public", internal: "Internal", business_confidential: "Business confidential", source_code: "Source code", credentials: "Credentials and keys", personal_as_processor: "Personal data, on our instructions",
  personal_as_controller: "Personal data, on its own account", special_personal: "Health, biometric, children’s data", other_regulated: "Other regulated data", payment_card: "Payment card data", payment_account: "Bank details",
  money_movement: "Payroll, invoices, results we rely on",
};
export const accessLabel: Words<AccessName> = { none: "None", physical: "Into rooms", network_or_user: "Network, or users of internal systems", production_or_system: "Production, administration, system to system" };
export const integrationLabel: Words<IntegrationName> = { none: "Stands alone", moderate: "Sign-on, imports, exports", deep: "Embedded in our systems" };
export const dependenceLabel: Words<DependenceName> = { little: "Little changes", degraded: "Work goes on, worse", stops_work: "Work stops within a day" };
export const substitutabilityLabel: Words<SubstitutabilityName> = { easily: "Easily", complex: "With much effort", not: "Nobody else offers it" };
export const aiLabel: Words<AiUseName> = { yes: "Yes", no: "No", unknown: "Asked, nobody knows" };
export const renewalLabel: Words<RenewalName> = { ends: "Ends", automatic: "Renews unless notice is given" };
export const examinationLabel: Words<ExaminationTypeName> = { type1: "SOC 2 Type 1", type2: "SOC 2 Type 2" };
export const ndaLabel: Words<NdaStateName> = { signed: "Signed agreement", click_through: "Accepted while downloading", not_needed: "Vendor asks for none", missing: "Asked for, and missing" };
export const alternativeLabel: Words<AlternativeName> = { verified_export: "Verified data export on schedule", second_supplier: "Second supplier", step_in: "Contract lets us step in", hosting_continuation: "Hosting goes on without the vendor" };
export const escrowLabel: Words<EscrowKindName> = { source_code: "Source code", saas_environment: "Running environment", data_only: "Data only" };
export const depositLabel: Words<DepositName> = { code: "Source code", build_scripts: "Build scripts", dependencies: "Dependencies", documents: "Documentation", data: "Data", credentials: "Credentials", infrastructure: "Infrastructure definition" };
export const releaseLabel: Words<ReleaseName> = {
  insolvency: "Insolvency", end_of_business: "End of business", discontinued_support: "Discontinued support", maintenance_breach: "Material breach of maintenance", unpaid_hosting: "Unpaid hosting", change_of_control: "Change of control to a competitor",
};
export const schemeLabel: Words<SchemeName> = { lei: "LEI", company_register: "Company register", vat: "VAT number", euid: "EUID", duns: "D-U-N-S", supplier: "Our supplier number", other: "Other" };
export const relationLabel: Words<RelationName> = { parent: "Owns the vendor", subsidiary: "Owned by the vendor", sister: "Sister company", former_name: "Former name" };
export const checklistLabel: Words<ChecklistName> = { intake: "Intake", due_diligence: "Due diligence", decision: "Decision", onboarding: "Contract and onboarding", monitoring: "Monitoring", renewal: "Renewal", offboarding: "Offboarding" };
export const factorLabel: Words<FactorName> = { data: "Most sensitive data", access: "Access", dependence: "Business dependence", integration: "Integration", regulated: "Regulated scope", concentration: "No ready substitute" };
export const overrideLabel: Words<OverrideName> = {
  critical_dependence: "Work stops within a business day without it", regulated_data_in_production: "Regulated data together with access to production", sole_processor: "Alone handles our customers’ data for our product",
  in_our_soc2: "Subservice organization of our own SOC 2 report",
};
export const eventLabel: Words<RetierEventName> = {
  new_data: "new kind of data", new_integration: "new integration or permission", merger: "new owner of the vendor", incident: "incident", new_ai: "artificial intelligence works on our data now", new_subprocessor: "new subprocessor", changed_use: "used for more than before", noted: "something noted between reviews",
};

const levels: Readonly<Record<number, string>> = { 1: "1, readable and virus-free", 2: "2, spot checks", 3: "3, built and run", 4: "4, ongoing" };

/** What a level of verification means. */
export const levelLabel = (level: number): string => levels[level] ?? String(level);

/** The choices of a select, in the order of the words. */
export function choices<Name extends string>(words: Words<Name>): { value: Name; label: string }[] {
  return (Object.keys(words) as Name[]).map((value) => ({ value, label: words[value] }));
}

/** Yes, no, or not answered. */
export const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? "Yes" : "No");

/** A number of hours as people say it. */
export function hoursText(hours: number | null): string | null {
  if (hours === null) return null;
  return hours >= 48 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} h`;
}

/** An amount of the smallest unit as money, e.g. €48,000; the currency knows how many digits it has. */
export function moneyText(minor: number | null, currency: string | null): string | null {
  if (minor === null || currency === null) return null;
  const format = new Intl.NumberFormat("en", { style: "currency", currency, minimumFractionDigits: 0 });
  return format.format(minor / 10 ** digitsOf(currency));
}

/** How many digits stand behind the point of a currency; two where the code is not finished. */
export function digitsOf(currency: string | null): number {
  if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
