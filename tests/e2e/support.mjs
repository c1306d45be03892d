// What the browser tests share: the bridge as a process, a browser, steps that are counted.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where pictures of every screen go; not part of the repository. */
export const output = new URL("output/", import.meta.url).pathname;

/** Starts the bridge on a free port with a folder of its own. */
export async function startBridge(program) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-e2e-"));
  const child = spawn(program, ["--folder", folder], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the bridge ended with ${code}`)));
    child.stdout.once("data", (data) => resolve(String(data).trim()));
  });
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, folder, stop };
}

/** Starts Debian's or the system's Chromium; nothing is downloaded. */
export async function startBrowser() {
  const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = process.env.CHROMIUM ?? known.find(existsSync);
  if (!executablePath) throw new Error("no Chromium is installed: install the package chromium, or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Counts steps: each says what holds, and goes on where it can. */
export class Tally {
  passed = 0;
  failed = 0;

  /** Whether the step passed. */
  async step(name, work) {
    try {
      await work();
      this.passed += 1;
      console.log(`ok   ${name}`);
      return true;
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL ${name}\n     ${String(error?.message ?? error).split("\n").slice(0, 12).join("\n     ")}`);
      return false;
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

export function check(condition, reason) {
  if (!condition) throw new Error(reason);
}

/** What axe finds on the screen as it is now: serious and critical violations of WCAG 2.1 A and AA. Behind an open dialog
 * nothing can be used and all of it is dimmed, so the dialog alone is examined. `recoloured`: the screen was examined in other
 * colours just before; of the very same document only the rules about colours can say something else. */
export async function violations(page, { recoloured = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async (recoloured) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    const screen = document.documentElement.outerHTML.replace(/ data-mantine-color-scheme="\w+"/, "");
    const same = recoloured && window.examined === screen;
    window.examined = screen;
    const colours = () => window.axe.getRules(tags).filter((rule) => rule.tags.includes("cat.color")).map((rule) => rule.ruleId);
    return window.axe.run(document.querySelector('[role="dialog"][aria-modal="true"]') ?? document, {
      runOnly: same ? { type: "rule", values: colours() } : { type: "tag", values: tags },
      // Where else a rule passed is nobody's question, and takes most of the time to write down.
      resultTypes: ["violations"],
      // Experimental in axe: it counts a shortcut shown on a button as part of its label.
      rules: { "label-content-name-mismatch": { enabled: false } },
    });
  }, recoloured);
  return found.violations
    .filter((violation) => ["serious", "critical"].includes(violation.impact))
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.html.slice(0, 160)} (${node.failureSummary?.split("\n")[1]?.trim()})`).slice(0, 4).join(" | ")}`);
}

/** Takes a picture of the screen under a name. */
export async function picture(page, name) {
  mkdirSync(output, { recursive: true });
  await page.screenshot({ path: join(output, `${name}.png`) });
}
