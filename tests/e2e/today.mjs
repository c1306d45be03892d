// What needs attention after the first decision: walked and put off by keyboard, seen in the calendar, saved for other programs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "./support.mjs";

/** Runs the steps of Today and Calendar. `folder` is where the bridge saves files. */
export async function todaySteps({ page, step, look, folder, vendor }) {
  await step("today says what comes, why, and until when; an item is put off and brought back; the calendar has the dates", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.getByRole("list", { name: "Figures" }).waitFor();
    await page.getByRole("region", { name: "Coverage" }).getByRole("link", { name: vendor }).waitFor();
    await look("today");

    // J walks, S puts off with a reason, Enter in the list would do what settles the item.
    await page.locator("body").click({ position: { x: 640, y: 4 } });
    const current = page.locator("li[data-current]");
    const first = await current.innerText();
    await page.keyboard.press("j");
    check((await current.innerText()) !== first, "J goes to the next item");
    await page.keyboard.press("k");
    check((await current.innerText()).startsWith(first.slice(0, 12)), "K goes back");
    const name = await current.getByRole("button", { name: /^Put off: / }).getAttribute("aria-label");
    await page.keyboard.press("s");
    const dialog = page.getByRole("dialog", { name: "Put off" });
    await dialog.getByRole("textbox", { name: "Why" }).fill("The vendor has promised it for next week.");
    await look("today-put-off");
    await dialog.getByRole("button", { name: "Put off", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name }).waitFor({ state: "detached" });
    await page.getByRole("region", { name: "Put off" }).getByRole("button", { name: "Put off" }).click();
    await page.getByText("The vendor has promised it for next week.").first().waitFor();
    await page.getByRole("button", { name: name.replace("Put off: ", "Bring back: ") }).click();
    await page.getByRole("button", { name }).waitFor();

    // A figure lists of whom it was counted.
    await page.getByRole("button", { name: /^Vendors with current evidence/ }).click();
    await page.getByRole("dialog").getByRole("link", { name: vendor }).waitFor();
    await look("today-figure");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.getByRole("table", { name: /^Month/ }).waitFor();
    await look("calendar");
    await page.getByText("List", { exact: true }).click();
    await page.getByRole("group", { name: "Dates" }).getByRole("link", { name: vendor }).first().waitFor();
    await look("calendar-list");
    await page.getByText("Month", { exact: true }).click();
    await page.getByRole("button", { name: /^Save as \.ics/ }).click();
    await page.getByText(/Saved: .*\.ics/).waitFor();
    const file = (await page.getByText(/Saved: .*\.ics/).innerText()).replace(/^.*Saved: /s, "").trim();
    check(readFileSync(join(folder, file), "utf8").includes("DTSTART;VALUE=DATE:"), "the file holds whole days");
  });
}
