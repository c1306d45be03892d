// On whom the vendors of the sample workspace rest: the register, the picture, a name that is merged and taken out, the letter.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function fourthSteps({ page, bridge, call, step, look }) {
  const dialog = page.getByRole("dialog");

  await step("the register says on whom our vendors rest", async () => {
    await page.goto(`${bridge.address}#/fourth-parties`);
    await page.reload();
    await page.getByRole("heading", { name: "Fourth parties" }).waitFor();
    const view = await call("fourth_parties", { vendor: null });
    check(view.parties.length > 1, "reports of the sample name several");
    check(view.parties.every(({ dependants }) => dependants.every(({ citations }) => citations.length > 0)), "each says where it stands");
    await page.getByRole("table", { name: "Fourth parties" }).getByText(view.parties[0].name).waitFor();
    await look("fourth-parties");
    await page.getByRole("button", { name: /^Herfindahl/ }).click();
    await page.getByText(/Σ share²/).waitFor();
    await page.keyboard.press("Escape");
  });

  await step("the picture is walked by keyboard", async () => {
    await page.getByText("Who rests on whom").click();
    const parties = page.getByRole("list", { name: "Fourth parties" }).getByRole("link");
    await parties.first().focus();
    await look("fourth-parties-picture");
    await page.keyboard.press("ArrowDown");
    check(await parties.nth(1).evaluate((node) => node === document.activeElement), "the arrow goes to the next party");
    await page.keyboard.press("ArrowRight");
    check(await page.evaluate(() => document.activeElement?.getAttribute("data-side") === "vendor"), "and over to the vendors");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Who rests on it" }).waitFor();
    await look("fourth-party");
  });

  await step("what is known of a dependence is recorded and can be taken back", async () => {
    await page.getByRole("button", { name: /^Record what is known of/ }).first().click();
    await dialog.getByRole("combobox", { name: "Hosts or processes our data" }).click();
    await page.getByRole("option", { name: "Yes" }).click();
    await dialog.getByRole("combobox", { name: "The vendor’s monitoring of it" }).click();
    await page.getByRole("option", { name: "Tested clean in the report" }).click();
    await look("fourth-party-record");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Vendor’s monitoring tested clean").first().waitFor();
  });

  await step("names are put together and come apart again", async () => {
    await page.getByRole("combobox", { name: "Another name of it" }).click();
    await page.getByRole("option").first().click();
    await page.getByRole("button", { name: "One party" }).click();
    await page.getByRole("button", { name: /^Take out/ }).waitFor();
    await look("fourth-party-names");
    await page.getByRole("button", { name: /^Take out/ }).click();
    await page.getByRole("button", { name: /^Take out/ }).waitFor({ state: "detached" });
  });

  await step("a vendor says on whom it rests, and is asked about it", async () => {
    const view = await call("fourth_parties", { vendor: null });
    check(view.chase.length > 0, "there is somebody to chase");
    await page.goto(`${bridge.address}#/fourth-parties`);
    await page.getByText(/^To chase/).click();
    await look("fourth-parties-chase");
    await page.getByRole("button", { name: /^Letter to/ }).first().click();
    await dialog.getByRole("group", { name: "Text of the letter" }).getByText("the current report of").waitFor();
    await look("fourth-parties-letter");
    await page.keyboard.press("Escape");
    await page.goto(`${bridge.address}#/vendors/${view.chase[0].vendor}?tab=subservice`);
    await page.getByRole("table", { name: "Subservice organizations" }).waitFor();
    await look("vendor-subservice");
  });
}
