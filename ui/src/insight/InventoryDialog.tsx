import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useRead, useWrite } from "../api";
import type { ImportFile } from "../contract/generated";
import { count, showDone, StateLabel } from "../shared";
import classes from "./charts.module.css";

/** Takes a list that others keep, of payables or of applications behind the sign-on, to compare the register with it. */
export function InventoryDialog({ file, onClose }: { file: ImportFile | null; onClose: () => void }) {
  return (
    <Modal opened={file !== null} onClose={onClose} title={file ? `Names in ${file.file_name}` : ""} size="34rem">
      {file && <Choose key={file.file} file={file} onClose={onClose} />}
    </Modal>
  );
}

/** The column that looks most like names: one that is known as such, else the first that holds any text. */
function likely(file: ImportFile, sheet: number): number {
  const columns = file.sheets[sheet]?.columns ?? [];
  const known = columns.findIndex(({ field }) => field === "name" || field === "legal_name");
  const text = columns.findIndex(({ samples }) => samples.some((sample) => /\p{L}{2}/u.test(sample)));
  return Math.max(0, known >= 0 ? known : text);
}

function Choose({ file, onClose }: { file: ImportFile; onClose: () => void }) {
  const [sheet, setSheet] = useState(file.sheet);
  const [column, setColumn] = useState(() => likely(file, file.sheet));
  const chosen = { file: file.file, sheet, column };
  const preview = useRead("inventory_preview", chosen, { forget: true });
  const take = useWrite("inventory_take");
  const columns = file.sheets[sheet]?.columns ?? [];
  const submit = (): void =>
    void take.mutateAsync(chosen).then(
      ({ names, known }) => {
        showDone(`Compared with ${count(names, "name")}: ${known} in the register`);
        onClose();
      },
      () => undefined,
    );
  return (
    <div className={classes.inventory}>
      {file.sheets.length > 1 && (
        <Select
          label="Sheet" allowDeselect={false} data={file.sheets.map(({ name }, at) => ({ value: String(at), label: name ?? `Sheet ${at + 1}` }))} value={String(sheet)}
          onChange={(value) => {
            setSheet(Number(value ?? 0));
            setColumn(likely(file, Number(value ?? 0)));
          }}
        />
      )}
      <Select
        label="Column with the names" description={`The headers are taken from row ${file.sheets[sheet]?.header_row ?? 1}`} allowDeselect={false} value={String(column)}
        data={columns.map(({ header, samples }, at) => ({ value: String(at), label: `${header || `Column ${at + 1}`}${samples[0] ? `: ${samples[0].slice(0, 30)} …` : ""}` }))}
        onChange={(value) => setColumn(Number(value ?? 0))}
      />
      {preview.error && <StateLabel state="fail">There is no name in this column</StateLabel>}
      {preview.data && (
        <>
          <p>
            <b>{`${preview.data.known} of ${preview.data.names}`}</b> {preview.data.names === 1 ? "name is" : "names are"} of a vendor in the register.
          </p>
          {preview.data.unknown.length > 0 && (
            <details>
              <summary>{`Not in the register: ${preview.data.names - preview.data.known}`}</summary>
              <ul className={classes.unknown}>
                {preview.data.unknown.map((name) => <li key={name}>{name}</li>)}
                {preview.data.names - preview.data.known > preview.data.unknown.length && <li>{`and ${preview.data.names - preview.data.known - preview.data.unknown.length} more`}</li>}
              </ul>
            </details>
          )}
        </>
      )}
      <div className={classes.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" disabled={!preview.data} loading={take.isPending} onClick={submit}>
          Compare with this list
        </Button>
      </div>
    </div>
  );
}
