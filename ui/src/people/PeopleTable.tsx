import { Button } from "@mantine/core";
import { useState } from "react";
import { abilityText, useMay, useWorkspace, useWrite } from "../api";
import type { Ability, PersonView } from "../contract/generated";
import { Badge, Icon, IconButton } from "../shared";
import { Avatar } from "./Avatar";
import classes from "./PeopleTable.module.css";
import { PersonForm } from "./PersonForm";
import { roles, roleText } from "./role-text";

/** The columns of "who may do what". */
const abilities: { ability: Ability; head: string }[] = [
  { ability: "keep_documents", head: "Documents" },
  { ability: "judge_facts", head: "Facts" },
  { ability: "keep_vendors", head: "Vendors" },
  { ability: "decide", head: "Decisions" },
  { ability: "keep_workspace", head: "Workspace" },
];

function rolesText({ roles: own }: PersonView): string {
  if (own.length === 0) return "No role";
  return own.length === roles.length ? "All roles" : own.map((role) => roleText(role).name).join(", ");
}

/** People with their roles, what each may do, and who acts now. */
export function PeopleTable({ people }: { people: readonly PersonView[] }) {
  const [editing, setEditing] = useState<PersonView | "new" | null>(null);
  const mayKeep = useMay("keep_workspace");
  const { actor } = useWorkspace();
  const act = useWrite("actor_set");
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {abilities.map(({ ability, head }) => <th key={ability} scope="col" className={classes.may} title={`May ${abilityText(ability)}`}>{head}</th>)}
            <th scope="col" className={classes.does}><span className={classes.hidden}>Actions</span></th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.active ? undefined : classes.left}>
              <td>
                <span className={classes.person}>
                  <Avatar name={person.name} />
                  <span>
                    <b>{person.name}</b>
                    {person.title && <span className={classes.title}>{person.title}</span>}
                    <small>{rolesText(person)}</small>
                  </span>
                </span>
              </td>
              {abilities.map(({ ability }) => {
                const may = person.may.includes(ability);
                return (
                  <td key={ability} className={classes.may}>
                    <span role="img" aria-label={`${may ? "May" : "May not"} ${abilityText(ability)}`}>{may ? <Icon name="check" size={14} /> : <span className={classes.not}>–</span>}</span>
                  </td>
                );
              })}
              <td className={classes.does}>
                <span>
                  {person.id === actor.id ? <Badge tone="accent">acts now</Badge> : person.active ? <Button size="xs" variant="subtle" onClick={() => act.mutate({ person: person.id })} aria-label={`Act as ${person.name}`}>Act as</Button> : <Badge tone="line">left</Badge>}
                  <IconButton icon="edit" size="xs" name={`Change ${person.name}`} disabled={!mayKeep} onClick={() => setEditing(person)} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button mt="md" leftSection={<Icon name="plus" />} disabled={!mayKeep} onClick={() => setEditing("new")}>New person</Button>
      {editing && <PersonForm person={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
