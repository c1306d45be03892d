// A browser with an application of its own: what one journey through the screens needs. Lanes do not know of each other.

import { check, picture, startBridge, startBrowser, violations } from "./support.mjs";

/** How long a screen has to stand still, and how long that is waited for where something never does. */
const STILL_MS = 100;
const RESTLESS_MS = 2_500;

/** Runs a journey; its steps are counted in the tally. */
export async function lane(program, tally, journey) {
  const bridge = await startBridge(program);
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // A busy machine is slow, and no step says anything about speed.
  page.setDefaultTimeout(60_000);
  const complaints = [];
  page.on("console", (message) => {
    // A refused command answers 422; the screen says why, and the browser logs it.
    if (message.type() === "error" && !message.text().includes("422")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  /** What is being asked of the application. */
  const asked = new Set();
  page.on("request", (request) => {
    if (/\/bridge\/(call|picture)\//.test(request.url())) asked.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => asked.delete(request));

  /** Waits until nothing is asked of the application, and nothing on the screen changes or moves. */
  const settled = async () => {
    const until = Date.now() + RESTLESS_MS;
    do {
      while (asked.size > 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 20));
      await page.evaluate(still, [STILL_MS, Math.max(STILL_MS, until - Date.now())]);
    } while (asked.size > 0 && Date.now() < until);
  };

  /** A step; where it fails the screen is photographed as it was. */
  const step = async (name, work) => {
    const ok = await tally.step(name, work);
    if (!ok) await picture(page, `failed-${tally.failed}`).catch(() => undefined);
  };

  /** Photographs the screen in light and dark and lets axe look at both. */
  const look = async (name) => {
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await settled();
      await picture(page, `${name}-${scheme}`);
      const found = await violations(page, { recoloured: scheme === "dark" });
      check(found.length === 0, `axe on ${name}, ${scheme}: ${found.join("; ")}`);
    }
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  };

  /** Says who acts, by the menu. */
  const act = async (name) => {
    await page.getByRole("button", { name: /^Acting: / }).click();
    await page.getByRole("menuitemradio", { name }).click();
    await page.getByRole("button", { name: `Acting: ${name}` }).waitFor();
  };

  /** Asks the application as the screens do. */
  const call = async (name, input) => {
    const answer = await fetch(new URL(`/bridge/call/${name}`, bridge.address), { method: "POST", body: JSON.stringify(input), headers: { "content-type": "application/json" } });
    check(answer.ok, `${name} answered ${answer.status}`);
    return answer.json();
  };

  /** Lets a file fall onto the window; one without a source is no document. */
  const drop = (name, source) =>
    page.evaluate(
      async ([name, source]) => {
        const bytes = source === null ? new TextEncoder().encode("no PDF") : await (await fetch(source)).arrayBuffer();
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], name, { type: "application/pdf" }));
        for (const type of ["dragenter", "dragover", "drop"]) {
          window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      },
      [name, source],
    );

  try {
    await journey({ page, bridge, call, step, look, settled, drop, act });
    await step(`no screen of ${journey.name} complained`, async () => check(complaints.length === 0, complaints.join("\n")));
  } finally {
    await browser.close();
    bridge.stop();
  }
}

/** Resolves once the page has stood still for a time: no change of the document, no movement that will end, every picture there. */
function still([quiet, limit]) {
  return new Promise((resolve) => {
    const begun = performance.now();
    let since = begun;
    const restless = () => (since = performance.now());
    const watch = new MutationObserver(restless);
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const look = () => {
      const moving = document.getAnimations().some((animation) => animation.playState === "running" && animation.effect?.getComputedTiming().endTime !== Infinity);
      if (moving || [...document.images].some((image) => !image.complete)) restless();
      const now = performance.now();
      if (now - since < quiet && now - begun < limit) return requestAnimationFrame(look);
      watch.disconnect();
      resolve();
    };
    look();
  });
}
