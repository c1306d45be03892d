import { Button, Modal, MultiSelect, SegmentedControl, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useRead, useToError, useWrite } from "../api";
import type { AppliesName, CuecBook, CuecRow, CuecSideInput, DocumentRow } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { ChoiceField, DayField, TextField } from "../register/fields";
import { atAnyField } from "../register/forms";
import register from "../register/register.module.css";
import { Icon, showDone } from "../shared";
import classes from "./cuecs.module.css";
import { OwnControlForm } from "./OwnControlForm";
import { appliesLabel, inputOf, progressLabel } from "./words";

interface CuecDialogProps {
  book: CuecBook;
  row: CuecRow | null;
  /** What the person has just said of whether it applies. */
  applies?: AppliesName | undefined;
  documents: readonly DocumentRow[];
  onClose: () => void;
}

/** Says our side of one control. */
export function CuecDialog({ book, row, onClose, ...rest }: CuecDialogProps) {
  return (
    <Modal opened={row !== null} onClose={onClose} title={row ? `Control ${row.number}` : ""} size="38rem">
      {row && <Form key={row.entry} book={book} row={row} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function Form({ book, row, applies, documents, onClose }: Omit<CuecDialogProps, "row"> & { row: CuecRow }) {
  const people = useRead("people", {});
  const own = useRead("own_controls", {}).data ?? [];
  const [side, setSide] = useState<CuecSideInput>(() => ({ ...inputOf(row), ...(applies ? { applies } : {}) }));
  const [naming, setNaming] = useState(false);
  const save = useWrite("cuec_save", { handles: atAnyField });
  const form = useToError(save.error);
  const change = (part: Partial<CuecSideInput>): void => setSide((earlier) => ({ ...earlier, ...part }));
  const write = (next: CuecSideInput | null): void =>
    // The list behind the dialog is new before the answer comes: nothing here may hang on the form being there still.
    void save.mutateAsync({ vendor: book.vendor, report: book.report?.document ?? null, entry: row.entry, side: next }).then(
      () => {
        showDone(next ? `Control ${row.number} saved` : `Control ${row.number} is open again`);
        onClose();
      },
      () => undefined,
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write(side);
  };
  const error = (field: string): string | undefined => fieldError(save.error, field);
  const ours = side.applies === "yes" || side.applies === "partly";
  if (naming) {
    return (
      <OwnControlForm
        control={null}
        onClose={() => setNaming(false)}
        onSaved={(control) => {
          change({ controls: [...side.controls, control.id] });
          setNaming(false);
        }}
      />
    );
  }
  return (
    <form ref={form} className={register.form} onSubmit={submit} noValidate>
      <p className={classes.quoted}>{row.text}</p>
      <div className={register.yesNo}>
        <span>Applies to our use</span>
        <SegmentedControl size="xs" aria-label="Applies to our use" value={side.applies ?? "open"} onChange={(value) => change({ applies: value === "open" ? null : (value as AppliesName) })} data={[{ value: "open", label: "Undecided" }, ...(["yes", "partly", "no"] as const).map((value) => ({ value, label: appliesLabel[value] }))]} />
      </div>
      {(side.applies === "no" || side.applies === "partly" || side.why !== null) && <TextField label={side.applies === "partly" ? "Why only in part" : "Why"} description="An auditor will ask" value={side.why} error={error("why")} onChange={(why) => change({ why })} />}
      {ours && (
        <>
          <div className={classes.withButton}>
            <MultiSelect label="Our controls that meet it" placeholder={side.controls.length ? undefined : "Choose"} searchable clearable clearButtonProps={{ "aria-label": "Clear" }} nothingFoundMessage="None is called so" data={own.map(({ id, name }) => ({ value: id, label: name }))} value={side.controls} error={error("controls")} onChange={(controls) => change({ controls })} />
            <Button leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
              New control
            </Button>
          </div>
          <div className={register.pair}>
            <PersonSelect label="Owner" description="Empty: who answers for our control" people={people.data ?? []} value={side.owner} error={error("owner")} onChange={(owner) => change({ owner })} />
            <ChoiceField label="Status" words={progressLabel} value={side.progress} error={error("progress")} onChange={(progress) => change({ progress })} />
          </div>
          <div className={register.pair}>
            {side.progress !== "verified" && <DayField label="To be in place by" value={side.due} error={error("due")} onChange={(due) => change({ due })} />}
            {side.progress === "verified" && <DayField label="Verified on" description="To be checked again after 12 months" value={side.verified_on} error={error("verified_on")} onChange={(verified_on) => change({ verified_on })} />}
          </div>
          <TextField label="Evidence" description="What it is and where" value={side.evidence} error={error("evidence")} onChange={(evidence) => change({ evidence })} />
          <Select label="Document that is evidence" description="One that is filed with this vendor" clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder="None" data={documents.map(({ id, file_name: label }) => ({ value: id, label }))} value={side.proof} error={error("proof")} onChange={(proof) => change({ proof })} />
        </>
      )}
      <TextField label="Note" value={side.note} error={error("note")} onChange={(note) => change({ note })} />
      <div className={register.foot}>
        {row.side && (
          <Button variant="subtle" className={classes.left} loading={save.isPending} onClick={() => write(null)}>
            Take the answer back
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
