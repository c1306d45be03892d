import { Button } from "@mantine/core";
import { useState } from "react";
import type { EvaluationView, RuleView, StandingView } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import { Definitions, formatDay, SectionTitle, StateMark } from "../shared";
import classes from "./RuleList.module.css";
import { ruleGroups } from "./rules";
import { outcomeLabel, outcomeMark, rankLabel } from "./words";

interface RuleListProps {
  evaluation: EvaluationView;
  onPage: (document: string, page: number) => void;
  /** Grants a deviation; none where the person may not. */
  onDeviate: ((rule: RuleView) => void) | undefined;
}

/** Every rule with what came of it; one opens to what is required, where it was found and how it is resolved. */
export function RuleList({ evaluation, onPage, onDeviate }: RuleListProps) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div>
      {ruleGroups(evaluation).map((group) => (
        <section key={group.title} className={classes.group} aria-label={group.title}>
          <SectionTitle count={group.rules.length}>{group.title}</SectionTitle>
          {group.rules.map((rule) => (
            <div key={rule.code} className={classes.rule}>
              <button type="button" className={classes.head} aria-expanded={opened === rule.code} onClick={() => setOpened(opened === rule.code ? null : rule.code)}>
                <Mark rule={rule} />
                <span className={classes.title}>{rule.title}</span>
                <span className={classes.found}>{rule.found}</span>
                <span className={classes.answer}>{answerText(rule.standing)}</span>
              </button>
              {opened === rule.code && <RuleDetail rule={rule} evaluation={evaluation} onPage={onPage} onDeviate={onDeviate} />}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Mark({ rule }: { rule: RuleView }) {
  const state = outcomeMark[rule.outcome];
  return state ? (
    <StateMark state={state} label={outcomeLabel[rule.outcome]} />
  ) : (
    <span className={classes.dash} role="img" aria-label={outcomeLabel[rule.outcome]}>
      –
    </span>
  );
}

function answerText(standing: StandingView): string {
  switch (standing.by) {
    case "accepted":
      return `accepted until ${formatDay(standing.until)}`;
    case "condition":
      return `condition due ${formatDay(standing.due)}`;
    case "note":
      return "noted";
    case "met":
    case "open":
      return "";
  }
}

function RuleDetail({ rule, evaluation, onPage, onDeviate }: RuleListProps & { rule: RuleView }) {
  const nameOf = (document: string): string => evaluation.documents.find((known) => known.document === document)?.file_name ?? "a document";
  const documents = [...new Set(rule.citations.map(({ document }) => document))];
  const mayDeviate = onDeviate && rule.deviation_until !== null;
  return (
    <div className={classes.detail}>
      <Definitions
        label="6.5rem"
        items={[
          ["Result", outcomeLabel[rule.outcome]],
          ["Required", rule.required],
          ["Found", rule.found],
          ...documents.map((document): [string, React.ReactNode] => [
            "Stands in",
            <span key={document} className={classes.chips}>
              {rule.citations
                .filter((cited) => cited.document === document)
                .map(({ page }) => (
                  <PageChip key={page} citation={{ page, label: null, quote: "" }} about={rule.title} onShow={() => onPage(document, page)} />
                ))}
              <span className={classes.file}>{nameOf(document)}</span>
            </span>,
          ]),
          ...(rule.satisfied_by.length > 0 ? [["Met by", rule.satisfied_by.map(nameOf).join(", ")] as [string, string]] : []),
          ...(rule.asks.length > 0 ? [["Would help", rule.asks.join("; ")] as [string, string]] : []),
        ]}
      />
      <div className={classes.help}>
        <p>
          <b>What it checks.</b> {rule.help.checks}
        </p>
        <p>
          <b>Why.</b> {rule.help.why}
        </p>
        <p>
          <b>Evidence.</b> {rule.help.evidence}
        </p>
        <p>
          <b>To resolve it.</b> {rule.help.resolve}
        </p>
      </div>
      <div className={classes.foot}>
        <span>{`${rule.code}. From: ${rule.source}${rule.questions.length > 0 ? `, questions ${rule.questions.join(", ")}` : ""}`}</span>
        {rule.standing.by === "open" && <span>{rule.acceptable_by ? `May be accepted by ${rankLabel[rule.acceptable_by]}.` : "Nobody may accept this."}</span>}
        {mayDeviate && rule.standing.by === "open" && (
          <Button size="xs" onClick={() => onDeviate(rule)}>
            Ask for a deviation …
          </Button>
        )}
      </div>
    </div>
  );
}
