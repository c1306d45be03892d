import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ChecklistView, RegisterView } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { documentRow, vendorView } from "../../testing/examples-document";
import { contract, register, service } from "../../testing/examples-register";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { VendorView } from "./VendorView";

const gap = (name: RegisterView["missing"][number]["gaps"][number]["gap"], change = {}) => ({ gap: name, item: null, name: null, from: null, ...change });
const holding = (said: RegisterView, more: Answers = {}) =>
  fakePlatform({
    session: () => session(), dialog_draft: () => null, dialog_draft_keep: () => ({}),
    people: () => [person()],
    inbox: () => ({ jobs: [], waiting: [], set_aside: [], read_by_older: 0 }),
    vendor: () => vendorView({ documents: [documentRow({ vendor: "v-1" })], steps: ["request_evidence", "start_offboarding"] }),
    register: () => said,
    register_draft: () => null,
    register_draft_keep: () => ({}),
    ...more,
  });
const shown = (platform: ReturnType<typeof holding>) => renderScreen(<VendorView vendor="v-1" />, platform);

describe("what is missing", () => {
  it("leads to the editor in which it is entered", async () => {
    const missing = [{ step: "assign_tier" as const, gaps: [gap("dependence", { item: "s-1", name: "Results warehouse" })] }];
    const { user } = await shown(holding(register({ missing, services: [service({ dependence: null })] })));
    await user.click(await screen.findByRole("button", { name: /what happens when it fails, Results warehouse/ }));
    expect(await screen.findByDisplayValue("Results warehouse")).toBeTruthy();
  });

  it("flags reports that are held without an agreement, on the overview and with the documents", async () => {
    const { user } = await shown(holding(register({ held_without_nda: true })));
    expect(await screen.findByRole("button", { name: /Reports are held though/ })).toBeTruthy();
    await user.click(screen.getByRole("tab", { name: /Documents/ }));
    expect(await screen.findByText(/Reports are held though/)).toBeTruthy();
  });

  it("stands at a step that is not possible yet, and the step leads nowhere", async () => {
    const platform = holding(register({ steps: [{ step: "request_evidence", gaps: [gap("nda")] }] }));
    const { user } = await shown(platform);
    await user.click(await screen.findByRole("button", { name: "Move on" }));
    const step = await screen.findByRole("menuitem", { name: /Evidence requested/ });
    expect(step.textContent).toContain("Missing: Agree on confidentiality");
    await user.click(step);
    expect(platform.inputsOf("vendor_move")).toEqual([]);
  });
});

describe("an editor", () => {
  it("says at the field what is wrong, and keeps what is typed", async () => {
    const wrong = () => fails({ code: "invalid", field: "notice_days", problem: { problem: "out_of_range", least: 0, most: 1095 } });
    const platform = holding(register({ contracts: [{ contract: contract(), current_end: "2026-05-31", notice_deadline: "2026-04-01", days_left: 15 }] }), { register_save: wrong });
    const { user } = await shown(platform);
    await user.click(await screen.findByRole("tab", { name: /Contracts/ }));
    expect(await screen.findByText("Notice by 1 Apr 2026, 15 days left")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Edit Master agreement" }));
    const dialog = await screen.findByRole("dialog");
    const notice = await within(dialog).findByRole("textbox", { name: "Notice before the end" });
    await user.clear(notice);
    await user.type(notice, "5000");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(await within(dialog).findByText("Must lie between 0 and 1,095.")).toBeTruthy();
    await waitFor(() => expect(platform.inputsOf("register_draft_keep").at(-1)).toMatchObject({ editor: { part: "contract", item: "c-1" }, draft: { notice_days: 5000 } }));
  });

  it("opens with what was typed before and not recorded", async () => {
    const platform = holding(register({ services: [] }), { register_draft: () => ({ part: "service", ...service({ id: null, name: "Half typ" }) }) });
    const { user } = await shown(platform);
    await user.click(await screen.findByRole("tab", { name: /Services/ }));
    await user.click(await screen.findByRole("button", { name: "Add service" }));
    expect(await screen.findByDisplayValue("Half typ")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(platform.inputsOf("register_draft_keep")).toEqual([{ editor: { vendor: "v-1", part: "service", item: null }, draft: null }]));
  });

  it("asks about data only where the vendor reaches any, and about outage only where we depend on it", async () => {
    const { user } = await shown(holding(register({ services: [service({ data: [], dependence: "little" })] })));
    await user.click(await screen.findByRole("tab", { name: /Services/ }));
    await user.click(await screen.findByRole("button", { name: "Edit Results warehouse" }));
    await screen.findByDisplayValue("Results warehouse");
    expect(screen.queryByText("Subprocessors")).toBeNull();
    expect(screen.queryByText("We can do without it for")).toBeNull();
    expect(screen.getByRole("checkbox", { name: "It reaches no data of ours" })).toHaveProperty("checked", true);
  });
});

describe("the tier", () => {
  const tiering: RegisterView["tiering"] = {
    services: [
      {
        service: "s-1", name: "Results warehouse", score: 12, class: "high", overrides: [{ lift: "critical_dependence", at_least: "critical" }], open_overrides: [], tier: "critical", at_most: "critical",
        factors: [{ factor: "data", points: 4, most: 4, reason: "Health data" }, { factor: "integration", points: null, most: 2, reason: null }],
      },
    ],
    proposed: "critical", settled: true, limits: { critical: 13, high: 9, medium: 5, most: 17 }, events: [{ event: "new_data", service: "Results warehouse" }],
    assigned: { tier: "high", computed: "high", reason: "9 of 17 points", overridden: false, by: "Mara Lindqvist", at: "2026-01-05T09:00:00Z" },
  };

  it("shows its arithmetic and what proposes to work it out again, and is assigned as the answers give it", async () => {
    const platform = holding(register({ tiering }), { tier_assign: () => register({ tiering }) });
    const { user } = await shown(platform);
    await user.click(await screen.findByTitle("Shows how the tier comes about"));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("12 of 17")).toBeTruthy();
    expect(within(dialog).getByText("0 to 2")).toBeTruthy();
    expect(within(dialog).getByText(/Work it out again: new kind of data, Results warehouse/)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Assign critical" }));
    expect(platform.inputsOf("tier_assign")).toEqual([{ vendor: "v-1", tier: null, reason: null }]);
  });
});

describe("a checklist", () => {
  const item = { id: "certificate", text: "Written certificate of destruction", from_tier: null, mandatory: true, proof: true, source: "practice.md §6.7", fixed: false };
  const lists: ChecklistView[] = [{ checklist: "offboarding", current: true, settled: 0, items: [{ item, settled: false, tick: null }] }];

  it("asks for the document where one must prove it", async () => {
    const platform = holding(register(), { checklists: () => lists, checklist_tick: () => fails({ code: "invalid", field: "proof", problem: { problem: "proof_missing" } }) });
    const { user } = await shown(platform);
    await user.click(await screen.findByRole("tab", { name: /Checklists/ }));
    expect(await screen.findByText("0 of 1")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Done: Written certificate/ }));
    await user.click(await screen.findByRole("button", { name: "Tick" }));
    expect(await screen.findByText(/A document must prove it\. Choose one/)).toBeTruthy();
    expect(platform.inputsOf("checklist_tick")).toEqual([{ vendor: "v-1", checklist: "offboarding", item: "certificate", state: "done", note: "", proof: null }]);
  });
});

describe("leaving a vendor", () => {
  const offboarding = { reason: "Replaced", owner: "p-1", owner_name: "Mara Lindqvist", ends_on: "2026-04-30", data_plan: "Deleted", check_from: "2026-05-30" };
  const at = (stage: "offboarding" | "closed") => {
    const view = vendorView();
    return holding(register({ offboarding }), { vendor: () => ({ ...view, row: { ...view.row, stage } }) });
  };

  it("shows the plan and its days while it is under way, and lets it be changed", async () => {
    await shown(at("offboarding"));
    expect(await screen.findByRole("button", { name: "Change the plan" })).toBeTruthy();
    expect(screen.getByText("Check that access is dead")).toBeTruthy();
  });

  it("keeps the plan of a closed vendor as it was, with no day ahead", async () => {
    await shown(at("closed"));
    expect(await screen.findByText("Deleted")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Change the plan" })).toBeNull();
    expect(screen.getByText("No date is set.")).toBeTruthy();
  });

  it("begins with a plan: reason, owner, last day and data", async () => {
    const platform = holding(register(), { offboarding_plan: () => fails({ code: "invalid", field: "ends_on", problem: { problem: "empty" } }) });
    const { user } = await shown(platform);
    await user.click(await screen.findByRole("button", { name: "Move on" }));
    await user.click(await screen.findByRole("menuitem", { name: /Start offboarding/ }));
    await user.type(await screen.findByRole("textbox", { name: /Why we leave/ }), "Replaced");
    await user.click(screen.getByRole("button", { name: "Start offboarding" }));
    expect(await screen.findByText("Needs a value.")).toBeTruthy();
    expect(platform.inputsOf("offboarding_plan")[0]).toMatchObject({ vendor: "v-1", reason: "Replaced", owner: null, ends_on: null });
  });
});
