// The window through WebKit's own driver, in the standard protocol: nothing else is needed for one journey.

import { createServer } from "node:net";
import { writeFileSync } from "node:fs";
import { ink } from "./ink.mjs";
import { start, until } from "./processes.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** The dark pixels that a few printed lines have at least. */
const WRITTEN = 300;

/** Runs in the page: the first visible element of a kind with a name, as a person or a screen reader calls it. */
const FIND = `
  const [kind, source, flags, within] = arguments;
  const pattern = new RegExp(source, flags);
  const kinds = {
    button: "button, [role=button]", link: "a[href]", heading: "h1, h2, h3", field: "input, textarea", radio: "[role=radio], input[type=radio]",
    label: "label", cell: "td, [role=gridcell]", form: "form", list: "ul, ol, [role=list], table", picture: "img",
  };
  const plain = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const named = (element) => {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return plain(element.getAttribute("aria-label") || by || element.alt || element.labels?.[0]?.textContent || element.textContent);
  };
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  return [...(within ?? document.body).querySelectorAll(kinds[kind])].find((element) => shown(element) && pattern.test(named(element))) ?? null;
`;

/** Runs in the page: what can be seen of an element through all that cuts it off. */
const VISIBLE = `
  const area = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let each = arguments[0]; each; each = each.parentElement) {
    if (each !== arguments[0] && getComputedStyle(each).overflow === "visible") continue;
    const { left, top, right, bottom } = each.getBoundingClientRect();
    Object.assign(area, { left: Math.max(area.left, left), top: Math.max(area.top, top), right: Math.min(area.right, right), bottom: Math.min(area.bottom, bottom) });
  }
  return area;
`;

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The window, once the driver has started the program in it. */
export class Window {
  #session;

  constructor(driver, address) {
    this.driver = driver;
    this.address = address;
  }

  /** Starts the driver, and the program through it. */
  static async open(program, { env, log }) {
    const port = await freePort();
    const driver = start("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { env: { ...env, TAURI_WEBVIEW_AUTOMATION: "true" }, log });
    const window = new Window(driver, `http://127.0.0.1:${port}`);
    await until("the driver", 15_000, () => {
      if (driver.failure) throw driver.failure;
      return window.#ask("GET", "/status", undefined, 2000);
    });
    const alwaysMatch = { "webkitgtk:browserOptions": { binary: program, args: [] } };
    // Where the program ends before it has a window, the driver waits for ever.
    const session = await window.#ask("POST", "/session", { capabilities: { alwaysMatch } }, 45_000).catch((error) => {
      throw new Error(`the program came to no window: ${error.message}\n${driver.said()}`);
    });
    window.#session = `/session/${session.sessionId}`;
    return window;
  }

  async #ask(method, path, body, ms = 20_000) {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(this.address + path, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(ms) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** Runs a function's body in the page. */
  run(script, ...args) {
    return this.#ask("POST", `${this.#session}/execute/sync`, { script, args });
  }

  /** The element of a kind by its name, or nothing. */
  look(kind, name, within = null) {
    return this.run(FIND, kind, name.source, name.flags, within);
  }

  /** Waits for it. */
  find(kind, name, { within = null, ms = 20_000 } = {}) {
    return until(`the ${kind} ${name}`, ms, () => this.look(kind, name, within));
  }

  /** Waits for it and clicks it; what moves or is covered still is tried again. */
  async click(kind, name, options) {
    await until(`a click on the ${kind} ${name}`, 20_000, async () => {
      const element = await this.find(kind, name, options);
      if (await this.run("return arguments[0].disabled === true", element)) return false;
      await this.#ask("POST", `${this.#session}/element/${element[ELEMENT]}/click`, {});
      return true;
    });
  }

  /** Types into a field. */
  async type(name, text, options) {
    const field = await this.find("field", name, options);
    await this.#ask("POST", `${this.#session}/element/${field[ELEMENT]}/value`, { text });
  }

  /** Waits until the picture of a page is on the screen, in which something is written: that it was fetched says less. */
  painted(name) {
    return until(`the picture ${name}`, 20_000, async () => {
      const picture = await this.look("picture", name);
      if (!picture || !(await this.run("return arguments[0].complete && arguments[0].naturalWidth > 300", picture))) return false;
      const area = await this.run(VISIBLE, picture);
      return ink(Buffer.from(await this.#ask("GET", `${this.#session}/screenshot`), "base64"), area) > WRITTEN;
    });
  }

  /** All that can be read on the screen. */
  text() {
    return this.run("return document.body.innerText");
  }

  async photograph(file) {
    writeFileSync(file, Buffer.from(await this.#ask("GET", `${this.#session}/screenshot`), "base64"));
  }
}
