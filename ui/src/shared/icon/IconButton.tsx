import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import type { MouseEventHandler, Ref } from "react";
import { KeyCaps } from "../keyboard/KeyCaps";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

interface Props extends Pick<ActionIconProps, "size" | "variant" | "disabled" | "loading" | "className"> {
  icon: IconName;
  /** What it does; read aloud and shown as a tip. */
  name: string;
  /** The shortcut, shown in the tip. */
  keys?: string | undefined;
  /** Whether it is switched on, for a button that switches. */
  pressed?: boolean | undefined;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Given by a menu or popover that this button opens, with more of its own. */
  ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon. */
export function IconButton({ icon, name, keys, pressed, size = "sm", ...rest }: Props) {
  return (
    <Tooltip label={keys ? <>{name} <KeyCaps keys={keys} /></> : name}>
      <ActionIcon aria-label={name} aria-pressed={pressed} size={size} {...rest}>
        <Icon name={icon} size={size === "xs" ? 14 : 16} />
      </ActionIcon>
    </Tooltip>
  );
}
