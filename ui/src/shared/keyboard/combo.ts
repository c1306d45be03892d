// How shortcuts are written: "mod+k", "shift+enter", "?", "j", and "g i" for one key after the other. "mod" is Ctrl, on a Mac Cmd.
export const onMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const named: Record<string, string> = { " ": "space", ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", Escape: "esc" };

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Writes a key stroke as in a shortcut. */
export function strokeOf(event: Stroke, mac = onMac): string {
  const key = named[event.key] ?? event.key.toLowerCase();
  // A shifted sign is its own key ("?"); only letters and named keys tell Shift apart.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return [(mac ? event.metaKey : event.ctrlKey) && "mod", (mac ? event.ctrlKey : event.metaKey) && "other", event.altKey && "alt", shift && "shift", key].filter(Boolean).join("+");
}

const caps: Record<string, string> = {
  mod: onMac ? "⌘" : "Ctrl", shift: "Shift", alt: onMac ? "⌥" : "Alt", enter: "Enter", esc: "Esc", up: "↑", down: "↓", left: "←", right: "→", space: "Space", tab: "Tab",
  delete: "Del", backspace: "Backspace", pageup: "PgUp", pagedown: "PgDn", home: "Home", end: "End",
};

const cap = (key: string) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key.toUpperCase());

/** The key caps of a shortcut: "mod+k" → ["Ctrl K"], "g i" → ["G", "I"]. */
export function capsOf(keys: string): string[] {
  return keys.split(" ").map((stroke) => (stroke === "+" ? "+" : stroke.split("+").map(cap).join(" ")));
}
