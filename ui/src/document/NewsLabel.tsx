import type { DocumentRow } from "../contract/generated";
import { useRead } from "../api";
import { count, StateLabel } from "../shared";
import { newsOf } from "./inbox-groups";

/** What stands out about a document, with its shape. */
export function NewsLabel({ row }: { row: DocumentRow }) {
  const news = newsOf(row);
  const pictures = useRead("recognition", {}).data?.find(({ document, stopped, left }) => document === row.id && !stopped && left.length > 0);
  if (pictures) return <StateLabel state="unknown">{`Reading pictures, ${pictures.done} of ${pictures.pictures}`}</StateLabel>;
  switch (news.news) {
    case "no_text":
      return <StateLabel state="unknown">No text</StateLabel>;
    case "contradictions":
      return <StateLabel state="fail">{news.count === 1 ? "Contradiction" : count(news.count, "contradiction")}</StateLabel>;
    case "warnings":
      return <StateLabel state="warn">{count(news.count, "warning")}</StateLabel>;
    case "open_facts":
      return <span>{count(news.count, "fact")} to check</span>;
    case "checked":
      return <StateLabel state="pass">All checked</StateLabel>;
    default:
      return news satisfies never;
  }
}
