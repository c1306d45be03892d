import { Button, Group, Modal } from "@mantine/core";
import { useWrite } from "../api";
import type { RegisterGap } from "../contract/generated";
import { count, formatNumber, SectionTitle } from "../shared";
import classes from "./EvidenceDialog.module.css";

/** The register of information of a financial entity under DORA, as one file, with what is missing in it. */
export function RegisterDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="DORA register of information" size="38rem">
      {opened && <RegisterForm onClose={onClose} />}
    </Modal>
  );
}

/** What is missing, by table. */
function byTable(missing: readonly RegisterGap[]): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const { table } of missing) counts.set(table, (counts.get(table) ?? 0) + 1);
  return [...counts];
}

function RegisterForm({ onClose }: { onClose: () => void }) {
  const save = useWrite("dora_save");
  const written = save.data?.name ? save.data : undefined;
  return (
    <div className={classes.form}>
      <p>For financial entities in the European Union. The tables of Implementing Regulation (EU) 2024/2956 that the register of vendors can fill, as CSV with the codes of their columns, and a list of every cell that is missing. Nothing is guessed: complete them in the tool with which you report.</p>
      {written && (
        <div role="status">
          <SectionTitle>{`Saved: ${written.name}`}</SectionTitle>
          <p className={classes.counts}>{written.tables.map(({ code, rows }) => `${code} ${formatNumber(rows)}`).join(" · ")}</p>
          <p className={classes.counts}>
            {written.missing.length === 0 ? "Nothing is missing." : `Missing: ${count(written.missing.length, "cell")}, named in the file. ${byTable(written.missing).map(([table, cells]) => `${table} ${formatNumber(cells)}`).join(" · ")}`}
          </p>
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
        <Button variant="filled" loading={save.isPending} onClick={() => save.mutate({})}>
          Save …
        </Button>
      </Group>
    </div>
  );
}
