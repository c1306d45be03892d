// The main job, from the first run to the packet and on to the end of a vendor, in a workspace of its own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findingSteps } from "./findings.mjs";
import { registerSteps } from "./register.mjs";
import { reviewSteps } from "./review.mjs";
import { check } from "./support.mjs";
import { tableSteps } from "./tables.mjs";
import { todaySteps } from "./today.mjs";

const vendor = "Harbourlight Payroll, Inc.";

/** Runs the steps; no workspace is open. */
export async function job({ page, bridge, step, look, settled, drop, act }) {
  await step("first run explains itself", async () => {
    await page.goto(bridge.address);
    await page.getByRole("heading", { name: "Set up your workspace" }).waitFor();
    await look("first-run");
  });

  await step("a workspace is made and the inbox says what belongs here", async () => {
    await page.getByLabel("Organisation").fill("Larkfield Instruments");
    await page.getByLabel("Your name").fill("Mara Lind");
    await page.getByLabel("Your title").fill("Procurement lead");
    await page.getByRole("button", { name: "Create workspace" }).click();
    await page.getByRole("heading", { name: "Nothing needs you today" }).waitFor();
    await look("today-empty");
    await page.getByRole("link", { name: "Inbox, 0 waiting" }).click();
    await page.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
    await look("inbox-empty");
  });

  await step("a file that is no PDF is refused with a reason", async () => {
    await drop("badge.pdf", null);
    await page.getByText("badge.pdf").waitFor();
    await page.getByText(/no PDF|not a PDF/i).first().waitFor();
  });

  await step("a dropped report is read and every fact has its page", async () => {
    await drop("harbourlight soc 2.pdf", "/bridge/report");
    await page.getByRole("heading", { name: `${vendor}, SOC 2 Type 2` }).waitFor();
    const facts = page.getByRole("list", { name: "Facts" });
    for (const value of ["Merrow & Lisle LLP", "1 Jan 2025 – 31 Dec 2025", "12 Feb 2026", "Security, Availability"]) {
      await facts.getByText(value).waitFor();
    }
    check((await facts.getByRole("button", { name: /stated on page/ }).count()) >= 9, "facts carry page chips");
    await look("inbox");
  });

  await step("the document opens beside its facts, and the page is drawn", async () => {
    await page.getByRole("button", { name: "Open the document" }).click();
    const drawn = page.getByRole("img", { name: "Page 1, printed 1" });
    await drawn.waitFor();
    await page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 300));
    await look("review");
  });

  await step("the keyboard confirms, walks and corrects", async () => {
    await page.locator("body").click({ position: { x: 640, y: 4 } });
    await page.keyboard.press("Enter");
    await page.getByText("1 of 11 checked").waitFor();
    await page.getByRole("button", { name: /^System Harbourlight Pay System/ }).click();
    await page.keyboard.press("e");
    const editor = page.getByRole("form", { name: "Correct: System" });
    await editor.getByRole("textbox").first().fill("Harbourlight Pay");
    await editor.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("2 of 11 checked").waitFor();
    await page.getByRole("button", { name: /^System Harbourlight Pay\b/ }).waitFor();
  });

  await step("a list that the report does not have says so, and where to look", async () => {
    await page.getByRole("tab", { name: /^Exceptions/ }).click();
    await page.getByText(/^No exception was found/).waitFor();
    await look("review-empty-list");
  });

  await step("what the reader missed is added with a rectangle on the page", async () => {
    await page.getByRole("tab", { name: /^CUECs/ }).click();
    for (const [text, from, to] of [["Users are approved before they are entered.", 0.05, 0.4], ["Leavers are removed within a day.", 0.3, 0.7]]) {
      await page.getByRole("button", { name: /^Add CUEC/ }).click();
      const editor = page.getByRole("form", { name: "Add: CUEC" });
      await editor.getByText("Draw a rectangle").click();
      await page.getByTestId("draw").waitFor();
      // What is seen of the page; its lower part may be out of view.
      const seen = await page.getByRole("group", { name: /^Page \d+ of/ }).boundingBox();
      await page.mouse.move(seen.x + seen.width * 0.1, seen.y + seen.height * from);
      await page.mouse.down();
      await page.mouse.move(seen.x + seen.width * 0.9, seen.y + seen.height * to, { steps: 4 });
      await page.mouse.up();
      await editor.getByText(/^p\. \d+$/).waitFor();
      await editor.getByRole("textbox", { name: "Text" }).fill(text);
      await editor.getByRole("button", { name: "Add", exact: true }).click();
      await editor.waitFor({ state: "detached" });
    }
  });

  await step("the list is filtered, and a click on an entry shows its place on the page", async () => {
    await page.keyboard.press("ArrowLeft");
    const entries = page.getByRole("list", { name: "CUECs" });
    await page.getByRole("textbox", { name: "Find in this list" }).fill("leavers");
    await entries.getByText("Users are approved").waitFor({ state: "detached" });
    await entries.getByRole("button", { name: "Leavers are removed within a day.", exact: true }).click();
    const marked = page.locator("i[data-strong]").first();
    await marked.waitFor();
    const [mark, sheet] = [await marked.boundingBox(), await page.getByRole("img", { name: /^Page \d/ }).boundingBox()];
    check(mark.y > sheet.y && mark.y + mark.height <= sheet.y + sheet.height && mark.width > 20, "the place is marked on the page");
    await look("review-list");
    await page.getByRole("tab", { name: /^Facts/ }).click();
  });

  await step("everything is confirmed and filed with a new vendor", async () => {
    await page.goBack();
    await page.getByRole("button", { name: /^Confirm and file/ }).click();
    await page.getByRole("link", { name: "Inbox, 0 waiting" }).waitFor();
    await page.getByRole("link", { name: "Vendors, 1 vendor" }).click();
    await page.getByRole("row", { name: new RegExp(vendor) }).waitFor();
    await look("vendors");
  });

  await step("the vendor shows what its report covers, and gets a tier with a reason", async () => {
    await page.getByRole("cell", { name: vendor }).click();
    await page.getByRole("heading", { name: vendor, level: 1 }).waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What we buy").fill("Payroll");
    await dialog.getByLabel(/^Tier/).first().click();
    await page.getByRole("option", { name: "High" }).click();
    await dialog.getByLabel("Why that tier").fill("Holds bank details; we can pay by hand for a month.");
    await look("vendor-edit");
    await dialog.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("Payroll", { exact: true }).first().waitFor();
    await look("vendor");
  });

  await step("a second person enters", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "New person" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Ilse Brandt");
    await dialog.getByLabel("Title").fill("Head of security");
    for (const role of ["Second reader", "Security owner"]) await dialog.getByRole("checkbox", { name: role, exact: true }).check();
    await dialog.getByRole("button", { name: "Enter person" }).click();
    await page.getByRole("row", { name: /Ilse Brandt/ }).waitFor();
  });

  await reviewSteps({ page, step, look, act, vendor });

  await step("a decision without a reason is stopped at the field", async () => {
    await page.getByRole("button", { name: "Decide", exact: true }).click();
    const form = page.getByRole("form", { name: "Decision" });
    await form.waitFor();
    await form.getByRole("radio", { name: /^Approve with conditions/ }).click();
    await page.getByRole("button", { name: /^Record/ }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
  });

  await step("the decision is recorded and its packet is shown", async () => {
    const form = page.getByRole("form", { name: "Decision" });
    await form.getByLabel("Reason").fill("The examination covers what we use; one safeguard of ours is open.");
    await form.getByRole("textbox", { name: "Condition 1", exact: true }).fill("Switch on single sign-on for all users.");
    const owner = form.getByRole("combobox", { name: "Owner of condition 1" });
    await owner.or(form.getByRole("textbox", { name: "Owner of condition 1" })).first().click();
    await page.getByRole("option", { name: /Mara Lind/ }).click();
    const day = form.getByLabel("Day of condition 1");
    await day.fill("31 Dec 2030");
    await day.press("Tab");
    await form.getByRole("group", { name: /^Risk that stays/ }).getByText("Medium", { exact: true }).click();
    await form.getByRole("textbox", { name: "What can still happen" }).fill("A late notice of a breach.");
    await look("decision");
    await page.getByRole("button", { name: /^Record/ }).click();
    await page.getByText("P-0001").first().waitFor();
    await page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 300));
    await look("packet");
  });

  await step("the report is appended to the packet, and the preview leads to it", async () => {
    await page.getByRole("button", { name: "Append documents …" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: /^D1/ }).check();
    await look("packet-append");
    await dialog.getByRole("button", { name: "Make packet with these" }).click();
    const appended = page.getByRole("button", { name: /^D1, \d+ pages? from page \d+$/ });
    await appended.click();
    await page.waitForFunction(() => [...document.images].filter((image) => image.naturalWidth > 200).length > 1);
    await look("packet-appended");
  });

  await step("the packet is saved", async () => {
    await page.getByRole("button", { name: /^Save as/ }).click();
    await page.getByText(/P-0001.*\.pdf/).first().waitFor();
  });

  await step("those who are named sign, each for themselves, and who declines says why", async () => {
    await page.getByRole("link", { name: "Vendors, 1 vendor" }).click();
    await page.getByRole("cell", { name: vendor }).click();
    await page.getByRole("tab", { name: /^Decisions/ }).click();
    const decision = page.getByRole("article", { name: "Decision 1" });
    await decision.getByRole("button", { name: "I agree" }).click();
    await decision.getByText(/^agrees as /).waitFor();
    await act("Ilse Brandt");
    check(await decision.getByRole("button", { name: "I decline" }).isDisabled(), "nobody declines without a word");
    await decision.getByRole("textbox", { name: "Comment" }).fill("With the condition.");
    await decision.getByRole("button", { name: "I agree" }).click();
    await decision.getByText("agrees as security owner").waitFor();
    check((await decision.getByRole("button", { name: "I agree" }).count()) === 0, "nobody signs twice");
    await act("Mara Lind");
    await look("decision-signed");
  });

  await step("a later change marks the decision as stale, here and in the register, and taken back it holds again", async () => {
    const tier = async (name) => {
      await page.getByRole("button", { name: "Edit" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(/^Tier/).first().click();
      await page.getByRole("option", { name }).click();
      await dialog.getByRole("button", { name: /^Save/ }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await tier("Critical");
    const decision = page.getByRole("article", { name: "Decision 1" });
    await decision.getByText("The tier was high and is critical").waitFor();
    await look("decision-stale");
    await page.getByRole("link", { name: "Vendors, 1 vendor" }).click();
    await page.getByText("Decision stale").waitFor();
    await look("vendors-stale");
    await page.getByRole("cell", { name: vendor }).click();
    await tier("High");
    await page.getByRole("tab", { name: /^Decisions/ }).click();
    await decision.getByText(/^Stale/).waitFor({ state: "detached" });
  });

  await step("words inside documents are found", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("suitably designed");
    await page.getByText(/harbourlight soc 2\.pdf/).first().waitFor();
    await look("search");
    await page.keyboard.press("Escape");
  });

  await todaySteps({ page, step, look, folder: bridge.folder, vendor });

  await step("the audit log is whole", async () => {
    await page.getByRole("link", { name: "History" }).click();
    await page.getByRole("button", { name: /chain|Verify/i }).first().click();
    await page.getByText(/whole|unbroken|fits/i).first().waitFor();
    await look("history");
  });

  await step("what the auditor of our own controls asks for is saved as one file, and its counts agree", async () => {
    const target = join(bridge.folder, "evidence.zip");
    await fetch(new URL("/bridge/answer", bridge.address), { method: "POST", body: target });
    await page.getByRole("button", { name: /^For our auditor/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Save/ }).click();
    await dialog.getByText("Saved: evidence.zip").waitFor();
    await look("auditor");
    check((await dialog.getByText("Does not agree").count()) === 0, "the counts agree");
    check(readFileSync(target).subarray(0, 2).toString() === "PK", "it is there");
    await page.keyboard.press("Escape");
  });

  await step("a drop on another screen is answered there", async () => {
    await drop("copy of the report.pdf", "/bridge/report");
    const dock = page.getByRole("complementary", { name: "Files on their way in" });
    await dock.getByText(/Nothing is stored twice/).waitFor();
    await look("history-drop");
    await dock.getByRole("button", { name: "Take off the list" }).click();
    await dock.waitFor({ state: "detached" });
  });

  await step("a scan is read in the window, and its facts say so", async () => {
    await page.getByRole("link", { name: /^Inbox/ }).click();
    await drop("scanned.pdf", "/bridge/scan");
    await page.getByRole("button", { name: /scanned\.pdf/ }).first().click();
    await page.getByText(/are pictures of text: being read/).waitFor();
    await look("scan-being-read");
    await page.getByText(/were read from pictures/).waitFor({ timeout: 240_000 });
    await page.getByRole("heading", { name: `${vendor}, SOC 2 Type 2` }).waitFor();
    await look("scan-inbox");
    await page.getByRole("button", { name: "Open the document" }).click();
    await page.getByText(/read from a picture of text/i).first().waitFor();
    await page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 300));
    await look("scan-review");
  });

  await tableSteps({ page, bridge, step, look, vendor });

  await registerSteps({ page, step, look, left: vendor, proof: "harbourlight soc 2.pdf" });

  await findingSteps({ page, step, look, drop, vendor });

  await step("packets and settings can be used", async () => {
    await page.getByRole("link", { name: "Packets" }).click();
    await page.getByText("P-0001").first().waitFor();
    await look("packets");
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText("Larkfield Instruments").first().waitFor();
    await look("settings");
  });

  await step("nothing overflows at 200 % zoom", async () => {
    await page.setViewportSize({ width: 640, height: 400 });
    for (const address of ["#/", "#/calendar", "#/insights", "#/inbox", "#/vendors", "#/vendors/import", "#/exceptions", "#/fourth-parties", "#/packets", "#/settings"]) {
      await page.goto(`${bridge.address}${address}`);
      await settled();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      check(!wide, `${address} is wider than the window`);
    }
  });
  await page.setViewportSize({ width: 1280, height: 800 });
}
