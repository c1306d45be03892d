import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { session } from "../../testing/examples";
import { dependant, fourthParties, party, resting } from "../../testing/examples-fourth";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { FourthPartiesView } from "./FourthPartiesView";
import { FourthPartyView } from "./FourthPartyView";

const host = (answers: Answers) => fakePlatform({ session: () => session(), vendors: () => [], ...answers });

describe("the register of fourth parties", () => {
  beforeEach(() => localStorage.clear());

  it("says of how many vendors each was counted, and what is held", async () => {
    const view = fourthParties({ parties: [party({ vendors: 3, gravest: 2 }), party({ key: "kelder", name: "Kelder Relay Ltd.", open: 0, own: { vendor: "v-9", name: "Kelder Relay", stage: "active", held: "unread", document: "d-9", file_name: "kelder.pdf", until: "2026-12-31" } })] });
    await renderScreen(<FourthPartiesView />, host({ fourth_parties: () => view }));
    const table = await screen.findByRole("table", { name: "Fourth parties" });
    expect(within(table).getByText("3 of 7")).toBeTruthy();
    expect(within(table).getByText("2 of 3")).toBeTruthy();
    expect(within(table).getByText("Not in the register")).toBeTruthy();
    expect(within(table).getByText(/^Held, not reviewed, until/)).toBeTruthy();
  });

  it("merges nothing until somebody says so, and can say that they are two", async () => {
    const view = fourthParties({ proposals: [{ party: "northfell compute", party_name: "Northfell Compute, Inc.", other: "northfell", other_name: "Northfell", vendor: null, why: "part" }] });
    const platform = host({ fourth_parties: () => view, fourth_parties_merge: () => ({ name: "northfell" }), fourth_parties_apart: () => ({}) });
    const { user } = await renderScreen(<FourthPartiesView />, platform);
    expect(platform.inputsOf("fourth_parties_merge")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Northfell Compute, Inc. and Northfell are one party" }));
    await waitFor(() => expect(platform.inputsOf("fourth_parties_merge")).toEqual([{ name: "northfell", into: "northfell compute" }]));
    await user.click(screen.getByRole("button", { name: "Northfell Compute, Inc. and Northfell are two parties" }));
    await waitFor(() => expect(platform.inputsOf("fourth_parties_apart")).toEqual([{ name: "northfell compute", other: "northfell", apart: true }]));
  });

  it("draws who rests on whom and walks it with the arrow keys", async () => {
    const view = fourthParties({
      parties: [party({ vendors: 2, dependants: [dependant(), dependant({ vendor: "v-2", vendor_name: "Tidewrack" })] }), party({ key: "kelder", name: "Kelder", dependants: [dependant({ vendor: "v-2", vendor_name: "Tidewrack", named: "Kelder", method: "inclusive" })] })],
      vendors: [resting(), resting({ vendor: "v-2", name: "Tidewrack", parties: ["kelder", "northfell compute"] }), resting({ vendor: "v-3", name: "Rests on nobody", parties: [] })],
    });
    const { user } = await renderScreen(<FourthPartiesView />, host({ fourth_parties: () => view }));
    await user.click(await screen.findByText("Who rests on whom"));
    const parties = within(screen.getByRole("list", { name: "Fourth parties" })).getAllByRole("link");
    const vendors = within(screen.getByRole("list", { name: "Vendors" })).getAllByRole("link");
    expect(vendors.map((row) => row.getAttribute("aria-label"))).toContain("Tidewrack rests on Northfell Compute, Inc. (carved out), Kelder (inclusive)");
    expect(vendors).toHaveLength(2);
    expect([...parties, ...vendors].filter((row) => row.tabIndex === 0)).toHaveLength(2);
    parties[0]?.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(parties[1]);
    await user.keyboard("{ArrowRight}");
    expect(vendors).toContain(document.activeElement);
  });

  it("tells a report that states that nobody is used from one in which nothing was found", async () => {
    const stated = [{ page: 12, label: null, quote: "No subservice organizations are used.", rects: [] }];
    const view = fourthParties({ vendors: [resting(), resting({ vendor: "v-2", name: "Tidewrack", parties: [], denied: stated }), resting({ vendor: "v-3", name: "Kelder", parties: [] }), resting({ vendor: "v-4", name: "Marl", parties: [], document: null })] });
    const { user } = await renderScreen(<FourthPartiesView />, host({ fourth_parties: () => view }));
    expect(await screen.findByText(/1 states that nobody is used/)).toBeTruthy();
    await user.click(screen.getByText("Name nobody (3)"));
    const rows = within(screen.getByRole("table", { name: "Vendors that name nobody" })).getAllByRole("row").slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/Kelder.*Nothing found/), expect.stringMatching(/Tidewrack.*States that it uses none.*12/), expect.stringMatching(/Marl.*No report/)]);
  });

  it("says that nothing is to be chased", async () => {
    const { user } = await renderScreen(<FourthPartiesView />, host({ fourth_parties: () => fourthParties() }));
    await user.click(await screen.findByText("To chase (0)"));
    expect(screen.getByText(/^Nothing to chase/)).toBeTruthy();
  });

  it("teaches where it is empty", async () => {
    await renderScreen(<FourthPartiesView />, host({ fourth_parties: () => fourthParties({ parties: [] }) }));
    expect(await screen.findByRole("heading", { name: "No fourth party yet" })).toBeTruthy();
  });
});

describe("one fourth party", () => {
  it("records what is known of a dependence", async () => {
    const platform = host({ fourth_parties: () => fourthParties(), fourth_party_record: () => ({}) });
    const { user } = await renderScreen(<FourthPartyView name="northfell compute" />, platform);
    expect(await screen.findByText("Nothing recorded")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Record what is known of Northfell Compute, Inc. for Marrowstone Data" }));
    await user.click(await screen.findByRole("combobox", { name: "Hosts or processes our data" }));
    await user.click(await screen.findByRole("option", { name: "Yes" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(platform.inputsOf("fourth_party_record")).toEqual([{ vendor: "v-1", name: "Northfell Compute, Inc.", has_our_data: true, monitoring: null, mapped: null, note: null }]));
  });

  it("is found under a name that was merged into it, which can be taken out", async () => {
    const merged = party({ names: [{ key: "northfell compute", name: "Northfell Compute, Inc.", merged: false }, { key: "ncs", name: "NCS", merged: true }] });
    const platform = host({ fourth_parties: () => fourthParties({ parties: [merged] }), fourth_party_split: () => ({}) });
    const { user } = await renderScreen(<FourthPartyView name="ncs" />, platform);
    await user.click(await screen.findByRole("button", { name: "Take out NCS" }));
    await waitFor(() => expect(platform.inputsOf("fourth_party_split")).toEqual([{ name: "ncs" }]));
  });
});
