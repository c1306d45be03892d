import { describe, expect, it } from "vitest";
import { setting } from "../testing/examples-policy";
import { policySections } from "./rows";

const of = (kind: string, rest: string, title: string, more = {}) =>
  setting({ path: `alternative.substitutes.${kind}.${rest}`, kind: `alternative.substitutes.*.${rest === "checks" ? rest : "accept_as.*"}`, label: rest === "checks" ? "Confirmed before it counts" : "Accepted as", of: title, unit: "choice", least: null, most: null, value: "main", default: "main", ...more });

describe("the sections of the policy", () => {
  it("show what each substitute is accepted as by class, called by what it is", () => {
    const settings = [of("soc3", "accept_as.critical", "SOC 3 report"), of("soc3", "accept_as.low", "SOC 3 report"), of("pentest", "accept_as.low", "Penetration test summary")];
    const [section] = policySections(settings);
    expect(section?.title).toBe("Substitutes");
    expect(section?.rows.map(({ label }) => label)).toEqual(["SOC 3 report", "Penetration test summary"]);
    expect(Object.keys(section?.rows[0]?.cells ?? {})).toEqual(["critical", "low"]);
  });

  it("put what is confirmed of a substitute with the path, said with what it is of", () => {
    const [section] = policySections([of("soc3", "checks", "SOC 3 report", { unit: "choices" })]);
    expect(section?.title).toBe("Without a report");
    expect(section?.rows.map(({ label }) => label)).toEqual(["Confirmed before it counts: SOC 3 report"]);
  });
});
