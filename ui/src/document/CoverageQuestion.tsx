import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useMay, useWrite } from "../api";
import type { DocumentView, FactView } from "../contract/generated";
import { StateMark } from "../shared";
import classes from "./DocumentCautions.module.css";

/** Which of our services a document covers, where that is asked and nobody has told it; `undefined` where there is nothing to ask. */
export function askedCoverage(document: DocumentView): FactView | undefined {
  return document.facts.find((fact) => fact.key === "covers_services" && fact.value === null && fact.standing.standing === "open" && fact.form.form === "choices" && fact.form.choices.length > 1);
}

/** Asks which of our services the document covers, with what its system's name proposes. */
export function CoverageQuestion({ document, fact }: { document: DocumentView; fact: FactView }) {
  const may = useMay("judge_facts");
  const judge = useWrite("fact_judge");
  const { form, proposed } = fact;
  const [chosen, setChosen] = useState<string[]>(() => (proposed?.value.form === "choices" ? proposed.value.choices : []));
  const services = form.form === "choices" ? form.choices : [];
  const tell = (): void => {
    const choices = services.filter((service) => chosen.includes(service));
    judge.mutate({ document: document.row.id, key: fact.key, verdict: { verdict: "correct", value: { form: "choices", choices } }, cite: [], reason: null });
  };
  return (
    <li data-state="unknown">
      <StateMark state="unknown" size="sm" label="To tell" />
      <div className={classes.question}>
        <Checkbox.Group
          label="Which of our services does it cover?"
          description={`${proposed ? `${proposed.why}. ` : ""}Until somebody says so it counts for all of them.`}
          value={chosen}
          onChange={setChosen}
        >
          <div className={classes.services}>
            {services.map((service) => (
              <Checkbox key={service} size="xs" value={service} label={service} disabled={!may} />
            ))}
          </div>
        </Checkbox.Group>
        <Button size="xs" disabled={!may || chosen.length === 0} loading={judge.isPending} onClick={tell}>
          {chosen.length === 0 ? "Say which" : `It covers ${services.filter((service) => chosen.includes(service)).join(", ")}`}
        </Button>
      </div>
    </li>
  );
}
