import { Button, Modal } from "@mantine/core";
import { useWrite } from "../api";
import type { CuecImport } from "../contract/generated";
import register from "../register/register.module.css";
import { count, SectionTitle, showDone } from "../shared";
import classes from "./cuecs.module.css";
import { useUndoCuecImport } from "./useUndoCuecImport";
import { refusalText } from "./words";

/** What a table that came back would change, before anything is written. */
export function CuecImportDialog({ preview, onClose }: { preview: CuecImport | null; onClose: () => void }) {
  return (
    <Modal opened={preview !== null} onClose={onClose} title={preview ? `Answers in ${preview.file_name}` : ""} size="52rem">
      {preview && <Preview preview={preview} onClose={onClose} />}
    </Modal>
  );
}

function Preview({ preview, onClose }: { preview: CuecImport; onClose: () => void }) {
  const apply = useWrite("cuecs_import_apply");
  const { changes, refused, unchanged } = preview;
  const undo = useUndoCuecImport();
  // What was taken makes the list behind it new: the dialog may be gone when the answer comes.
  const take = (): void =>
    void apply.mutateAsync({ file: preview.file, digest: preview.digest }).then(
      ({ import: taken, changed }) => {
        showDone(`${count(changed, "answer")} taken; history has each`, () => undo.run(taken));
        onClose();
      },
      () => undefined,
    );
  return (
    <div className={register.form}>
      <p>{`${count(changes.length, "answer")} would change, ${unchanged} ${unchanged === 1 ? "is" : "are"} as known, ${refused.length} refused.`}</p>
      {changes.length > 0 && (
        <table className={register.table} aria-label="Answers that would change">
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">What changes</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((row) => (
              <tr key={row.row}>
                <td>
                  {row.text}
                  <span className={register.note}>{`${row.vendor_name}, row ${row.row}`}</span>
                </td>
                <td className={classes.becomes}>
                  {row.fields.map((field) => (
                    <span key={field.column}>
                      {`${field.column}: `}
                      {field.was && <del>{field.was}</del>} <ins>{field.becomes || "nothing"}</ins>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refused.length > 0 && (
        <section>
          <SectionTitle>Refused</SectionTitle>
          <ul>
            {refused.map(({ row, why }) => (
              <li key={row}>{`Row ${row}: ${refusalText(why)}`}</li>
            ))}
          </ul>
        </section>
      )}
      <div className={register.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" disabled={changes.length === 0} loading={apply.isPending} onClick={take}>
          {changes.length === 0 ? "Nothing to take" : `Take ${count(changes.length, "answer")}`}
        </Button>
      </div>
    </div>
  );
}
