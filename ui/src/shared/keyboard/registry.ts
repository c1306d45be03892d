import { strokeOf } from "./combo";

export interface KeyBinding {
  /** "mod+k", "j", "?", "g i" */
  keys: string;
  /** What it does, for the list of keys: "Next fact". */
  does: string;
  run: () => void;
  /** Also while typing in a field. */
  inFields?: boolean;
  /** Also from within a dialog. */
  inDialogs?: boolean;
  /** False: not now, though the list of keys shows it. */
  enabled?: boolean;
}

export interface KeyGroup {
  /** Where the keys hold: "Review". */
  where: string;
  bindings: readonly KeyBinding[];
}

const SEQUENCE_MS = 900;

const typing = (target: Element | null) => target?.matches("textarea, select, [contenteditable=''], [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button])") ?? false;
/** Elements for which Enter and Space have a meaning of their own. */
const pressed = (target: Element | null) => target?.closest("button, a[href], summary, input, [role=button], [role=menuitem], [role=option], [role=tab], [role=radio]") !== null && target !== null;

/** Knows every shortcut that holds now; the one registered last wins. */
export class KeyRegistry {
  private groups: { current: KeyGroup }[] = [];
  private begun: { stroke: string; at: number } | null = null;

  /** Adds a group that its holder may change; gives back how to take it away. */
  add(group: { current: KeyGroup }): () => void {
    this.groups.push(group);
    return () => {
      this.groups = this.groups.filter((other) => other !== group);
    };
  }

  /** What holds now, one entry for each place. */
  list(): KeyGroup[] {
    const places = new Map<string, KeyBinding[]>();
    for (const { current } of this.groups) places.set(current.where, [...(places.get(current.where) ?? []), ...current.bindings]);
    return [...places].map(([where, bindings]) => ({ where, bindings }));
  }

  /** Runs what a key stroke asks for; tells whether there was something. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const target = event.target instanceof Element ? event.target : null;
    const stroke = strokeOf(event);
    if ((stroke === "enter" || stroke === "space") && pressed(target)) return false;

    const sequence = this.begun && event.timeStamp - this.begun.at < SEQUENCE_MS ? `${this.begun.stroke} ${stroke}` : null;
    this.begun = null;
    const inField = typing(target);
    const inDialog = target?.closest("[role=dialog]") !== null || document.querySelector("[role=dialog][aria-modal=true]") !== null;

    const candidates = this.groups
      .flatMap(({ current }) => current.bindings)
      .filter((binding) => (!inField || binding.inFields) && (!inDialog || binding.inDialogs))
      .toReversed();
    const enabled = candidates.filter((binding) => binding.enabled !== false);
    const found = (sequence !== null && enabled.find(({ keys }) => keys === sequence)) || enabled.find(({ keys }) => keys === stroke);
    if (found) {
      found.run();
      return true;
    }
    if (candidates.some(({ keys }) => keys.startsWith(`${stroke} `))) this.begun = { stroke, at: event.timeStamp };
    return false;
  }
}
