import { describe, expect, it } from "vitest";
import { wordDiff } from "./word-diff";

const own = (text: string, other: string): string[] => wordDiff(text, other).filter((run) => run.own).map((run) => run.text);

describe("words of two texts", () => {
  it("are marked where the other text has others", () => {
    const [before, after] = ["Accounts of leavers are removed within one business day.", "Accounts of all leavers are removed within two business days."];
    expect(own(after, before)).toEqual(["all", "two", "days."]);
    expect(own(before, after)).toEqual(["one", "day."]);
  });

  it("are not marked for case and punctuation", () => {
    expect(own("Backups, are TESTED.", "backups are tested")).toEqual([]);
  });

  it("stand there whole, in their order", () => {
    const after = "A b c d e";
    expect(wordDiff(after, "a x c e f").map((run) => run.text).join(" ")).toBe(after);
    expect(wordDiff("", "a b")).toEqual([]);
  });
});
