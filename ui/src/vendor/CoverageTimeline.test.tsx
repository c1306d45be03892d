import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CoverageSpan, CoverageView } from "../contract/generated";
import { session } from "../testing/examples";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { CoverageTimeline } from "./CoverageTimeline";

const span = (document: string, kind: string, from: string, to: string): CoverageSpan => ({ document, kind, from, to });

describe("what the reports of a vendor cover", () => {
  it("draws the gap between two reports though a certificate holds through it", async () => {
    const coverage: CoverageView = {
      report: "b", ends: "2025-12-31", age_months: 2, max_age_months: 12, evidence_until: "2026-12-31", hard_stop: null,
      spans: [span("a", "soc2_type2", "2023-07-01", "2024-06-30"), span("b", "soc2_type2", "2025-01-01", "2025-12-31")],
      papers: [span("c", "iso27001_certificate", "2023-01-01", "2026-12-31")],
      gaps: [{ from: "2024-07-01", to: "2024-12-31" }], uncovered_since: "2026-01-01",
    };
    await renderScreen(<CoverageTimeline coverage={coverage} documents={[]} today="2026-03-17" onOpen={() => undefined} />, fakePlatform({ session: () => session() }));
    expect(screen.getByTitle(/Nothing speaks of 1 Jul.*31 Dec 2024/u)).toBeTruthy();
    expect(screen.getByTitle(/the time since 1 Jan.*17 Mar 2026/u)).toBeTruthy();
    expect(screen.getByText("Other papers")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /^Open / })).toHaveLength(3);
  });
});
