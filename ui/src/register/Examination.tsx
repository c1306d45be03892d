import type { EvaluatedDocument, ExaminationPart } from "../contract/generated";
import { Definitions, formatDay } from "../shared";
import classes from "./register.module.css";
import { examinationLabel } from "./words";

/** The next examination in a few lines. */
export function Examination({ examination: it, proofs }: { examination: ExaminationPart; proofs: readonly EvaluatedDocument[] }) {
  if (it.kind === null || it.expected_on === null) return <p className={classes.open}>Nothing is recorded of one.</p>;
  const period = it.from || it.to ? `${it.from ? formatDay(it.from) : "open"} – ${it.to ? formatDay(it.to) : "open"}` : null;
  const proof = proofs.find(({ document }) => document === it.proof);
  const lines: [string, string | null][] = [
    ["Report", `${examinationLabel[it.kind]}, expected ${formatDay(it.expected_on)}`],
    ["Period", period],
    ["Firm", it.firm],
    ["Proved by", proof?.file_name ?? (it.proof ? "A document that is not filed with the vendor any more" : null)],
    ["Told", it.said],
  ];
  return <Definitions label="6rem" items={lines.filter((line): line is [string, string] => line[1] !== null)} />;
}
