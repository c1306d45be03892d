import { describe, expect, it } from "vitest";
import { documentTitle, readableDates, spanText } from "./describe";

describe("readableDates", () => {
  it("writes days as people do and leaves other numbers alone", () => {
    expect(readableDates("dated 2026-02-12, before 2026-12-31; pages 1-16")).toBe("dated 12 Feb 2026, before 31 Dec 2026; pages 1-16");
  });
});

describe("spanText", () => {
  it("tells a period from a point in time", () => {
    expect(spanText({ from: "2025-01-01", to: "2025-12-31" })).toBe("1 Jan – 31 Dec 2025");
    expect(spanText({ from: "2025-12-31", to: "2025-12-31" })).toBe("as of 31 Dec 2025");
    expect(spanText({ from: null, to: null })).toBeNull();
  });
});

describe("documentTitle", () => {
  const row = { id: "d", file_name: "scan.pdf", kind: "other", organization: null } as Parameters<typeof documentTitle>[0];
  it("falls back to the file where nothing was understood", () => {
    expect(documentTitle(row)).toBe("scan.pdf");
    expect(documentTitle({ ...row, kind: "nda" })).toBe("Non-disclosure agreement");
    expect(documentTitle({ ...row, kind: "soc2_type2", organization: "Quill Ltd" })).toBe("Quill Ltd, SOC 2 Type 2");
  });
});
