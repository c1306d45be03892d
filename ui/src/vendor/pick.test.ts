import { describe, expect, it } from "vitest";
import type { VendorRow } from "../contract/generated";
import { matchVendors } from "./pick";

const vendor = (id: string, name: string, service: string | null = null): VendorRow => ({
  id,
  name,
  service,
  tier: null,
  stage: "draft",
  owner: null,
  documents: 0,
  decision: null,
  decided_on: null,
  next_review: null,
  verdict: "more_evidence", evidence_until: null, open_exceptions: 0, tags: [], missing: 0, at_risk: [],
});
const vendors = [vendor("1", "Zephyr Mail"), vendor("2", "Mailbox GmbH"), vendor("3", "Ünsal Logistics", "parcels by mail")];
const names = (text: string, newName: string | null = null): string[] => matchVendors(vendors, [], text, newName).map((each) => (each.target.target === "new" ? `+${each.name}` : each.name));

describe("matchVendors", () => {
  it("finds by name and by what is bought, names that begin so first", () => {
    expect(names("mail")).toEqual(["Mailbox GmbH", "Ünsal Logistics", "Zephyr Mail", "+mail"]);
  });
  it("does not care for capitals and marks", () => {
    expect(names("unsal")[0]).toBe("Ünsal Logistics");
  });
  it("puts suggestions first and lists nobody twice", () => {
    const found = matchVendors(vendors, [{ vendor: "1", name: "Zephyr Mail", why: "name" }], "", null);
    expect(found.map((each) => each.key)).toEqual(["1", "2", "3"]);
    expect(found[0]?.why).toBe("name");
  });
  it("offers the name of the document as a new vendor, unless the register has it", () => {
    expect(names("", "Quill Ltd")[0]).toBe("+Quill Ltd");
    expect(matchVendors(vendors, [{ vendor: "1", name: "Zephyr Mail", why: "name" }], "", "Quill Ltd").at(-1)?.name).toBe("Quill Ltd");
    expect(names("", "zephyr mail").some((name) => name.startsWith("+"))).toBe(false);
  });
});
