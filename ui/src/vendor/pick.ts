import type { FilingTarget, SuggestionReason, TierName, VendorRow, VendorSuggestion } from "../contract/generated";
import { folded } from "../shared";

/** Something that can be picked as the vendor of a document. */
export interface PickOption {
  readonly key: string;
  readonly target: FilingTarget;
  readonly name: string;
  readonly service: string | null;
  readonly tier: TierName | null;
  readonly why: SuggestionReason | null;
}

/** More would not be read; typing finds the rest. */
const most = 50;

/** What to offer: suggestions first, then the register by name, and last a new vendor under the typed name. */
export function matchVendors(vendors: readonly VendorRow[], suggestions: readonly VendorSuggestion[], text: string, newName: string | null): PickOption[] {
  const wanted = folded(text.trim());
  const fits = (name: string, service: string | null): boolean => folded(`${name} ${service ?? ""}`).includes(wanted);
  const byId = new Map(vendors.map((row) => [row.id, row]));
  const suggested = suggestions.map((each) => option(each.vendor, each.name, byId.get(each.vendor), each.why));
  const known = new Set(suggestions.map((each) => each.vendor));
  const others = vendors
    .filter((row) => !known.has(row.id))
    .toSorted((a, b) => Number(folded(b.name).startsWith(wanted)) - Number(folded(a.name).startsWith(wanted)) || a.name.localeCompare(b.name))
    .map((row) => option(row.id, row.name, row, null));
  const found = [...suggested, ...others].filter((each) => fits(each.name, each.service)).slice(0, most);
  const name = text.trim() || newName?.trim() || "";
  const taken = vendors.some((row) => folded(row.name) === folded(name));
  if (name === "" || taken) return found;
  const fresh: PickOption = { key: "new", target: { target: "new", name }, name, service: null, tier: null, why: null };
  // Where nothing is suggested, the name that the document gives is likelier than any vendor of the register.
  return wanted === "" && suggestions.length === 0 ? [fresh, ...found] : [...found, fresh];
}

function option(id: string, name: string, row: VendorRow | undefined, why: SuggestionReason | null): PickOption {
  return { key: id, target: { target: "existing", vendor: id }, name, service: row?.service ?? null, tier: row?.tier ?? null, why };
}
