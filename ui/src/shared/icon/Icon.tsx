import { type IconName, icons } from "./icons";
import classes from "./Icon.module.css";

interface Props {
  name: IconName;
  /** 12, 14, 16 or 18 px; 16 without. */
  size?: 12 | 14 | 16 | 18 | 22;
  className?: string | undefined;
}

/** Draws an icon in the colour of the text around it. It is silent: the word or the button's name speaks. */
export function Icon({ name, size = 16, className }: Props) {
  return (
    <svg viewBox="0 0 16 16" className={className ? `${classes.icon} ${className}` : classes.icon} style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }} aria-hidden="true">
      {icons[name]}
    </svg>
  );
}
