import { Link } from "@tanstack/react-router";
import type { Caution, DocumentRow } from "../contract/generated";
import { StateMark } from "../shared";
import { cautionText } from "./caution-text";
import classes from "./CautionList.module.css";

/** What to look at before deciding. */
export function CautionList({ cautions, documents }: { cautions: readonly Caution[]; documents: readonly DocumentRow[] }) {
  if (cautions.length === 0) {
    return (
      <p className={classes.none}>
        <StateMark state="pass" size="sm" label="" /> Nothing stands out in what was filed.
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {cautions.map((caution) => {
        const { what, hint, document, weighs } = cautionText(caution);
        const row = documents.find((each) => each.id === document);
        return (
          <li key={`${caution.caution}${document ?? ""}${what}`}>
            <StateMark state={weighs ? "warn" : "unknown"} size="sm" label={weighs ? "Weighs" : "To know"} />
            <div>
              <p>{what}</p>
              <p className={classes.hint}>{hint}</p>
              {document && (
                <Link to="/documents/$document" params={{ document }} className={classes.link}>
                  {row?.file_name ?? "Open the document"}
                </Link>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
