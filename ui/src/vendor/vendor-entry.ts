import type { SaveVendor, VendorDraft, VendorView } from "../contract/generated";

/** What stands in the form of a vendor. */
export type VendorEntry = VendorDraft;

/** An empty form, or one with what is known of a new vendor. */
export function newEntry(name = ""): VendorEntry {
  return { name, aliases: "", service: "", tier: null, tier_reason: "", owner: null, notes: "" };
}

/** The form of a vendor that is there. */
export function entryOfVendor(view: VendorView): VendorEntry {
  return {
    name: view.row.name,
    aliases: view.aliases.join("\n"),
    service: view.row.service ?? "",
    tier: view.row.tier,
    tier_reason: view.tier_reason ?? "",
    owner: view.owner,
    notes: view.notes ?? "",
  };
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** What is sent; other names stand one on a line. */
export function toSave(id: string | null, entry: VendorEntry): SaveVendor {
  return {
    id,
    name: entry.name.trim(),
    aliases: entry.aliases.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
    service: orNull(entry.service),
    tier: entry.tier,
    tier_reason: entry.tier === null ? null : orNull(entry.tier_reason),
    owner: entry.owner,
    notes: orNull(entry.notes),
  };
}
