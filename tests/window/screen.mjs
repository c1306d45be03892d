// The screen below the window: a pointer that drags, and a hand that closes.

import { end, heard, run, sleep, start, until } from "./processes.mjs";

const beside = (name) => new URL(name, import.meta.url).pathname;

/** The system's own Python, as other ones do not know its GTK. */
const PYTHON = "/usr/bin/python3";

/** Where the files to be dragged lie, above the window's lower right corner. */
const SOURCE = { x: 1240, y: 780 };

/** Where they are let go. */
const TARGET = { x: 620, y: 420 };

const pointer = (...args) => run("xdotool", args.map(String));

/** Drags a file over the window with the pointer; `over` is asked until it is content, before the button is let go. */
export async function dragOnto(file, { env, log, over }) {
  const source = start(PYTHON, [beside("drag_source.py"), SOURCE.x, SOURCE.y, file].map(String), { env, log });
  let held = false;
  try {
    await heard(source, /^ready$/m);
    pointer("mousemove", SOURCE.x + 80, SOURCE.y + 40);
    pointer("mousedown", 1);
    held = true;
    // A hand moves in many small steps, and a drag begins after a few pixels.
    for (let step = 1; step <= 20; step += 1) {
      const way = (from, to) => Math.round(from + ((to - from) * step) / 20);
      pointer("mousemove", way(SOURCE.x + 80, TARGET.x), way(SOURCE.y + 40, TARGET.y));
      await sleep(25);
    }
    await heard(source, /^begun$/m);
    let nudge = 0;
    await until("what the window shows below a drag", 15_000, async () => {
      nudge = (nudge + 3) % 12;
      pointer("mousemove", TARGET.x + nudge, TARGET.y);
      return over();
    });
    pointer("mouseup", 1);
    held = false;
    const [, word] = await heard(source, /^(dropped|refused)$/m);
    if (word === "refused") throw new Error("the window refused the drop");
  } finally {
    if (held) pointer("mouseup", 1);
    end(source);
  }
}

/** Asks the window of a title to close. */
export function closeWindow(title) {
  const [window] = run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).trim().split("\n");
  run(PYTHON, [beside("close_window.py"), window]);
}
