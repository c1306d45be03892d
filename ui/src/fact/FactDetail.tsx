import type { FactView } from "../contract/generated";
import { markId } from "../page/marks";
import { PageChip } from "../page/PageChip";
import classes from "./FactDetail.module.css";
import { termOf } from "./glossary";
import { citedBy, placesOf } from "./places";
import { standingText } from "./standing";
import { TermHelp } from "./TermHelp";
import { valueText } from "./value";
import { choiceHint, factLabel, toldQuestion } from "./words";

export interface FactDetailProps {
  fact: FactView;
  today: string;
  /** Which of its citations is shown. */
  citation: number;
  onCitation: (index: number) => void;
}

/** One fact with the words in which the document says it, and what people said of it. */
export function FactDetail({ fact, today, citation, onCitation }: FactDetailProps) {
  const term = termOf(fact.key);
  const places = placesOf(fact);
  const cited = places[citation];
  const question = toldQuestion(fact.key);
  const hint = fact.value?.form === "choice" ? choiceHint(fact.key, fact.value.choice) : null;
  return (
    <article className={classes.detail} aria-live="polite" aria-label={factLabel(fact.key)}>
      <header className={classes.head}>
        <h3>{factLabel(fact.key)}</h3>
        {term && <TermHelp term={term} />}
        <span className={classes.standing}>{standingText(fact.standing, today)}</span>
      </header>
      <p className={classes.value}>
        {fact.value ? valueText(fact.key, fact.value) : <span className={classes.none}>{fact.standing.standing === "rejected" ? "the document does not say this" : (question ?? "not stated in the document")}</span>}
        {hint && <span className={classes.hint}>{hint}</span>}
      </p>
      {fact.read && fact.standing.standing !== "open" && fact.standing.standing !== "confirmed" && (
        <p className={classes.was}>
          Read was: <s>{valueText(fact.key, fact.read)}</s>
        </p>
      )}
      {cited && (
        <figure className={classes.cited}>
          <blockquote>{cited.quote}</blockquote>
          <figcaption>
            {places.map((each, index) => (
              <PageChip key={markId(fact.key, index)} citation={each} about={factLabel(fact.key)} derived={fact.basis === "derived"} shown={index === citation} onShow={() => onCitation(index)} />
            ))}
            <span className={classes.how}>{basisText(fact)}</span>
          </figcaption>
        </figure>
      )}
      {fact.proposed && (
        <p className={classes.was}>
          Proposed: {valueText(fact.key, fact.proposed.value)}. {fact.proposed.why}.
        </p>
      )}
      {question && !fact.value && <p className={classes.was}>No document says it of itself, and a rule of the policy asks for it: you tell it by correcting.</p>}
      {!question && !cited && !fact.value && fact.standing.standing === "open" && (
        <p className={classes.was}>Nothing in the document says it in a way that was understood. If you find it, correct; if it is not there, confirm.</p>
      )}
    </article>
  );
}

function basisText(fact: FactView): string {
  const by = citedBy(fact);
  if (by) return by;
  switch (fact.basis) {
    case "derived":
      return "worked out from these words";
    case "ocr":
      return "read from a picture of text";
    case "stated":
    case null:
      return fact.citations.length > 1 ? `stated in ${fact.citations.length} places` : "stated in these words";
    default:
      return fact.basis satisfies never;
  }
}
