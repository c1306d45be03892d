import { describe, expect, it } from "vitest";
import { staleText } from "./stale-text";

describe("what has changed since a decision", () => {
  it("says both what was and what is", () => {
    expect(staleText({ stale: "fact", file_name: "a.pdf", label: "Opinion", was: "Unqualified", now: null })).toBe("Opinion was Unqualified and is not stated, in a.pdf");
    expect(staleText({ stale: "rule", code: "X", title: "Age of the report", was: "Met", now: "Not met", found: "16 months" })).toBe("Age of the report: was met, now not met (16 months)");
    expect(staleText({ stale: "register", of: "Ledger", what: "Data", was: "internal", now: "internal, special personal" })).toBe("Data of Ledger: was internal, now internal, special personal");
    expect(staleText({ stale: "register", of: null, what: "Service", was: null, now: "Payroll" })).toBe("Service: was not answered, now Payroll");
    expect(staleText({ stale: "answer", code: "X", title: "Bridge letters", was: "condition" })).toBe("Bridge letters: the condition answers it no more");
    expect(staleText({ stale: "verdict", was: "accept", now: "escalate" })).toMatch(/^The policy gave “accept” and gives “escalate/u);
  });
});
