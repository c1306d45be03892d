import { Kbd } from "@mantine/core";
import type { ReactNode } from "react";
import { capsOf } from "./combo";
import classes from "./keyboard.module.css";

/** Draws a shortcut. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={classes.caps}>
      {capsOf(keys).map((cap) => <Kbd key={cap}>{cap}</Kbd>)}
    </span>
  );
}

/** A shortcut with what it does, for the foot of a list or pane. */
export function KeyHint({ keys, children }: { keys: string | string[]; children: ReactNode }) {
  const all = typeof keys === "string" ? [keys] : keys;
  return (
    <span className={classes.hint}>
      {all.map((one) => <KeyCaps key={one} keys={one} />)}
      {children}
    </span>
  );
}

/** A row of hints; give it `KeyHint`s. */
export function KeyHints({ children }: { children: ReactNode }) {
  return <div className={classes.hints}>{children}</div>;
}
