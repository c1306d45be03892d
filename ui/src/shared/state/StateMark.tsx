import type { ReactNode } from "react";
import classes from "./StateMark.module.css";

/** Form before colour: circle, triangle, square, dashed circle. */
export type State = "pass" | "warn" | "fail" | "unknown";

const names: Record<State, string> = { pass: "Pass", warn: "Warning", fail: "Fail", unknown: "Unknown" };

/** What is filled, and what is cut out of it; of what is unknown both are lines. Always two paths: a mark that changes draws others and makes none. */
const shapes: Record<State, readonly [body: string, inside: string]> = {
  pass: ["M14.5 8a6.5 6.5 0 1 1-13 0a6.5 6.5 0 1 1 13 0z", "m5.1 8.3 2 2 3.9-4.3"],
  warn: ["M8 1.9c.5 0 .9.3 1.2.7l5.3 9.4c.5.9-.1 2-1.2 2H2.7c-1.1 0-1.7-1.1-1.2-2l5.3-9.4c.3-.4.7-.7 1.2-.7z", "M8 6v3.2M8 11.5v.05"],
  fail: ["M4.7 1.9h6.6a2.8 2.8 0 0 1 2.8 2.8v6.6a2.8 2.8 0 0 1-2.8 2.8h-6.6a2.8 2.8 0 0 1-2.8-2.8v-6.6a2.8 2.8 0 0 1 2.8-2.8z", "m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8"],
  unknown: ["M13.9 8a5.9 5.9 0 1 1-11.8 0a5.9 5.9 0 1 1 11.8 0z", "M6.5 6.5c.1-.9.7-1.4 1.5-1.4s1.5.5 1.5 1.3c0 1.1-1.5 1.2-1.5 2.3M8 10.8v.05"],
};

const sizes = { sm: "0.875rem", md: "1rem", lg: "1.375rem" };

interface MarkProps {
  state: State;
  size?: keyof typeof sizes;
  /** The accessible name; empty where a word stands beside it. */
  label?: string;
}

/** The shape alone. */
export function StateMark({ state, size = "md", label = names[state] }: MarkProps) {
  const [body, inside] = shapes[state];
  const drawn = state === "unknown";
  const speaks = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg viewBox="0 0 16 16" className={`${classes.mark} ${classes[state]}`} style={{ width: sizes[size], height: sizes[size] }} {...speaks}>
      <path d={body} className={drawn ? classes.line : undefined} strokeDasharray={drawn ? "2.3 1.8" : undefined} />
      <path d={inside} className={drawn ? classes.line : classes.cut} />
    </svg>
  );
}

/** The shape with its word. */
export function StateLabel({ state, children, size = "sm" }: { state: State; children: ReactNode; size?: keyof typeof sizes }) {
  return (
    <span className={`${classes.label} ${classes[`${state}Text`]}`}>
      <StateMark state={state} size={size} label="" />
      {children}
    </span>
  );
}
