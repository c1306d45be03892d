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

/** Where a folder lies that takes files, beside the window's lower right corner. */
const FOLDER = { x: 1090, y: 790 };

/** Drags what stands at a place of the window of a title onto a folder beside it, and gives the address of the file that came. */
export async function dragOut(title, { x, y }, { env, log }) {
  const target = start(PYTHON, [beside("drop_target.py"), FOLDER.x, FOLDER.y].map(String), { env, log });
  const at = Object.fromEntries([...run("xdotool", ["getwindowgeometry", "--shell", windowOf(title)]).matchAll(/^([XY])=(-?\d+)$/gm)].map(([, axis, value]) => [axis, Number(value)]));
  const [from, to] = [{ x: at.X + x, y: at.Y + y }, { x: FOLDER.x + 80, y: FOLDER.y + 40 }];
  let held = false;
  try {
    await heard(target, /^ready$/m);
    pointer("mousemove", from.x, from.y);
    await sleep(200);
    pointer("mousedown", 1);
    held = true;
    for (let step = 1; step <= 30; step += 1) {
      const way = (axis) => Math.round(from[axis] + ((to[axis] - from[axis]) * step) / 30);
      pointer("mousemove", way("x"), way("y"));
      await sleep(50);
    }
    pointer("mousemove", to.x + 3, to.y);
    await sleep(300);
    pointer("mouseup", 1);
    held = false;
    const [, address] = await heard(target, /^took (.+)$/m);
    return address;
  } finally {
    if (held) pointer("mouseup", 1);
    end(target);
  }
}

/** The window of a title. */
function windowOf(title) {
  return run("xdotool", ["search", "--onlyvisible", "--name", `^${title}$`]).trim().split("\n")[0];
}

/** Plays the desktop whose print dialog a person answers: 0 prints, 1 closes it. What is printed is kept in the folder. */
export async function printPortal(folder, answers, { env, log }) {
  const portal = start(PYTHON, [beside("print_portal.py"), folder, ...answers.map(String)], { env, log });
  await heard(portal, /^ready$/m);
  return portal;
}

/** Asks the window of a title to close. */
export function closeWindow(title) {
  run(PYTHON, [beside("close_window.py"), windowOf(title)]);
}
