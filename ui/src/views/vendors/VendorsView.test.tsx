import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session, vendorRow } from "../../testing/examples";
import { vendorView } from "../../testing/examples-document";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { VendorsView } from "./VendorsView";

const rows = [
  vendorRow(),
  vendorRow({ id: "v-2", name: "Plainsong Meetings", service: "Video calls", tier: "low", stage: "active", owner: null, evidence_until: "2026-02-28" }),
  vendorRow({ id: "v-3", name: "Cindervale Mail", tier: null, stage: "draft", evidence_until: null }),
];
const register = (more: Answers = {}) => fakePlatform({ session: () => session(), dialog_draft: () => null, dialog_draft_keep: () => ({}), people: () => [], vendors: () => rows, ...more });
const names = () => screen.getAllByRole("row").slice(1).map((row) => within(row).getAllByRole("cell")[0]?.querySelector("b")?.textContent);

describe("the register", () => {
  it("filters by what is typed and by tier, and keeps the filter for the next time", async () => {
    const { user, unmount } = await renderScreen(<VendorsView />, register());
    await user.type(await screen.findByRole("textbox", { name: "Filter vendors" }), "mail");
    await waitFor(() => expect(names()).toEqual(["Cindervale Mail"]));
    unmount();
    const again = await renderScreen(<VendorsView />, register());
    await waitFor(() => expect(names()).toEqual(["Cindervale Mail"]));
    await again.user.click(screen.getByRole("button", { name: "Clear" }));
    await again.user.click(screen.getByRole("button", { name: /^No current evidence/ }));
    await waitFor(() => expect(names()).toEqual(["Plainsong Meetings", "Cindervale Mail"]));
  });

  it("opens a vendor with Enter", async () => {
    const { user, path } = await renderScreen(<VendorsView />, register());
    const [, first] = await screen.findAllByRole("row");
    first?.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(path()).toBe("/vendors/v-1"));
  });

  it("is exported in the form that was chosen, and leads to the import", async () => {
    const platform = register({ vendors_export: () => ({ name: "Vendors 2026-03-17.csv" }) });
    const { user, path } = await renderScreen(<VendorsView />, platform);
    await user.click(await screen.findByRole("button", { name: "Export…" }));
    await user.click(await screen.findByRole("menuitem", { name: "Text with commas, one row a vendor (.csv)" }));
    expect(await screen.findByText("Saved: Vendors 2026-03-17.csv")).toBeTruthy();
    expect(platform.inputsOf("vendors_export")).toEqual([{ format: "csv" }]);
    await user.click(screen.getByRole("button", { name: "Import…" }));
    await waitFor(() => expect(path()).toBe("/vendors/import"));
  });

  it("teaches where it is empty", async () => {
    await renderScreen(<VendorsView />, register({ vendors: () => [] }));
    expect(await screen.findByRole("heading", { name: "No vendor yet" })).toBeTruthy();
  });
});

describe("a new vendor", () => {
  it("offers the one that has the name, and loses nothing", async () => {
    const platform = register({ vendor_save: () => fails({ code: "vendor_exists", vendor: "v-2", name: "Plainsong Meetings" }) });
    const { user, path } = await renderScreen(<VendorsView />, platform);
    await user.click(await screen.findByRole("button", { name: "New vendor" }));
    await user.type(await screen.findByRole("textbox", { name: /Legal name/ }), "Plainsong Meetings");
    await user.click(screen.getByRole("button", { name: "Enter vendor" }));
    expect(await screen.findByText("In the register already: Plainsong Meetings")).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /Legal name/ })).toHaveProperty("value", "Plainsong Meetings");
    await user.click(screen.getByRole("button", { name: "Open it" }));
    await waitFor(() => expect(path()).toBe("/vendors/v-2"));
  });

  it("puts what is wrong at its field", async () => {
    const platform = register({ vendor_save: () => fails({ code: "invalid", field: "name", problem: { problem: "empty" } }) });
    const { user } = await renderScreen(<VendorsView />, platform);
    await user.click(await screen.findByRole("button", { name: "New vendor" }));
    await user.click(await screen.findByRole("button", { name: "Enter vendor" }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: /Legal name/ }).getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText("Needs a value.")).toBeTruthy();
  });

  it("leads to the vendor when it is entered", async () => {
    const platform = register({ vendor_save: () => vendorView({ row: vendorRow({ id: "v-9", name: "Quill Ltd" }) }) });
    const { user, path } = await renderScreen(<VendorsView />, platform);
    await user.click(await screen.findByRole("button", { name: "New vendor" }));
    await user.type(await screen.findByRole("textbox", { name: /Legal name/ }), "Quill Ltd");
    await user.click(screen.getByRole("button", { name: "Enter vendor" }));
    await waitFor(() => expect(path()).toBe("/vendors/v-9"));
    expect(platform.inputsOf("vendor_save")[0]).toMatchObject({ id: null, name: "Quill Ltd", tier: null });
  });
});
