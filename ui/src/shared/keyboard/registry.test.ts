import { afterEach, describe, expect, it, vi } from "vitest";
import { capsOf, strokeOf } from "./combo";
import { KeyRegistry } from "./registry";

function press(registry: KeyRegistry, key: string, target: Element = document.body, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  let answer = false;
  const listen = (heard: KeyboardEvent) => void (answer = registry.handle(heard));
  window.addEventListener("keydown", listen);
  target.dispatchEvent(event);
  window.removeEventListener("keydown", listen);
  return answer;
}

afterEach(() => document.body.replaceChildren());

describe("shortcuts", () => {
  it("tell modifiers apart and take a shifted sign as it is", () => {
    const stroke = { key: "K", ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
    expect(strokeOf(stroke, false)).toBe("mod+k");
    expect(strokeOf({ ...stroke, ctrlKey: false, metaKey: true }, true)).toBe("mod+k");
    expect(strokeOf({ ...stroke, key: "?", ctrlKey: false, shiftKey: true }, false)).toBe("?");
  });
  it("are drawn as caps", () => expect([capsOf("g i"), capsOf("mod+k")]).toEqual([["G", "I"], ["Ctrl K"]]));

  it("of the screen opened last win", () => {
    const registry = new KeyRegistry();
    const [below, above] = [vi.fn(), vi.fn()];
    registry.add({ current: { where: "Window", bindings: [{ keys: "j", does: "Below", run: below }] } });
    const close = registry.add({ current: { where: "Screen", bindings: [{ keys: "j", does: "Above", run: above }] } });
    press(registry, "j");
    close();
    press(registry, "j");
    expect([above.mock.calls.length, below.mock.calls.length], "the upper one once, then the lower one").toEqual([1, 1]);
  });

  it("hold back while somebody types, unless they say otherwise", () => {
    const registry = new KeyRegistry();
    const [plain, everywhere] = [vi.fn(), vi.fn()];
    registry.add({ current: { where: "Window", bindings: [{ keys: "j", does: "Next", run: plain }, { keys: "mod+k", does: "Find", run: everywhere, inFields: true }] } });
    const field = document.body.appendChild(document.createElement("input"));
    press(registry, "j", field);
    press(registry, "k", field, { ctrlKey: true });
    expect(plain).not.toHaveBeenCalled();
    expect(everywhere).toHaveBeenCalledOnce();
  });

  it("leave Enter to the button that has the focus", () => {
    const registry = new KeyRegistry();
    const confirm = vi.fn();
    registry.add({ current: { where: "Review", bindings: [{ keys: "enter", does: "Confirm", run: confirm }] } });
    press(registry, "Enter", document.body.appendChild(document.createElement("button")));
    expect(confirm).not.toHaveBeenCalled();
    press(registry, "Enter");
    expect(confirm).toHaveBeenCalledOnce();
  });

  it("hold back behind a dialog", () => {
    const registry = new KeyRegistry();
    const next = vi.fn();
    registry.add({ current: { where: "Review", bindings: [{ keys: "j", does: "Next", run: next }] } });
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    dialog.setAttribute("aria-modal", "true");
    press(registry, "j");
    expect(next).not.toHaveBeenCalled();
  });

  it("follow one key after the other", () => {
    const registry = new KeyRegistry();
    const inbox = vi.fn();
    registry.add({ current: { where: "Window", bindings: [{ keys: "g i", does: "Inbox", run: inbox }] } });
    press(registry, "i");
    press(registry, "g");
    press(registry, "i");
    expect(inbox, "only after g").toHaveBeenCalledOnce();
  });
});
