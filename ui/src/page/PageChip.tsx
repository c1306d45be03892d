import type { CitationView } from "../contract/generated";
import { Icon } from "../shared/icon/Icon";
import classes from "./PageChip.module.css";

export interface PageChipProps {
  citation: Pick<CitationView, "page" | "label" | "quote">;
  /** What is said there, for the accessible name. */
  about: string;
  /** Worked out from the page instead of stated on it. */
  derived?: boolean;
  /** Whether the page is what the other pane shows now. */
  shown?: boolean;
  onShow?: () => void;
  /** Out of the tab order, where a list offers other keys for it. */
  quiet?: boolean;
}

/** Leads to the page on which something stands. */
export function PageChip({ citation, about, derived = false, shown = false, onShow, quiet = false }: PageChipProps) {
  const printed = citation.label !== null && citation.label !== String(citation.page) ? `, printed ${citation.label}` : "";
  const how = derived ? "worked out from" : "stated on";
  return (
    <button
      type="button"
      className={classes.chip}
      data-derived={derived || undefined}
      data-shown={shown || undefined}
      aria-pressed={onShow ? shown : undefined}
      aria-label={`${about}: ${how} page ${citation.page}${printed}`}
      title={`${derived ? "Worked out from" : "Stated on"} page ${citation.page}${printed}`}
      tabIndex={quiet ? -1 : undefined}
      // A look at the page leaves the keyboard where it was.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onShow?.();
      }}
    >
      <Icon name="page" size={12} />
      p. {citation.page}
    </button>
  );
}
