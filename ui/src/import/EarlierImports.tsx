import { Button } from "@mantine/core";
import { useMay, useRead } from "../api";
import { count, formatMoment, SectionTitle } from "../shared";
import classes from "./import.module.css";
import { useUndoImport } from "./useUndoImport";

/** What was imported before, each with its way back. */
export function EarlierImports() {
  const imports = useRead("imports", {});
  const may = useMay("keep_vendors");
  const undo = useUndoImport();
  if (!imports.data || imports.data.length === 0) return null;
  return (
    <section aria-label="Earlier imports">
      <SectionTitle>Earlier imports</SectionTitle>
      <ul className={classes.earlier}>
        {imports.data.map((each) => (
          <li key={each.import}>
            <div>
              <b>{each.file_name}</b>
              <span>
                {`${formatMoment(each.at)}, ${each.who}: ${each.added} entered, ${each.changed} changed`}
              </span>
            </div>
            {each.undone ? (
              <span className={classes.faint}>{`Undone ${formatMoment(each.undone)}`}</span>
            ) : (
              <Button size="xs" disabled={!may || undo.isPending} aria-label={`Undo the import of ${count(each.added + each.changed, "vendor")} from ${each.file_name}`} onClick={() => undo.run(each.import)}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
