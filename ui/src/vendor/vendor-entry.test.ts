import { describe, expect, it } from "vitest";
import { newEntry, toSave } from "./vendor-entry";

describe("toSave", () => {
  it("sends nothing for what was left empty", () => {
    expect(toSave(null, { ...newEntry(" Northwind Ltd "), service: "  " })).toEqual({
      id: null,
      name: "Northwind Ltd",
      aliases: [],
      service: null,
      tier: null,
      tier_reason: null,
      owner: null,
      notes: null,
    });
  });
  it("takes one other name per line and keeps commas, which names have", () => {
    expect(toSave("v", { ...newEntry("A"), aliases: "A Corp, Inc.\n\n  A Cloud " }).aliases).toEqual(["A Corp, Inc.", "A Cloud"]);
  });
  it("drops the reason of a tier that is not set", () => {
    expect(toSave("v", { ...newEntry("A"), tier_reason: "old" }).tier_reason).toBeNull();
  });
});
