import { useNavigate } from "@tanstack/react-router";
import type { CsocView } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import classes from "./fourth.module.css";

/** Controls that a report expects of a party, each with its page. */
export function CsocList({ csocs, document }: { csocs: readonly CsocView[]; document: string }) {
  const navigate = useNavigate();
  return (
    <ul className={classes.csocs}>
      {csocs.map((one, at) => (
        // The order is the document's, and the same words may stand there twice.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <span>{one.text}</span>
          <span className={classes.dim}>{[one.criteria.join(", "), one.of].filter(Boolean).join(" · ")}</span>
          {one.citations.slice(0, 1).map((citation) => (
            <PageChip key={citation.page} citation={citation} about={one.text.slice(0, 40)} onShow={() => void navigate({ to: "/documents/$document", params: { document }, search: { page: citation.page } })} />
          ))}
        </li>
      ))}
    </ul>
  );
}
