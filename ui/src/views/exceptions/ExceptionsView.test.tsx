import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { person, session } from "../../testing/examples";
import { assessment, finding, inputs, rating } from "../../testing/examples-finding";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { ExceptionsView } from "./ExceptionsView";
import { ExceptionView } from "./ExceptionView";

const host = (answers: Answers) => fakePlatform({ session: () => session(), people: () => [person()], finding_history: () => [], page: () => fails({ code: "not_found", what: "page" }), ...answers });

describe("the list of exceptions", () => {
  it("shows severity with its points, and what nobody has judged", async () => {
    const platform = host({ findings: () => ({ findings: [finding({ key: "1", number: 7, assessment: assessment() }), finding({ key: "2", title: "Restore test not performed" })] }) });
    await renderScreen(<ExceptionsView />, platform);
    const table = await screen.findByRole("table", { name: "Exceptions" });
    expect(within(table).getByText("High")).toBeTruthy();
    expect(within(table).getByText("not assessed")).toBeTruthy();
    expect(screen.getByText("2 open of 2, 1 not assessed")).toBeTruthy();
  });

  it("changes several at once", async () => {
    const both = [finding({ key: "1" }), finding({ key: "2", title: "Restore test not performed" })];
    const platform = host({ findings: () => ({ findings: both }), findings_letter: () => ({ to: null, subject: "Questions", body: "What caused it?", answer_by: "2026-03-27" }), findings_move: () => ({ findings: both }) });
    const { user } = await renderScreen(<ExceptionsView />, platform);
    await user.click(await screen.findByRole("checkbox", { name: "Choose Leaver access removed late" }));
    await user.click(screen.getByRole("button", { name: "Choose all 2" }));
    const bar = screen.getByRole("region", { name: "Chosen exceptions" });
    expect(within(bar).queryByRole("button", { name: "Accept for a time" })).toBeNull();
    await user.click(within(bar).getByRole("button", { name: "Ask the vendor" }));
    await user.click(await screen.findByRole("button", { name: "The question was sent" }));
    await waitFor(() => expect(platform.inputsOf("findings_move")).toEqual([{ keys: ["1", "2"], step: { step: "ask", answer_by: "2026-03-27" } }]));
  });

  it("teaches where it is empty", async () => {
    await renderScreen(<ExceptionsView />, host({ findings: () => ({ findings: [] }) }));
    expect(await screen.findByRole("heading", { name: "No exception yet" })).toBeTruthy();
  });
});

describe("one exception", () => {
  it("asks impact and exposure, shows the sum as it comes and records it", async () => {
    const one = finding();
    const platform = host({ findings: () => ({ findings: [one] }), finding_rate: () => rating(), finding_assess: () => ({ findings: [finding({ key: "f-1", number: 1, assessment: assessment() })] }) });
    const { user } = await renderScreen(<ExceptionView name={one.key} />, platform);
    expect(await screen.findByRole("button", { name: "Record the assessment" })).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("combobox", { name: "Impact on us" }));
    await user.click(await screen.findByRole("option", { name: /^4 · Severe/ }));
    await user.click(screen.getByRole("combobox", { name: "Exposure of our use" }));
    await user.click(await screen.findByRole("option", { name: /^3 · Direct/ }));
    const sum = await screen.findByRole("table", { name: "How the severity adds up" });
    expect(within(sum).getByText("12 + 1 − 2")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Record the assessment" }));
    await waitFor(() => expect(platform.inputsOf("finding_assess")).toEqual([{ key: one.key, inputs, reason: null }]));
  });

  it("puts a missing reason at its field", async () => {
    const one = finding({ assessment: assessment(), number: 1 });
    const platform = host({ findings: () => ({ findings: [one] }), finding_rate: () => rating(), finding_assess: () => fails({ code: "invalid", field: "reason", problem: { problem: "reason_missing" } }) });
    const { user } = await renderScreen(<ExceptionView name={one.key} />, platform);
    await user.click(await screen.findByRole("button", { name: "Change an input" }));
    await user.click(screen.getByRole("button", { name: "Record the assessment" }));
    expect(await screen.findByText("Needs a reason.")).toBeTruthy();
  });

  it("offers a step that waits with the reason why, and does not take it", async () => {
    const platform = host({ findings: () => ({ findings: [finding()] }) });
    const { user } = await renderScreen(<ExceptionView name={finding().key} />, platform);
    const accept = await screen.findByRole("button", { name: "Accept for a time" });
    expect(accept.getAttribute("aria-disabled")).toBe("true");
    await user.click(accept);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
