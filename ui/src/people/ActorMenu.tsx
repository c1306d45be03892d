import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRead, useWorkspace, useWrite } from "../api";
import { Icon } from "../shared";
import { Avatar } from "./Avatar";

interface Props {
  className?: string | undefined;
  avatarClassName?: string | undefined;
  textClassName?: string | undefined;
}

/** Shows who acts and lets another person take over. */
export function ActorMenu({ className, avatarClassName, textClassName }: Props) {
  const { actor } = useWorkspace();
  const people = useRead("people", {});
  const act = useWrite("actor_set");
  const close = useWrite("workspace_close");
  const navigate = useNavigate();
  const others = people.data?.filter(({ active }) => active) ?? [];
  return (
    <Menu position="top-start" width="15rem">
      <Menu.Target>
        <button type="button" className={className} aria-label={`Acting: ${actor.name}`}>
          <Avatar name={actor.name} className={avatarClassName} />
          <span className={textClassName}>{actor.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Who acts</Menu.Label>
        <Menu.RadioGroup value={actor.id} onChange={(id) => act.mutate({ person: id })}>
          {others.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick checkIcon={<Icon name="check" size={14} />}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="people" />} onClick={() => void navigate({ to: "/settings" })}>People and roles</Menu.Item>
        <Menu.Item leftSection={<Icon name="folder" />} onClick={() => close.mutate({})}>Close this workspace</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
