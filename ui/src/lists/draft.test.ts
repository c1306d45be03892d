import { describe, expect, it } from "vitest";
import { entry } from "../testing/examples-list";
import { draftOf, fieldsOf } from "./draft";

describe("what is typed of an entry", () => {
  it("gives back what was read when nothing is changed", () => {
    const read = entry("1", { text: "One deviated.", id: "LOG-1", criteria: ["CC6.1", "CC6.2"], sample: { tested: 25, deviating: 1 }, response: "Mended." });
    expect(fieldsOf(draftOf(read), ["id", "criteria", "sample", "response"])).toEqual({ fields: read.fields });
  });
  it("keeps several tests apart by empty lines", () => {
    const read = entry("1", { text: "Access is reviewed.", tests: ["Inspected the list.", "Asked the lead."], results: ["No exceptions noted."] });
    const draft = draftOf(read);
    expect(draft.tests).toBe("Inspected the list.\n\nAsked the lead.");
    expect(fieldsOf({ ...draft, tests: `${draft.tests}\n\n \n\nWatched it.` }, ["tests"])).toMatchObject({ fields: { tests: ["Inspected the list.", "Asked the lead.", "Watched it."] } });
  });
  it("takes criteria with commas, semicolons or lines", () => {
    expect(fieldsOf({ ...draftOf(null), text: "x", criteria: "CC6.1; CC6.2,\nA1.1," }, ["criteria"])).toMatchObject({ fields: { criteria: ["CC6.1", "CC6.2", "A1.1"] } });
  });
  it("says which field is not filled in right", () => {
    expect(fieldsOf({ ...draftOf(null), text: "  " }, [])).toEqual({ wrong: "text" });
    const sampled = { ...draftOf(null), text: "x", tested: "25" };
    expect(fieldsOf({ ...sampled, deviating: "26" }, ["sample"])).toEqual({ wrong: "sample" });
    expect(fieldsOf({ ...sampled, deviating: "2.5" }, ["sample"])).toEqual({ wrong: "sample" });
    expect(fieldsOf({ ...sampled, deviating: "2" }, ["sample"])).toMatchObject({ fields: { sample: { tested: 25, deviating: 2 } } });
  });
});
