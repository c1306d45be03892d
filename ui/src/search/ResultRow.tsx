import type { SearchHit } from "../contract/generated";
import type { ReactNode } from "react";
import { kindLabel } from "../fact/words";
import { Icon, type IconName, KeyCaps } from "../shared";
import { nearMatch, type Result } from "./results";
import classes from "./search.module.css";

interface Shown {
  icon: IconName;
  title: ReactNode;
  sub: string | null;
  meta: string | null;
}

function shownHit(hit: SearchHit): Shown {
  switch (hit.hit) {
    case "vendor":
      return { icon: "vendors", title: hit.name, sub: hit.service, meta: null };
    case "document":
      return { icon: "page", title: hit.file_name, sub: [kindLabel(hit.kind), hit.organization].filter(Boolean).join(" · "), meta: null };
    case "page":
      return {
        icon: "page",
        // A snippet has no other order than its own.
        // oxlint-disable-next-line react/no-array-index-key
        title: nearMatch(hit.snippet).map(({ text, matches }, at) => (matches ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>)),
        sub: hit.file_name,
        meta: `p. ${hit.page}`,
      };
  }
}

interface Props {
  result: Result;
  id: string;
  current: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One thing found. */
export function ResultRow({ result, id, current, onPoint, onChoose }: Props) {
  const shown: Shown = result.kind === "hit" ? shownHit(result.hit) : { icon: result.command.icon, title: result.command.label, sub: null, meta: null };
  return (
    // The field keeps the focus; it says which option is current and hears the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={id} role="option" tabIndex={-1} aria-selected={current} className={classes.row} onPointerMove={current ? undefined : onPoint} onClick={onChoose}>
      <Icon name={shown.icon} className={classes.icon} />
      <span className={classes.text}>
        <span className={classes.title}>{shown.title}</span>
        {shown.sub && <small>{shown.sub}</small>}
      </span>
      {shown.meta && <span className={classes.meta}>{shown.meta}</span>}
      {result.kind === "command" && result.command.keys && <KeyCaps keys={result.command.keys} />}
    </div>
  );
}
