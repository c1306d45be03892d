import type { ReactNode } from "react";
import { Icon } from "../icon/Icon";
import type { IconName } from "../icon/icons";
import classes from "./Badge.module.css";

export type Tone = "neutral" | "accent" | "line" | "pass" | "warn" | "fail";

/** A word about the thing beside it. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`${classes.badge} ${classes[tone]}`}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

interface ChipProps {
  /** Whether it is switched on. */
  on: boolean;
  onToggle: () => void;
  children: ReactNode;
  /** How many it stands for. */
  count?: number | undefined;
}

/** A filter that is on or off. */
export function FilterChip({ on, onToggle, children, count }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={on} onClick={onToggle}>
      {on && <Icon name="check" size={12} />}
      <span>{children}</span>
      {count !== undefined && <span className={classes.count}>{count}</span>}
    </button>
  );
}
