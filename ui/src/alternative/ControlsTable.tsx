import { NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import type { CoreControlView, CoreScoreName, CoreScorePart } from "../contract/generated";
import classes from "./alternative.module.css";
import { scoreOfKey } from "./draft";
import { scoreLabel } from "./words";

interface Props {
  controls: readonly CoreControlView[];
  value: readonly CoreScorePart[];
  documents: readonly { value: string; label: string }[];
  error: (field: string) => string | undefined;
  onChange: (value: CoreScorePart[]) => void;
}

const names: readonly CoreScoreName[] = ["none", "said", "shown", "tested"];

/** The twelve core controls; in a row the keys 0 to 3 score it. */
export function ControlsTable({ controls, value, documents, error, onChange }: Props) {
  const of = (control: CoreControlView): CoreScorePart => value.find((each) => each.control === control.control) ?? { control: control.control, score: null, note: null, document: null, page: null };
  return (
    <fieldset className={classes.set}>
      <legend>Twelve core controls</legend>
      <p className={classes.note}>0 none, 1 said, 2 shown, 3 independently tested. In a row the keys 0 to 3 score it. A dot marks those that decide for this tier.</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Control</th>
            <th scope="col">Score</th>
            <th scope="col">What was seen</th>
            <th scope="col">Document</th>
            <th scope="col">Page</th>
          </tr>
        </thead>
        <tbody>
          {controls.map((control) => {
            const scored = of(control);
            const change = (part: Partial<CoreScorePart>): void => onChange(controls.map((each) => (each.control === control.control ? { ...scored, ...part } : of(each))));
            return (
              <tr key={control.control}>
                <th scope="row">{`${control.title}${control.decisive ? " •" : ""}`}</th>
                <td
                  onKeyDown={(event) => {
                    const score = scoreOfKey(event.key);
                    if (score !== undefined) change({ score });
                  }}
                >
                  <SegmentedControl
                    size="xs" aria-label={control.title} value={scored.score ?? ""} onChange={(score) => change({ score: names.find((name) => name === score) ?? null })}
                    data={names.map((name) => ({ value: name, label: scoreLabel[name] }))}
                  />
                </td>
                <td>
                  <TextInput size="xs" aria-label={`${control.title}: what was seen`} value={scored.note ?? ""} error={error(`scores.${control.control}.note`)} onChange={({ currentTarget }) => change({ note: currentTarget.value || null })} />
                </td>
                <td>
                  <Select size="xs" aria-label={`${control.title}: document`} placeholder="none" clearable clearButtonProps={{ "aria-label": "Clear" }} data={documents} value={scored.document} onChange={(document) => change({ document, page: document ? scored.page : null })} />
                </td>
                <td>
                  <NumberInput size="xs" w="3.5rem" hideControls allowDecimal={false} aria-label={`${control.title}: page`} disabled={scored.document === null} value={scored.page ?? ""} error={error(`scores.${control.control}.page`)} onChange={(page) => change({ page: typeof page === "number" ? page : null })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}
