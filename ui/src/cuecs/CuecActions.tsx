import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useWrite } from "../api";
import type { CuecBook, CuecImport } from "../contract/generated";
import { Icon, IconButton, showDone } from "../shared";
import classes from "./cuecs.module.css";
import { CuecImportDialog } from "./CuecImportDialog";
import { OwnControlsDialog } from "./OwnControlsDialog";

/** What can be done with the whole workbook: our controls, the table for owners, the memo. */
export function CuecActions({ book }: { book: CuecBook }) {
  const [own, setOwn] = useState(false);
  const [preview, setPreview] = useState<CuecImport | null>(null);
  const exported = useWrite("cuecs_export");
  const memo = useWrite("cuecs_memo");
  const choose = useWrite("cuecs_import_choose");
  const saved = { onSuccess: ({ name }: { name: string | null }) => void (name && showDone(`Saved as ${name}`)) };
  const choosing = (): void => choose.mutate({}, { onSuccess: setPreview });
  const one = book.vendor;
  return (
    <div className={classes.actions}>
      <Button leftSection={<Icon name="check" />} onClick={() => setOwn(true)}>
        Our controls
      </Button>
      <Button disabled={book.rows.length === 0} loading={memo.isPending} leftSection={<Icon name="print" />} onClick={() => memo.mutate({ vendor: one, paper: "a4" }, saved)}>
        Memo
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon="more" name="Tables and memos" />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="save" />} disabled={book.rows.length === 0} onClick={() => exported.mutate({ vendor: one }, saved)}>
            Save a table for owners …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="upload" />} disabled={!book.may_answer} onClick={choosing}>
            Take answers from a table …
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="print" />} disabled={book.rows.length === 0} onClick={() => memo.mutate({ vendor: one, paper: "letter" }, saved)}>
            Memo on US Letter …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="print" />} onClick={() => memo.mutate({ vendor: null, paper: "a4" }, saved)}>
            Memo of all vendors …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="save" />} onClick={() => exported.mutate({ vendor: null }, saved)}>
            Save a table of all vendors …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <OwnControlsDialog opened={own} onClose={() => setOwn(false)} />
      <CuecImportDialog preview={preview} onClose={() => setPreview(null)} />
    </div>
  );
}
