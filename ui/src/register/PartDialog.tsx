import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useRead, useToError, useWrite } from "../api";
import type { EvaluatedDocument, PersonView, RegisterPart, RegisterView } from "../contract/generated";
import { showDone } from "../shared";
import { CompanyForm } from "./CompanyForm";
import { ContactsForm } from "./ContactsForm";
import { ContinuityForm } from "./ContinuityForm";
import { ContractForm } from "./ContractForm";
import { atAnyField } from "./forms";
import { ExaminationForm } from "./ExaminationForm";
import { NdaForm } from "./NdaForm";
import { type Editor, editorTitle, openingPart } from "./parts";
import classes from "./register.module.css";
import { ServiceForm } from "./ServiceForm";
import { usePartDraft } from "./usePartDraft";

interface PartDialogProps {
  register: RegisterView;
  editor: Editor | null;
  onClose: () => void;
}

/** Changes a part of what the register says of a vendor. It opens with what was typed before and not recorded. */
export function PartDialog({ register, editor, onClose }: PartDialogProps) {
  return (
    <Modal opened={editor !== null} onClose={onClose} title={editor && editorTitle(editor)} size="42rem">
      {editor && <Opening key={`${editor.part}${editor.item}`} register={register} editor={editor} onClose={onClose} />}
    </Modal>
  );
}

function Opening(props: { register: RegisterView; editor: Editor; onClose: () => void }) {
  const { vendor } = props.register;
  const draft = useRead("register_draft", { vendor, part: props.editor.part, item: props.editor.item }, { forget: true });
  const people = useRead("people", {});
  return draft.isPending || people.isPending ? null : <Form {...props} draft={draft.data ?? null} people={people.data ?? []} />;
}

function Form({ register, editor, onClose, draft, people }: PartDialogProps & { editor: Editor; draft: RegisterPart | null; people: readonly PersonView[] }) {
  const [typed, setTyped] = useState<RegisterPart>(() => draft ?? openingPart(register, editor));
  const [kept, setKept] = useState(draft !== null);
  const { keep, settle, discard } = usePartDraft(register.vendor, editor);
  const save = useWrite("register_save", { handles: atAnyField });
  const remove = useWrite("register_remove");
  const form = useToError(save.error);
  const error = (field: string) => fieldError(save.error, field);
  const change = (part: object): void => {
    // The part stays the one that it is: each form changes fields of its own.
    const next = { ...typed, ...part } as RegisterPart;
    setTyped(next);
    setKept(true);
    keep(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settle();
    save.mutate(
      { vendor: register.vendor, part: typed },
      {
        onSuccess: () => {
          showDone(`Saved: ${editorTitle(editor).toLowerCase()}`);
          onClose();
        },
        // Not recorded: what is typed is worth keeping again.
        onError: () => keep(typed),
      },
    );
  };
  const drop = (): void => {
    if (editor.item === null) return;
    settle();
    remove.mutate(
      { vendor: register.vendor, item: editor.item },
      {
        onSuccess: () => {
          discard();
          const opening = openingPart(register, editor);
          // A removed entry comes back as a new one with the same answers.
          const again = "id" in opening ? { ...opening, id: null } : opening;
          showDone("Removed; the history keeps it", () => save.mutate({ vendor: register.vendor, part: again }));
          onClose();
        },
      },
    );
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <PartForm typed={typed} onChange={change} error={error} people={people} proofs={register.proofs} />
      <div className={classes.foot}>
        <span className={classes.kept}>{kept ? "What is typed is kept until you save." : ""}</span>
        {editor.item !== null && (
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={drop}>
            Remove
          </Button>
        )}
        <Button
          variant="subtle"
          onClick={() => {
            if (kept) discard();
            onClose();
          }}
        >
          {kept ? "Discard" : "Cancel"}
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function PartForm({ typed, ...rest }: { typed: RegisterPart; onChange: (part: object) => void; error: (field: string) => string | undefined; people: readonly PersonView[]; proofs: readonly EvaluatedDocument[] }) {
  switch (typed.part) {
    case "company":
      return <CompanyForm value={typed} {...rest} />;
    case "service":
      return <ServiceForm value={typed} {...rest} />;
    case "contract":
      return <ContractForm value={typed} {...rest} />;
    case "contacts":
      return <ContactsForm value={typed} {...rest} />;
    case "nda":
      return <NdaForm value={typed} {...rest} />;
    case "examination":
      return <ExaminationForm value={typed} {...rest} />;
    case "continuity":
      return <ContinuityForm value={typed} {...rest} />;
  }
}
