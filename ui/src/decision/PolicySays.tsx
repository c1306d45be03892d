import { Link } from "@tanstack/react-router";
import { VerdictMark } from "../acceptance/VerdictMark";
import type { DecisionSheet } from "../contract/generated";
import { count } from "../shared";
import classes from "./CautionList.module.css";

/** How many rules are named; the vendor's policy check has them all. */
const named = 6;

/** What the rules and the review give together, and the rules that nothing answers yet. */
export function PolicySays({ sheet }: { sheet: DecisionSheet }) {
  const { unanswered } = sheet;
  const further = unanswered.length - named;
  return (
    <>
      <p>
        <VerdictMark verdict={sheet.verdict} />
      </p>
      <ul className={classes.rules}>
        {unanswered.slice(0, named).map(({ code, title, found }) => (
          <li key={code}>
            {title}
            <p className={classes.hint}>{found}</p>
          </li>
        ))}
      </ul>
      <Link to="/vendors/$vendor" params={{ vendor: sheet.vendor.id }} search={{ tab: "policy" }} className={classes.link}>
        {further > 0 ? `${count(further, "more open rule")} in the policy check` : "Policy check"}
      </Link>
    </>
  );
}
