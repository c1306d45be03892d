import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useWrite } from "../api";
import type { CuecImport, Paper } from "../contract/generated";
import { uncoveredText } from "../packet/uncovered";
import { Icon, IconButton, showDone } from "../shared";
import classes from "./cuecs.module.css";
import { CuecImportDialog } from "./CuecImportDialog";
import { EarlierTablesDialog } from "./EarlierTablesDialog";
import { OwnControlsDialog } from "./OwnControlsDialog";

interface CuecActionsProps {
  /** Whose controls; none: those of all vendors. */
  vendor: string | null;
  /** Whether there are any. */
  any: boolean;
  /** Whether who acts may answer. */
  may: boolean;
}

/** What can be done with a whole workbook, or with those of all vendors: our controls, the table for owners, the memo. */
export function CuecActions({ vendor, any, may }: CuecActionsProps) {
  const [own, setOwn] = useState(false);
  const [earlier, setEarlier] = useState(false);
  const [preview, setPreview] = useState<CuecImport | null>(null);
  const exported = useWrite("cuecs_export");
  const memo = useWrite("cuecs_memo");
  const choose = useWrite("cuecs_import_choose");
  const said = ({ name }: { name: string | null }): void => void (name && showDone(`Saved as ${name}`));
  const printed = ({ name, uncovered }: { name: string | null; uncovered: string[] }): void => void (name && showDone([`Saved as ${name}`, uncoveredText(uncovered)].filter(Boolean).join(". ")));
  const print = (of: string | null, paper: Paper): void => void memo.mutateAsync({ vendor: of, paper }).then(printed, () => undefined);
  const save = (of: string | null): void => void exported.mutateAsync({ vendor: of }).then(said, () => undefined);
  const choosing = (): void => void choose.mutateAsync({}).then(setPreview, () => undefined);
  return (
    <div className={classes.actions}>
      {vendor !== null && (
        <Button leftSection={<Icon name="check" />} onClick={() => setOwn(true)}>
          Our controls
        </Button>
      )}
      <Button disabled={!any} loading={memo.isPending} leftSection={<Icon name="print" />} onClick={() => print(vendor, "a4")}>
        Memo
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon="more" name="Tables and memos" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="save" />} disabled={!any} onClick={() => save(vendor)}>
            Save a table for owners …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="upload" />} disabled={!may} onClick={choosing}>
            Take answers from a table …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="undo" />} onClick={() => setEarlier(true)}>
            Tables that were taken …
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="print" />} disabled={!any} onClick={() => print(vendor, "letter")}>
            Memo on US Letter …
          </Menu.Item>
          {vendor !== null && (
            <>
              <Menu.Item leftSection={<Icon name="print" />} onClick={() => print(null, "a4")}>
                Memo of all vendors …
              </Menu.Item>
              <Menu.Item leftSection={<Icon name="save" />} onClick={() => save(null)}>
                Save a table of all vendors …
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <OwnControlsDialog opened={own} onClose={() => setOwn(false)} />
      <EarlierTablesDialog opened={earlier} onClose={() => setEarlier(false)} />
      <CuecImportDialog preview={preview} onClose={() => setPreview(null)} />
    </div>
  );
}
