import { useRef } from "react";
import type { DocumentView } from "../../contract/generated";
import { listWords } from "../../lists/words";
import classes from "./PartTabs.module.css";

interface PartTabsProps {
  view: DocumentView;
  /** The list that is shown; `null` for the facts. */
  part: string | null;
  onPart: (part: string | null) => void;
}

/** Lists that are offered also where they are empty: that they are is news. */
const always = ["controls", "exceptions", "cuecs", "subservice_organizations"];

/** What was read, part by part, with how much of it there is. */
export function PartTabs({ view, part, onPart }: PartTabsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const attested = view.lists.some((list) => list.entries > 0) || /^soc/.test(view.row.kind);
  const lists = view.lists.filter((list) => list.entries > 0 || list.open > 0 || list.list === part || (attested && always.includes(list.list)));
  if (lists.length === 0) return null;
  const tabs = [
    { name: null, label: "Facts", number: view.facts.length, open: view.row.open_facts, differs: view.differing_facts },
    ...lists.map((list) => ({ name: list.list as string | null, label: listWords(list.list).label, number: list.entries, open: list.open, differs: list.differing })),
  ];
  const step = (from: number, by: 1 | -1): void => {
    const next = tabs[(from + by + tabs.length) % tabs.length];
    if (!next) return;
    onPart(next.name);
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div ref={bar} className={classes.tabs} role="tablist" aria-label="What was read">
      {tabs.map(({ name, label, number, open, differs }, index) => (
        <button
          key={label}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={part === name}
          tabIndex={part === name ? 0 : -1}
          title={name ? listWords(name).about : undefined}
          // The keyboard stays where it is, so that Enter confirms and does not choose the tab again.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => part !== name && onPart(name)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
            event.preventDefault();
            event.stopPropagation();
            step(index, event.key === "ArrowRight" ? 1 : -1);
          }}
        >
          {label}
          <span className={classes.number}>{number}</span>
          {differs > 0 ? <span className={classes.news} role="img" aria-label={`${differs} read otherwise now`} data-differs /> : open > 0 && <span className={classes.news} role="img" aria-label={`${open} to check`} />}
        </button>
      ))}
    </div>
  );
}
