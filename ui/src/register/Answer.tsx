import type { ReactNode } from "react";
import classes from "./register.module.css";

/** An answer, or that nobody has given it. */
export function Answer({ children }: { children: ReactNode }) {
  return children === null || children === "" ? <span className={classes.open}>not answered</span> : children;
}
