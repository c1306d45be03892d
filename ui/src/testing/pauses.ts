import { vi } from "vitest";

/** Holds the pauses of a length, after which what is typed is kept: however slow the machine is, they end when the test says so. */
export function heldPauses(pauseMs: number) {
  const [later, never] = [window.setTimeout, window.clearTimeout];
  const held = new Map<number, () => void>();
  let next = 0;
  vi.spyOn(window, "setTimeout").mockImplementation(((run: () => void, ms?: number) => {
    if (ms !== pauseMs) return later(run, ms);
    next -= 1;
    held.set(next, run);
    return next;
  }) as typeof window.setTimeout);
  vi.spyOn(window, "clearTimeout").mockImplementation((id) => {
    if (!held.delete(Number(id))) never(id);
  });
  return {
    end: () => {
      const runs = [...held.values()];
      held.clear();
      for (const run of runs) run();
    },
  };
}
