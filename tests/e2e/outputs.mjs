// What leaves the workspace for others: the summary for the board, a packet that is checked, the register of information.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open, with packets. */
export async function outputSteps({ page, bridge, step, look }) {
  const saved = (pattern) => readdirSync(bridge.folder).find((name) => pattern.test(name));

  await step("the board gets its summary from the figures", async () => {
    await page.getByRole("link", { name: "Insights" }).first().click();
    await page.getByRole("heading", { name: "Insights", level: 1 }).waitFor();
    await page.getByRole("button", { name: /^Summary for the board/ }).click();
    await page.getByText(/^Saved: Vendor risk for the board/).waitFor();
    check(saved(/^Vendor risk for the board .*\.pdf$/), "it is written");
    await look("insights-board");
  });

  await step("a packet is checked, sentence by sentence", async () => {
    await page.getByRole("link", { name: /^Packets/ }).click();
    await page.getByRole("heading", { name: "Packets", level: 1 }).waitFor();
    await page.getByRole("link", { name: /^Check a packet/ }).click();
    await page.getByRole("heading", { name: "Drop a packet on the window, or choose it" }).waitFor();
    await look("check-empty");
    await page.getByRole("link", { name: /^Packets/ }).first().click();
    await page.getByRole("cell", { name: /^P-\d{4}/ }).first().click();
    await page.getByRole("heading", { name: /^Packet P-\d{4}/ }).waitFor();
    await page.getByRole("button", { name: "Save as …" }).click();
    await page.getByText(/^Saved: P-\d{4}/).waitFor();
    await page.getByRole("button", { name: "Check this packet" }).click();
    await page.getByText("It is what this workspace printed, unchanged.").waitFor();
    await look("check-whole");
  });

  await step("the register of information is saved with what is missing in it", async () => {
    await page.getByRole("link", { name: "History" }).click();
    await page.getByRole("button", { name: /^DORA register/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Save/ }).click();
    await dialog.getByText(/^Missing: \d+ cells/).waitFor();
    check(existsSync(join(bridge.folder, saved(/^DORA register of information .*\.zip$/) ?? "?")), "it is written");
    await look("history-dora");
    await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  });
}
