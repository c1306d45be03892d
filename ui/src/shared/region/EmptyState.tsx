import type { ReactNode } from "react";
import { Icon } from "../icon/Icon";
import type { IconName } from "../icon/icons";
import classes from "./region.module.css";

interface Props {
  icon: IconName;
  /** What is not here yet. */
  title: string;
  /** What belongs here and how it comes here. */
  children: ReactNode;
  /** The one button to start. */
  action?: ReactNode;
}

/** An empty screen or list that teaches. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className={classes.empty}>
      <span className={classes.glyph}><Icon name={icon} size={22} /></span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
