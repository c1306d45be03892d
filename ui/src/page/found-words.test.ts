import { describe, expect, it } from "vitest";
import type { PageView } from "../contract/generated";
import { foundOn } from "./found-words";

const page = (text: string): PageView => ({
  page: 3, label: null, width: 612, height: 792, cells: null,
  words: text.split(" ").map((word, at) => ({ text: word, rect: [at * 10, 0, at * 10 + 8, 10], line_start: at === 0 })),
});
const found = (text: string, typed: string): string[] => foundOn(page(text), typed).map(({ label }) => label);

describe("the words that a search found on a page", () => {
  it("are marked whatever their case and accents, with what stands around them", () => {
    expect(found("The Résumé of (Leavers), leavers' access.", "resume leavers")).toEqual(["Résumé", "(Leavers),", "leavers'"]);
  });
  it("are whole words, but for the last, which may be unfinished", () => {
    expect(found("log logs logging logic", "log")).toEqual(["log", "logs", "logging", "logic"]);
    expect(found("log logs access", "log acc")).toEqual(["log", "access"]);
  });
  it("follow one another where they were typed as one", () => {
    expect(found("sign the form to sign-on; sign on here", "sign-on form")).toEqual(["form", "sign-on;", "sign", "on"]);
  });
  it("are none where nothing was typed or the page is not known yet", () => {
    expect(found("log", " - ")).toEqual([]);
    expect(foundOn(undefined, "log")).toEqual([]);
  });
  it("carry their places", () => {
    expect(foundOn(page("to log in"), "log")).toEqual([{ id: "found:1", page: 3, rects: [[10, 0, 18, 10]], label: "log", checked: false }]);
  });
});
