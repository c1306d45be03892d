// A review of a vendor: every question by keyboard, signed, read again by somebody else, frozen.

/** Runs the steps; the vendor has a tier and a report, and a second person is there. */
export async function reviewSteps({ page, step, look, act, vendor }) {
  await step("a review asks what applies, with the evidence beside it and what is suggested", async () => {
    await page.getByRole("link", { name: "Vendors, 1 vendor" }).click();
    await page.getByRole("cell", { name: vendor }).click();
    await page.getByRole("button", { name: "Start review" }).first().click();
    await page.getByRole("article", { name: "Question A1" }).waitFor();
    await page.waitForFunction(() => [...document.images].some((image) => image.naturalWidth > 300));
    await look("assess");
    await page.getByRole("button", { name: "In brief" }).click();
    await page.getByText("Which categories were examined?").first().waitFor();
    await look("assess-brief");
    await page.keyboard.press("Escape");
  });

  await step("every question is answered with the keyboard, and the verdict follows", async () => {
    // Enter takes a suggestion and goes on; where there is none, the answer is typed and judged.
    const sign = page.getByRole("button", { name: "Sign as reviewer" });
    const asked = page.getByRole("article", { name: /^Question / });
    for (let turn = 0; turn < 90 && !((await sign.isVisible()) && (await sign.isEnabled())); turn += 1) {
      await page.locator("body").click({ position: { x: 640, y: 4 } });
      const before = (await asked.isVisible()) ? await asked.getAttribute("aria-label") : null;
      if (before === null) await look("assess-conclusion");
      else if (!(await page.getByRole("button", { name: /^Accept/ }).isVisible())) {
        await page.keyboard.press("e");
        const typed = page.getByRole("textbox", { name: "Answer" });
        if (await typed.isVisible()) await typed.fill("Looked at, nothing against it");
        else await page.locator('[data-field="answer"] label').first().click();
        await page.locator("body").click({ position: { x: 640, y: 4 } });
        await page.keyboard.press("1");
      }
      if (turn === 3) {
        await page.getByRole("textbox", { name: "Note" }).fill("Seen in the report itself.");
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("Enter");
      await page.waitForFunction((before) => (document.querySelector('article[aria-label^="Question "]')?.getAttribute("aria-label") ?? null) !== before, before);
    }
    await page.getByRole("heading", { name: "What decides it, and how to change it" }).waitFor();
    await look("assess-to-sign");
  });

  await step("the reviewer signs, somebody else reads it again, and it is finished and frozen", async () => {
    await page.getByRole("button", { name: "Sign as reviewer" }).click();
    await page.getByText(/Somebody other than Mara Lind reads it again/).waitFor();
    await act("Ilse Brandt");
    await page.getByRole("button", { name: "I have read it again" }).click();
    await page.getByText(/read again by Ilse Brandt/).waitFor();
    await act("Mara Lind");
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByText("Review finished and frozen").waitFor();
    await look("assess-finished");
    await page.getByRole("link", { name: vendor }).first().click();
    await page.getByRole("tab", { name: /^Reviews/ }).click();
    await page.getByRole("link", { name: "Review 1" }).waitFor();
    await look("vendor-reviews");
  });
}
