import type { Standing } from "../contract/generated";
import { Icon } from "../shared/icon/Icon";
import type { IconName } from "../shared/icon/icons";
import classes from "./StandingMark.module.css";

const marks: Readonly<Record<Standing["standing"], { word: string; icon: IconName }>> = {
  open: { word: "to check", icon: "open" },
  confirmed: { word: "confirmed", icon: "check" },
  added: { word: "added", icon: "plus" },
  corrected: { word: "corrected", icon: "edit" },
  rejected: { word: "rejected", icon: "close" },
};

/** What people said of a fact, as a shape with a name. */
export function StandingMark({ standing }: { standing: Standing["standing"] }) {
  const { word, icon } = marks[standing];
  return (
    <span className={classes.mark} data-standing={standing} role="img" aria-label={word} title={word}>
      <Icon name={icon} size={14} />
    </span>
  );
}
