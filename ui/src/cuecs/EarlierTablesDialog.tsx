import { Button, Modal } from "@mantine/core";
import { Answered, useMay, useRead } from "../api";
import { count, EmptyState, formatMoment } from "../shared";
import classes from "./cuecs.module.css";
import { useUndoCuecImport } from "./useUndoCuecImport";

/** Tables of answers that were taken, each with its way back. */
export function EarlierTablesDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Tables that were taken" size="40rem">
      {opened && <Loaded />}
    </Modal>
  );
}

function Loaded() {
  const answer = useRead("cuecs_imports", {});
  const may = useMay("keep_vendors");
  const undo = useUndoCuecImport();
  return (
    <Answered of={answer} what="Tables that were taken">
      {(tables) =>
        tables.length === 0 ? (
          <EmptyState icon="upload" title="No table was taken yet">
            Save a table for owners, let them fill it in, and take their answers from it. Each table that was taken stands here and can be undone as a whole.
          </EmptyState>
        ) : (
          <ul className={classes.earlier}>
            {tables.map((each) => (
              <li key={each.import}>
                <div>
                  <b>{each.file_name}</b>
                  <span>{`${formatMoment(each.at)}, ${each.who}: ${count(each.changed, "answer")}`}</span>
                </div>
                {each.undone ? (
                  <span className={classes.faint}>{`Undone ${formatMoment(each.undone)}`}</span>
                ) : (
                  <Button size="xs" disabled={!may || undo.isPending} aria-label={`Undo ${count(each.changed, "answer")} from ${each.file_name}`} onClick={() => undo.run(each.import)}>
                    Undo
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
