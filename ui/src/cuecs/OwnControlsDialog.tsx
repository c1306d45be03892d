import { Button, Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWrite } from "../api";
import type { OwnControlView } from "../contract/generated";
import { EmptyState, formatDay, Icon, IconButton, showDone } from "../shared";
import register from "../register/register.module.css";
import classes from "./cuecs.module.css";
import { OwnControlForm } from "./OwnControlForm";

/** Our own controls, with the vendors whose expectations they meet. */
export function OwnControlsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Our own controls" size="46rem">
      {opened && <OwnControls />}
    </Modal>
  );
}

/** Our own controls, to be entered, changed and removed. */
export function OwnControls() {
  const answer = useRead("own_controls", {});
  const [editing, setEditing] = useState<OwnControlView | "new" | null>(null);
  if (editing) {
    return (
      <OwnControlForm
        control={editing === "new" ? null : editing}
        onClose={() => setEditing(null)}
        onSaved={({ name }) => {
          showDone(`${name} saved`);
          setEditing(null);
        }}
      />
    );
  }
  return <Answered of={answer} what="Our own controls">{(controls) => <List controls={controls} onEdit={setEditing} />}</Answered>;
}

function List({ controls, onEdit }: { controls: readonly OwnControlView[]; onEdit: (control: OwnControlView | "new") => void }) {
  const may = useMay("keep_vendors");
  const remove = useWrite("own_control_remove");
  const enter = (
    <Button disabled={!may} leftSection={<Icon name="plus" />} onClick={() => onEdit("new")}>
      Enter a control
    </Button>
  );
  if (controls.length === 0) {
    return (
      <EmptyState icon="check" title="No control of ours is entered yet" action={enter}>
        One control of ours often meets what many vendors expect: an access review, a leaver checklist. Enter it once with its owner and where its evidence is, and name it beside each expectation.
      </EmptyState>
    );
  }
  return (
    <>
      <table className={register.table} aria-label="Our own controls">
        <thead>
          <tr>
            <th scope="col">Control</th>
            <th scope="col">Owner</th>
            <th scope="col">Last checked</th>
            <th scope="col">Meets</th>
            <th scope="col">
              <span className={classes.hidden}>Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {controls.map((control) => (
            <tr key={control.id}>
              <td>
                <b>{control.name}</b>
                <span className={register.note}>{control.purpose}</span>
                {control.evidence && <span className={register.note}>{`Evidence: ${control.evidence}`}</span>}
              </td>
              <td>{control.owner_name ?? "–"}</td>
              <td>{control.checked_on ? formatDay(control.checked_on) : "–"}</td>
              <td>
                {control.meets.length === 0 && "nothing yet"}
                {control.meets.map(({ vendor, name, controls: number }) => (
                  <span key={vendor} className={classes.met}>
                    <Link to="/vendors/$vendor" params={{ vendor }}>{name}</Link> {number}
                  </span>
                ))}
              </td>
              <td>
                <IconButton icon="edit" name={`Change ${control.name}`} disabled={!may} onClick={() => onEdit(control)} />
                {control.meets.length === 0 && <IconButton icon="trash" name={`Remove ${control.name}`} disabled={!may || remove.isPending} onClick={() => void remove.mutateAsync({ control: control.id }).then(() => showDone(`${control.name} removed`), () => undefined)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {enter}
    </>
  );
}
