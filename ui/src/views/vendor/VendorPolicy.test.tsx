import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ruleGroups } from "../../acceptance/rules";
import type { EvaluationView } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { alternative, evaluation, firm, rule } from "../../testing/examples-policy";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { VendorPolicy } from "./VendorPolicy";

const holding = (more: Answers = {}) =>
  fakePlatform({ session: () => session(), dialog_draft: () => null, dialog_draft_keep: () => ({}), people: () => [person(), person({ id: "p-2", name: "Tomasz Wieczorek" })], vendor_evaluation: () => evaluation(), alternative: () => alternative(), ...more });

describe("a vendor under the policy", () => {
  it("says what decides, what is required, where it was found and how it is resolved", async () => {
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, holding());
    const decides = await screen.findByRole("region", { name: "Decides the verdict" });
    await user.click(within(decides).getByRole("button", { name: /Report is not too old/ }));
    expect(within(decides).getByText("At most 12 months since the end")).toBeTruthy();
    expect(within(decides).getByRole("button", { name: /stated on page 5/ })).toBeTruthy();
    expect(decides.textContent).toContain("Ask for the next report.");
    expect(decides.textContent).toContain("May be accepted by an executive.");
  });

  it("asks the vendor for its part and keeps ours apart", async () => {
    await renderScreen(<VendorPolicy vendor="v-1" />, holding());
    expect(await screen.findByText("From the vendor")).toBeTruthy();
    expect(screen.getByText("Look up the licence")).toBeTruthy();
    expect(screen.getByText(/Countersign sends nothing/)).toBeTruthy();
  });

  it("hands the letter to the mail program, and copies a text that does not fit", async () => {
    const platform = holding({ vendor_letter_open: () => ({ with_text: false }) });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Open in the mail program" }));
    expect(platform.inputsOf("vendor_letter_open")).toEqual([{ vendor: "v-1" }]);
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(evaluation().letter?.body));
  });

  it("says for which service what holds, and asks for a deviation for the one that needs it", async () => {
    const services: EvaluationView["services"] = [
      { service: "e-1", name: "Marrowstone Ledger", verdict: "accept", deciding: [], open: [], evidence_until: { day: "2026-12-31", limited_by: "Age of the report" }, report: "d-1" },
      { service: "e-2", name: "Marrowstone Payroll", verdict: "escalate", deciding: ["Report is not too old"], open: ["DATE-AGE"], evidence_until: null, report: null },
    ];
    const platform = holding({ vendor_evaluation: () => evaluation({ services }), acceptance_request: () => evaluation({ services }) });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    const [ledger, payroll] = within(await screen.findByRole("list", { name: "By service" })).getAllByRole("listitem");
    expect(ledger?.textContent).toContain("For Marrowstone LedgerAcceptEvidence until 31 Dec 2026marrowstone.pdf");
    expect(payroll?.textContent).toContain("For Marrowstone PayrollEscalateReport is not too oldUntil when the evidence suffices is not knownNo report counts");
    await user.click(await screen.findByRole("button", { name: /Report is not too old/ }));
    await user.click(screen.getByRole("button", { name: "Ask for a deviation …" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole<HTMLInputElement>("combobox", { name: "For" }).value).toBe("Marrowstone Payroll");
    await user.click(within(dialog).getByRole("combobox", { name: /To be approved by/ }));
    await user.click(await screen.findByRole("option", { name: /Tomasz/ }));
    await user.click(within(dialog).getByRole("button", { name: "Ask for the deviation" }));
    await waitFor(() => expect(platform.inputsOf("acceptance_request")[0]).toMatchObject({ rule: "DATE-AGE", service: "e-2" }));
  });

  it("refuses in words a deviation that somebody is asked for without the rank", async () => {
    const platform = holding({ acceptance_request: () => fails({ code: "invalid", field: "approver", problem: { problem: "rank_too_low", needed: "executive" } }) });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    await user.click(await screen.findByRole("button", { name: /Report is not too old/ }));
    await user.click(screen.getByRole("button", { name: "Ask for a deviation …" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByRole("textbox", { name: /Why it is allowed/ }), "Soon");
    await user.click(within(dialog).getByRole("combobox", { name: /To be approved by/ }));
    await user.click(await screen.findByRole("option", { name: /Tomasz/ }));
    await user.click(within(dialog).getByRole("button", { name: "Ask for the deviation" }));
    expect(await within(dialog).findByText("Does not stand high enough for this. Needed: at least an executive.")).toBeTruthy();
    expect(platform.inputsOf("acceptance_request")[0]).toMatchObject({ vendor: "v-1", rule: "DATE-AGE", requester: "p-1", approver: "p-2", expires: "2026-09-13" });
  });

  it("lets whoever is asked approve a deviation, and refuse it only with a word", async () => {
    const request = {
      id: "q-1", rule: "DATE-AGE", title: "Report is not too old", found: "14 months", reason: "Soon", worst_case: "Late news", compensations: "We look", requester: "Odo Brandt", approver: "Mara Lindqvist", asked_on: "2026-03-01", expires: "2026-04-30",
      state: { state: "waiting", may_sign: true, may_take_back: false },
    } as const;
    const platform = holding({ vendor_evaluation: () => evaluation({ requests: [request] }), acceptance_answer: () => evaluation() });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    const card = await screen.findByRole("article", { name: "Asked for: Report is not too old" });
    expect(within(card).getByText("waits for Mara Lindqvist, counts not yet")).toBeTruthy();
    const refuse = within(card).getByRole<HTMLButtonElement>("button", { name: "I refuse" });
    expect(refuse.disabled).toBe(true);
    await user.type(within(card).getByRole("textbox", { name: "Comment" }), "No");
    expect(refuse.disabled).toBe(false);
    await user.click(within(card).getByRole("button", { name: "I approve" }));
    await waitFor(() => expect(platform.inputsOf("acceptance_answer")).toEqual([{ request: "q-1", agrees: true, comment: "No" }]));
  });

  it("leads through the check of the firm and records it under the firm's name", async () => {
    const platform = holding({ firm_check: () => firm() });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Check the firm …" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("https://licences.example")).toBeTruthy();
    await user.click(within(dialog).getByRole("combobox", { name: "Licence" }));
    await user.click(await screen.findByRole("option", { name: "Active" }));
    await user.click(within(dialog).getByRole("button", { name: "Record the check" }));
    await waitFor(() => expect(platform.inputsOf("firm_check")[0]).toMatchObject({ firm: "Merrow & Lisle LLP", checked_on: "2026-03-17", result: { licence: "active", peer_review: null } }));
  });
});

describe("a vendor without a current report", () => {
  const lacking = { sufficient: false, lacking: [{ what: "No main evidence", remedy: "Add an ISO/IEC 27001 certificate" }], red_flags: [], average_hundredths: null, substitutes: [] };

  it("is not spoken of where a report is held", async () => {
    await renderScreen(<VendorPolicy vendor="v-1" />, holding());
    await screen.findByText("From the vendor");
    expect(screen.queryByText("Without a current SOC 2 report")).toBeNull();
  });

  it("is assessed by keyboard, says live what is lacking, and keeps what is typed", async () => {
    const platform = holding({ alternative: () => alternative({ offered: true }), alternative_check: () => lacking, alternative_draft_keep: () => ({}), alternative_record: () => alternative({ offered: true }) });
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Go on without it …" }, { timeout: 5000 }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText("No main evidence. Add an ISO/IEC 27001 certificate.")).toBeTruthy();
    await user.click(within(dialog).getByRole("combobox", { name: /Why there is none/ }));
    await user.click(await screen.findByRole("option", { name: "Too small" }));
    within(within(dialog).getByRole("radiogroup", { name: "Leavers" })).getAllByRole("radio")[0]?.focus();
    await user.keyboard("2");
    await user.click(within(dialog).getByRole("button", { name: "Record" }));
    await waitFor(() => expect(platform.inputsOf("alternative_record")).toHaveLength(1));
    const { record } = platform.inputsOf("alternative_record")[0] ?? {};
    expect(record?.reason).toBe("too_small");
    expect(record?.scores.find(({ control }) => control === "leavers")?.score).toBe("shown");
    expect(record?.expires).toBe("2027-03-17");
  });

  it("leads to the approval where it suffices", async () => {
    const waiting = alternative({ offered: true, standing: { state: "to_approve", needed: "executive" } });
    const rules = [rule({ code: "REPORT-EVIDENCE", title: "Kind of evidence fits the class" })];
    const { user } = await renderScreen(<VendorPolicy vendor="v-1" />, holding({ alternative: () => waiting, vendor_evaluation: () => evaluation({ rules, deciding: [] }) }));
    await user.click(await screen.findByRole("button", { name: "Ask for the approval …" }));
    expect(await screen.findByRole("dialog", { name: "Deviation: Kind of evidence fits the class" })).toBeTruthy();
  });
});

describe("ruleGroups", () => {
  it("puts what decides first and what does not apply last, each rule once", () => {
    const rules = [rule({ code: "A", outcome: "not_applicable", standing: { by: "met" } }), rule({ code: "B", outcome: "pass", standing: { by: "met" } }), rule({ code: "C" }), rule({ code: "D", standing: { by: "accepted", until: "2026-04-01" } }), rule({ code: "E", outcome: "warn" })];
    expect(ruleGroups({ rules, deciding: ["C"] }).map((group) => group.rules.map(({ code }) => code).join())).toEqual(["C", "E", "D", "B", "A"]);
  });
});
