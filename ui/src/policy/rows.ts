import type { SettingChange, SettingView, TierName } from "../contract/generated";
import { tierOrder } from "../vendor/words";

/** A rule with its value for each class or severity, or one value for all. */
export interface PolicyRow {
  key: string;
  label: string;
  /** By class or severity; one alone stands under `all`. */
  cells: Partial<Record<TierName | "all", SettingView>>;
  source: string;
}

export interface PolicySection {
  title: string;
  hint: string;
  /** Whether its rows have a value for each class or severity. */
  byTier: boolean;
  /** What its rows are. */
  head: string;
  rows: PolicyRow[];
}

function tierOf(setting: SettingView): { tier: TierName; key: string } | null {
  const parts = setting.path.split(".");
  const stars = setting.kind.split(".");
  const at = parts.findIndex((part, index) => stars[index] === "*" && tierOrder.includes(part as TierName));
  if (at < 0) return null;
  return { tier: parts[at] as TierName, key: parts.map((part, index) => (index === at ? "*" : part)).join(".") };
}

function readable(word: string): string {
  return word.replaceAll("_", " ");
}

/** What a row is called: the label, with what tells it from its like where several share it. */
function rowLabel(setting: SettingView, key: string): string {
  if (setting.of !== null) return `${setting.label}: ${setting.of}`;
  const stars = setting.kind.split(".");
  const rest = key.split(".").filter((part, index) => stars[index] === "*" && part !== "*");
  return rest.length > 0 ? `${setting.label}: ${rest.map(readable).join(", ")}` : setting.label;
}

function rowsOf(settings: readonly SettingView[], calledBy: Section["calledBy"]): PolicyRow[] {
  const rows = new Map<string, PolicyRow>();
  for (const setting of settings) {
    const of = tierOf(setting);
    const key = of?.key ?? setting.path;
    const row = rows.get(key) ?? { key, label: (calledBy === "of" && setting.of) || rowLabel(setting, key), cells: {}, source: setting.source };
    row.cells[of?.tier ?? "all"] = setting;
    rows.set(key, row);
  }
  return [...rows.values()];
}

interface Section {
  title: string;
  hint: string;
  byTier: boolean;
  of: RegExp;
  head?: string;
  /** `of` where every row is the same setting of another thing, which is then all that it is called by. */
  calledBy?: "of";
}

const sections: Section[] = [
  { title: "Rules by tier", hint: "What is asked of a vendor of each class.", byTier: true, of: /^tiers\./ },
  { title: "For every tier", hint: "The same for every class.", byTier: false, of: /^(dates|bridge_letter|tiering|firm|report|continuity)\./ },
  { title: "Categories", hint: "What is required by what the vendor handles.", byTier: false, of: /^categories\./ },
  { title: "Acceptances", hint: "By severity of a finding, or by class of the vendor.", byTier: true, of: /^(acceptance|targets|alternative\.max_months)\b/ },
  { title: "Substitutes", hint: "What each document is accepted as where no current SOC 2 report is held.", byTier: true, of: /^alternative\.substitutes\..*\.accept_as\./, head: "Evidence", calledBy: "of" },
  { title: "Without a report", hint: "The path for vendors without a current SOC 2 report.", byTier: false, of: /^alternative\.(?!max_months|substitutes\..*\.accept_as)/ },
];

/** The settings as an editor shows them. */
export function policySections(settings: readonly SettingView[]): PolicySection[] {
  return sections.map(({ of, calledBy, head = "Rule", ...section }) => ({ ...section, head, rows: rowsOf(settings.filter(({ path }) => of.test(path)), calledBy) })).filter(({ rows }) => rows.length > 0);
}

/** The value that a setting has in the draft. */
export function draftValue(setting: SettingView, changes: readonly SettingChange[]): unknown {
  const change = changes.find(({ path }) => path === setting.path);
  return change ? change.value : setting.value;
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The draft with another value; one that is in force is no change. */
export function withChange(changes: readonly SettingChange[], setting: SettingView, value: unknown): SettingChange[] {
  const rest = changes.filter(({ path }) => path !== setting.path);
  return sameValue(value, setting.value) ? rest : [...rest, { path: setting.path, value }];
}

/** A value as a cell shows it. */
export function valueText(setting: SettingView, value: unknown): string {
  if (value === null || value === undefined) return "no limit";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map((one) => valueText(setting, one)).join(", ");
  return setting.choices.find((choice) => choice.value === value)?.label ?? String(value);
}

const units: Partial<Record<SettingView["unit"], string>> = { months: "months", days: "days", hours: "hours", points: "points", score: "points" };

/** In what a row is counted, to stand after its label. */
export function unitText(setting: SettingView): string {
  const unit = units[setting.unit];
  return unit ? `, ${unit}` : "";
}
