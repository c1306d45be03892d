import { Menu } from "@mantine/core";
import { memo } from "react";
import { Icon } from "../icon/Icon";
import { IconButton } from "../icon/IconButton";
import type { Column } from "./columns";

/** What the menu needs of a column. */
type Hideable = Pick<Column<never>, "id" | "header" | "canHide">;

interface ColumnMenuProps {
  columns: readonly Hideable[];
  isHidden: (id: string) => boolean;
  onToggle: (id: string) => void;
}

/** Shows and hides the columns of a table. */
export const ColumnMenu = memo(function ColumnMenu({ columns, isHidden, onToggle }: ColumnMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon="columns" name="Choose columns" size="xs" />
      </Menu.Target>
      <Menu.Dropdown>
        {columns.filter(({ canHide }) => canHide).map(({ id, header }) => (
          <Menu.CheckboxItem key={id} checked={!isHidden(id)} checkIcon={<Icon name="check" size={14} />} onChange={() => onToggle(id)}>
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
