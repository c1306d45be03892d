// Processes of the test: each in a group of its own, so that whatever it started ends with it.

import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readdirSync } from "node:fs";

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until the answer is something, and says what was missing when it never is. */
export async function until(what, ms, ask) {
  const end = Date.now() + ms;
  let last = "";
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = `: ${error.message}`;
    }
    if (Date.now() > end) throw new Error(`${what} did not come within ${ms / 1000} s${last}`);
    await sleep(100);
  }
}

const groups = new Set();

/** Starts a program whose output goes to a file, so that nothing that outlives it can hold our pipes. */
export function start(program, args, { env, log }) {
  const file = openSync(log, "a");
  const child = spawn(program, args, { env, stdio: ["ignore", file, file], detached: true });
  closeSync(file);
  child.said = () => readFileSync(log, "utf8");
  child.on("error", (error) => (child.failure = error));
  if (child.pid) groups.add(child.pid);
  return child;
}

/** Waits until a program printed something, and gives the match. */
export function heard(child, pattern, ms = 15_000) {
  return until(`${pattern} of ${child.spawnfile}`, ms, () => {
    if (child.failure) throw child.failure;
    return pattern.exec(child.said());
  });
}

/** Ends a program and what it started. */
export function end(child) {
  endGroup(child.pid);
}

function endGroup(group) {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It is gone already.
  }
  groups.delete(group);
}

/** Ends all that was started. */
export function endAll() {
  for (const group of groups) endGroup(group);
}

/** Runs a program to its end and gives what it printed; it may end with one of these statuses. */
export function run(program, args, env = process.env, { ms = 30_000, statuses = [0] } = {}) {
  try {
    return execFileSync(program, args, { env, encoding: "utf8", timeout: ms, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (statuses.includes(error.status)) return error.stdout;
    throw new Error(`${program} ${args.join(" ")}: ${error.message}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
}

/** The process that another one started from a program file; nothing when there is none. */
export function childOf(parent, program) {
  return readdirSync("/proc").find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      // The name in brackets may hold spaces, and brackets.
      const [, , above] = /^.*\) (\S) (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      return Number(above) === parent && readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0] === program;
    } catch {
      return false;
    }
  });
}
