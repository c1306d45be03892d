// A packet that was signed on paper is dropped as a picture, kept with its decision, and a person confirms who signed.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace takes the place of the open one. */
export async function signedSteps({ page, bridge, call, step, look, drop }) {
  const dialog = page.getByRole("dialog");
  let packet;

  await step("a dropped picture of the decision sheet is told to be the copy of its packet", async () => {
    await call("workspace_sample", {});
    packet = (await call("packets", {})).find(({ paper }) => paper === "a4");
    check(packet, "the sample has a packet on A4");
    await page.goto(`${bridge.address}#/vendors`);
    await page.reload();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await drop("signed sheet.png", `/bridge/picture/packet/${packet.id}/1?width=1654`);
    await page.getByText(`Signed copy of packet ${packet.number}, version ${packet.version}`).first().waitFor({ timeout: 60_000 });
    await look("signed-dropped");
  });

  await step("Today asks who signed, and leads there", async () => {
    await page.goto(`${bridge.address}#/`);
    const item = page.getByRole("listitem").filter({ hasText: "Signed copy to confirm" });
    await item.first().waitFor();
    await look("signed-today");
    await item.first().getByRole("link", { name: "Say who signed" }).or(item.first().getByRole("button", { name: "Say who signed" })).click();
    await page.getByRole("region", { name: `Signed copy of ${packet.number}, version ${packet.version}` }).waitFor();
    await look("signed-decision");
  });

  await step("who signed is confirmed by keyboard, with the page beside it", async () => {
    await page.getByRole("button", { name: "Confirm who signed …" }).focus();
    await page.keyboard.press("Enter");
    await dialog.getByRole("img").first().waitFor();
    const record = dialog.getByRole("button", { name: "Record who signed" });
    check(await record.isDisabled(), "nothing is ticked yet");
    await dialog.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    check(await record.isDisabled(), "it is not said yet which box is ticked");
    await dialog.getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    await look("signed-confirm");
    await record.focus();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/^signed by .* \(no day beside it\)$/).waitFor();
    await look("signed-confirmed");
  });

  await step("a decline on paper is recorded as one, with what is written beside it", async () => {
    await page.getByRole("button", { name: "Put right who signed …" }).click();
    await dialog.getByRole("radio").nth(1).check();
    await dialog.getByLabel(/^Words beside/).fill("Not before the next report.");
    await dialog.getByLabel(/^Reason/).fill("The other box is ticked.");
    await look("signed-decline");
    await dialog.getByRole("button", { name: "Record the correction" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/^declined by .*: Not before the next report\.$/).waitFor();
    await look("signed-declined");
  });

  await step("what was confirmed is taken back with a reason", async () => {
    await page.getByRole("button", { name: "Put right who signed …" }).click();
    await dialog.getByRole("checkbox").first().uncheck();
    await dialog.getByRole("button", { name: "Record the correction" }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog.getByLabel(/^Reason/).fill("A stamp, not a signature.");
    await look("signed-correct");
    await dialog.getByRole("button", { name: "Record the correction" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/taken back by .*: A stamp, not a signature\./).waitFor();
  });

  await step("the copy says what it is, and the packet says that it came back", async () => {
    await page.getByRole("link", { name: "signed sheet.png" }).click();
    await page.getByRole("link", { name: new RegExp(`^Signed copy of packet ${packet.number}, version ${packet.version}`) }).waitFor();
    await look("signed-document");
    await page.goto(`${bridge.address}#/packets/${packet.id}`);
    await page.getByRole("heading", { name: "Signed copy" }).waitFor();
    await look("signed-packet");
  });
}
