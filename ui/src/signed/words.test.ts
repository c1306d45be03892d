import { describe, expect, it } from "vitest";
import type { CopyPagesView } from "../contract/generated";
import { copyPagesText, foreignText, isComplete, laterText, listText, signerText } from "./words";

const pages = (more: Partial<CopyPagesView>): CopyPagesView => ({ of: 12, came: 12, told: [], missing: [], untold: 0, foreign: [], ...more });

describe("the words on a signed copy", () => {
  it("name what is missing, and say what is not known", () => {
    expect(copyPagesText(pages({}))).toBe("12 of 12 pages");
    expect(copyPagesText(pages({ came: 10, missing: [3, 7] }))).toBe("pages 3 and 7 of 12 are not in the copy");
    expect(copyPagesText(pages({ came: 11, missing: [3] }))).toBe("page 3 of 12 is not in the copy");
    expect(copyPagesText(pages({ missing: [3, 7], untold: 2 }))).toBe("12 pages came for 12. The number of 2 cannot be read, so pages 3 and 7 of 12 may be there or not");
    expect(copyPagesText(pages({ of: 1, came: 1 }))).toBe("1 of 1 page");
  });
  it("list numbers as people do", () => {
    expect([[], [3], [3, 7], [3, 5, 7], [2, 3], [1, 4, 5, 6, 9]].map(listText)).toEqual(["", "3", "3 and 7", "3, 5 and 7", "2 and 3", "1, 4 to 6 and 9"]);
  });
  it("say what took the place of what was signed", () => {
    expect(laterText({ superseded_by: null, later_version: null })).toBeNull();
    expect(laterText({ superseded_by: 9, later_version: 2 })).toContain("Decision 9");
    expect(laterText({ superseded_by: null, later_version: 2 })).toContain("Version 2");
  });
  it("never take an unsaid signature for one", () => {
    const signer = { person: "p", name: "Ada", role: "Executive" };
    const said = { signed: true, agrees: true, comment: null, on: "2026-03-04", why: null, by: "Mara", at: "2026-03-05T09:00:00Z" };
    expect(signerText({ ...signer, said: null })).toBe("Ada: not confirmed");
    expect(signerText({ ...signer, said: { ...said, signed: false, on: null } })).toBe("Ada: not confirmed");
    expect(signerText({ ...signer, said })).toBe("signed by Ada (4 Mar 2026)");
    expect(signerText({ ...signer, said: { ...said, on: null } })).toBe("signed by Ada (no day beside it)");
    expect(signerText({ ...signer, said: { ...said, agrees: null } })).toBe("signed by Ada (4 Mar 2026)");
  });
  it("never take who declines for one who agrees", () => {
    const said = { signed: true, agrees: false, comment: "Not before the next report.", on: "2026-03-04", why: null, by: "Mara", at: "2026-03-05T09:00:00Z" };
    expect(signerText({ person: "p", name: "Ada", role: "Executive", said })).toBe("declined by Ada (4 Mar 2026): Not before the next report.");
  });
  it("name the page of another packet", () => {
    const page = { file_name: "scan.pdf", page: 3, number: "P-0002", version: 1 };
    expect(foreignText(page)).toBe("Page 3 of scan.pdf names packet P-0002, version 1: it is none of these pages.");
    expect(isComplete(pages({ foreign: [page] }))).toBe(false);
  });
});
