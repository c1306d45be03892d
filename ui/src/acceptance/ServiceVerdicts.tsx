import { Link } from "@tanstack/react-router";
import type { EvaluatedDocument, ServiceEvaluationView } from "../contract/generated";
import { formatDay } from "../shared";
import classes from "./Evaluation.module.css";
import { VerdictMark } from "./VerdictMark";

/** How many rules are named; the list of rules has all. */
const shown = 3;

function few(rules: readonly string[]): string {
  const more = rules.length - shown;
  return more > 0 ? `${rules.slice(0, shown).join(" · ")} · and ${more} more` : rules.join(" · ");
}

/** What the rules give for each service, where reports tell services apart: the weakest is the vendor's. */
export function ServiceVerdicts({ services, documents }: { services: readonly ServiceEvaluationView[]; documents: readonly EvaluatedDocument[] }) {
  if (services.length === 0) return null;
  const named = (id: string | null): EvaluatedDocument | undefined => documents.find(({ document }) => document === id);
  return (
    <ul className={classes.services} aria-label="By service">
      {services.map((service) => {
        const report = named(service.report);
        return (
          <li key={service.service} className={classes.card}>
            <b>{`For ${service.name}`}</b>
            <VerdictMark verdict={service.verdict} />
            {service.deciding.length > 0 && <p className={classes.dim}>{few(service.deciding)}</p>}
            <p className={classes.dim}>{service.evidence_until ? `Evidence until ${formatDay(service.evidence_until.day)}` : "Until when the evidence suffices is not known"}</p>
            {report ? (
              <Link to="/documents/$document" params={{ document: report.document }}>
                {report.file_name}
              </Link>
            ) : (
              <p className={classes.dim}>No report counts</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
