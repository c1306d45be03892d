import { roleLabel } from "../acceptance/words";
import type { PersonView, RoleName } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { IconButton } from "../shared";
import classes from "./DecisionForm.module.css";
import { moved } from "./draft";

interface SignersEditorProps {
  signers: readonly string[];
  /** The roles that must sign by the policy. */
  approvers: readonly RoleName[];
  /** Who asked for the vendor. */
  requester: string | null;
  people: readonly PersonView[];
  error: string | undefined;
  disabled: boolean;
  onChange: (signers: string[]) => void;
}

/** Who signs the packet, in order. */
export function SignersEditor({ signers, approvers, requester, people, error, disabled, onChange }: SignersEditorProps) {
  const person = (id: string): PersonView | undefined => people.find((each) => each.id === id);
  const left = people.filter((each) => each.active && !signers.includes(each.id));
  return (
    <fieldset className={classes.set} disabled={disabled}>
      <legend>Signers</legend>
      <p className={classes.about}>
        They sign on paper, in this order; who works here can also sign in the program.
        {approvers.length > 0 && ` The policy asks for: ${approvers.map((role) => roleLabel[role]).join(", ")}.`}
      </p>
      <ol className={classes.signers}>
        {signers.map((id, index) => {
          const name = person(id)?.name ?? "Somebody who left";
          return (
            <li key={id}>
              <span className={classes.order}>{index + 1}</span>
              <span className={classes.signer}>
                {name}
                {id === requester && <em>asked for this vendor</em>}
                {person(id)?.title && <em>{person(id)?.title}</em>}
              </span>
              <IconButton size="xs" icon="chevron-up" name={`${name} signs earlier`} disabled={disabled || index === 0} onClick={() => onChange(moved(signers, index, -1))} />
              <IconButton size="xs" icon="chevron-down" name={`${name} signs later`} disabled={disabled || index === signers.length - 1} onClick={() => onChange(moved(signers, index, 1))} />
              <IconButton size="xs" icon="close" name={`${name} does not sign`} disabled={disabled} onClick={() => onChange(signers.filter((each) => each !== id))} />
            </li>
          );
        })}
      </ol>
      <PersonSelect aria-label="Add a signer" placeholder={left.length > 0 ? "Add a signer" : "Everybody signs"} disabled={disabled || left.length === 0} people={left} value={null} error={error} onChange={(id) => id && onChange([...signers, id])} />
    </fieldset>
  );
}
