import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { FactView } from "../contract/generated";
import { session } from "../testing/examples";
import { documentView, fact, facts } from "../testing/examples-document";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { DocumentCautions } from "./DocumentCautions";

const proposed: FactView["proposed"] = { value: { form: "choices", choices: ["Brightwick Vault"] }, why: "The system examined is called “Vault Platform”, which names Brightwick Vault" };
const asked = fact("covers_services", null, { form: "choices", choices: ["Brightwick Sign", "Brightwick Vault"] }, { proposed });

const show = (view = documentView({ facts: [...facts(), asked] })) => {
  const platform = fakePlatform({ session: () => session(), fact_judge: () => view });
  return { platform, rendered: renderScreen(<DocumentCautions document={view} shown={null} onShow={() => undefined} />, platform) };
};

describe("which of our services a document covers", () => {
  it("is asked with what its system's name proposes, and told by a person", async () => {
    const { platform, rendered } = show();
    const { user } = await rendered;
    expect(await screen.findByText(/which names Brightwick Vault\. Until somebody says so it counts for all of them\./)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Brightwick Vault" }).checked).toBe(true);
    await user.click(screen.getByRole("button", { name: "It covers Brightwick Vault" }));
    await waitFor(() => expect(platform.inputsOf("fact_judge")).toEqual([{ document: "d-1", key: "covers_services", verdict: { verdict: "correct", value: { form: "choices", choices: ["Brightwick Vault"] } }, cite: [], reason: null }]));
  });

  it("is told of several in the order of the register, and of none there is nothing to say", async () => {
    const { platform, rendered } = show();
    const { user } = await rendered;
    await user.click(await screen.findByRole("checkbox", { name: "Brightwick Vault" }));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Say which" }).disabled).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: "Brightwick Vault" }));
    await user.click(screen.getByRole("checkbox", { name: "Brightwick Sign" }));
    await user.click(screen.getByRole("button", { name: "It covers Brightwick Sign, Brightwick Vault" }));
    await waitFor(() => expect(platform.inputsOf("fact_judge")[0]).toMatchObject({ verdict: { value: { choices: ["Brightwick Sign", "Brightwick Vault"] } } }));
  });

  it.each<[string, Partial<FactView>]>([
    ["it was told", { value: { form: "choices", choices: ["Brightwick Sign"] }, standing: { standing: "corrected", by: "Mara", at: "2026-03-17T09:00:00Z", reason: null } }],
    ["there is one service", { form: { form: "choices", choices: ["Brightwick Sign"] } }],
  ])("is not asked where %s", async (_why, change) => {
    await show(documentView({ facts: [{ ...asked, ...change }], mismatches: [{ mismatch: "company", named: "Somebody", akin: false, other: null }] })).rendered;
    expect(await screen.findByRole("list", { name: "Before you rely on it" })).toBeTruthy();
    expect(screen.queryByText("Which of our services does it cover?")).toBeNull();
  });
});
