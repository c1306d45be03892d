import { describe, expect, it } from "vitest";
import { allTerms, matching, near } from "./glossary-search";

describe("the terms", () => {
  it("have a name of their own each, or are explained apart", () => {
    const seen = allTerms.map(({ term, text }) => `${term}: ${text.join(" ")}`);
    expect(new Set(seen).size).toBe(seen.length);
  });
  it("never call a report a certificate", () => {
    for (const { text } of allTerms) for (const paragraph of text) expect(paragraph).not.toMatch(/SOC 2 certificate|passed SOC/u);
  });
  it("are found by name before explanation, and the one that stands beside comes first", () => {
    expect(matching(allTerms, "carve", null)[0]?.term).toBe("Carve-out method");
    expect(matching(allTerms, "", "Opinion")[0]?.term).toBe("Opinion");
    expect(matching(allTerms, "nothing has this", null)).toEqual([]);
  });
  it("know beside which one the keyboard stands", () => {
    document.body.innerHTML = `<main id="main"><div><label><input id="field" /></label><button data-term="opinion">?</button></div><p><a id="far" href="#x">x</a></p></main>`;
    expect(near(document.querySelector("#field"))).toBe("Opinion");
    expect(near(document.querySelector("#far"))).toBeNull();
    expect(near(null)).toBeNull();
  });
});
