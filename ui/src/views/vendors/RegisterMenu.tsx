import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMay, useWrite } from "../../api";
import type { ExportFormat } from "../../contract/generated";
import { Icon, showDone } from "../../shared";

/** The register in and out of tables. */
export function RegisterMenu({ empty = false }: { empty?: boolean }) {
  const navigate = useNavigate();
  const may = useMay("keep_vendors");
  const save = useWrite("vendors_export");
  const exportAs = (format: ExportFormat): void =>
    save.mutate({ format }, { onSuccess: ({ name }) => name !== null && showDone(`Saved: ${name}`) });
  return (
    <>
      <Button leftSection={<Icon name="upload" />} disabled={!may} onClick={() => void navigate({ to: "/vendors/import" })}>
        Import…
      </Button>
      {!empty && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button leftSection={<Icon name="save" />} loading={save.isPending}>
              Export…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => exportAs("xlsx")}>Excel workbook with services, contracts, contacts (.xlsx)</Menu.Item>
            <Menu.Item onClick={() => exportAs("csv")}>Text with commas, one row a vendor (.csv)</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
