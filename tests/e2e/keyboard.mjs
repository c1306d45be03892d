// A screen used without a mouse: the focus walks, keys choose.

import { check } from "./support.mjs";

/** Walks with Tab until the focus stands on a control. */
export async function reach(page, control) {
  await control.waitFor({ state: "attached" });
  for (let steps = 0; steps < 120; steps += 1) {
    if (await control.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  check(false, `no Tab leads to ${control}`);
}

/** Walks to a control and presses it. */
export async function press(page, control) {
  await reach(page, control);
  await page.keyboard.press("Enter");
}

/** Walks to a field and types into it in place of what stands there. */
export async function type(page, field, text) {
  await reach(page, field);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Walks to a list of choices, opens it, goes down to one and takes it. */
export async function choose(page, field, choice) {
  await reach(page, field);
  const option = page.getByRole("option", { name: choice }).and(page.locator("[data-combobox-selected]"));
  for (let steps = 0; steps < 40; steps += 1) {
    // A list that opens sets its mark in a task of its own; an arrow before that would be forgotten, and Enter send the form.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
    if ((await option.count()) > 0) break;
    await page.keyboard.press("ArrowDown");
  }
  check((await option.count()) === 1, `no arrow leads to ${choice}`);
  await page.keyboard.press("Enter");
}

/** Walks to a row of radio buttons or tabs and goes right along it until one is chosen. */
export async function along(page, chosen, wanted) {
  await reach(page, chosen);
  await arrow(page, "ArrowRight", wanted);
}

/** Goes down a menu or a table in which the focus stands, and takes an entry. */
export async function down(page, wanted) {
  await arrow(page, "ArrowDown", wanted);
  await page.keyboard.press("Enter");
}

async function arrow(page, key, wanted) {
  await wanted.waitFor({ state: "attached" });
  const there = () => wanted.evaluate((node) => node === document.activeElement);
  for (let steps = 0; steps < 20 && !(await there()); steps += 1) await page.keyboard.press(key);
  check(await there(), `no arrow leads to ${wanted}`);
}
