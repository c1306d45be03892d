import { Button, Popover, Select, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Answered, fieldError, useRead, useToError, useWrite } from "../api";
import type { ChecklistEntry, ChecklistName, ChecklistView, DocumentRow, TickStateName } from "../contract/generated";
import { TermHelp } from "../fact/TermHelp";
import { dayOf, formatDay, showDone, StateMark } from "../shared";
import { atAnyField } from "./forms";
import classes from "./register.module.css";
import { checklistLabel } from "./words";

interface PanelProps {
  vendor: string;
  documents: readonly DocumentRow[];
  may: boolean;
}

/** The lists that people work through with a vendor; the one of its stage is open. */
export function ChecklistsPanel({ vendor, documents, may }: PanelProps) {
  const answer = useRead("checklists", { vendor });
  return (
    <Answered of={answer} what="Checklists">
      {(lists) => (
        <>
          <p className={classes.lead}>
            What to see to at each point of the way; the list of where the vendor stands is open. <TermHelp term="checklist" />
          </p>
          {lists.map((list) => (
            <List key={list.checklist} vendor={vendor} list={list} documents={documents} may={may} />
          ))}
        </>
      )}
    </Answered>
  );
}

function List({ vendor, list, documents, may }: PanelProps & { list: ChecklistView }) {
  const untick = useWrite("checklist_tick");
  const ticked = list.items.some(({ tick }) => tick !== null);
  return (
    <details className={classes.list} open={list.current}>
      <summary>
        <StateMark state={list.settled === list.items.length ? "pass" : "unknown"} size="sm" label="" />
        {checklistLabel[list.checklist]}
        <em>{`${list.settled} of ${list.items.length}`}</em>
      </summary>
      <ul>
        {list.items.map((entry) => (
          <Entry key={entry.item.id} vendor={vendor} checklist={list.checklist} entry={entry} documents={documents} may={may} />
        ))}
      </ul>
      {may && ticked && (list.checklist === "renewal" || list.checklist === "monitoring") && (
        <Button m="0 1rem 0.75rem" size="xs" variant="subtle" onClick={() => untick.mutate({ vendor, checklist: list.checklist, item: null, state: null, note: null, proof: null }, { onSuccess: () => showDone("The list begins anew; the history keeps what was ticked") })}>
          Begin anew
        </Button>
      )}
    </details>
  );
}

function Entry({ vendor, checklist, entry, documents, may }: PanelProps & { checklist: ChecklistName; entry: ChecklistEntry }) {
  const { item, tick, settled } = entry;
  const [state, setState] = useState<TickStateName | null>(null);
  const change = useWrite("checklist_tick");
  const buttons = useRef<HTMLSpanElement>(null);
  const changing = useRef(false);
  // The button that was pressed gives way to others: the focus stays with the entry.
  useEffect(() => {
    if (changing.current) buttons.current?.querySelector("button")?.focus();
    changing.current = false;
  }, [tick]);
  const proof = tick?.proof && documents.find(({ id }) => id === tick.proof)?.file_name;
  const said = tick && [tick.state === "done" ? "Done" : "Not needed", tick.by, formatDay(dayOf(tick.at)), tick.note, proof].filter(Boolean).join(" · ");
  return (
    <li>
      <StateMark state={settled ? "pass" : "unknown"} size="sm" label={settled ? "Settled" : "Open"} />
      <span>
        {item.text}
        {(item.mandatory || item.proof) && <span className={classes.note}>{[item.mandatory && "mandatory", item.proof && "a document must prove it"].filter(Boolean).join(", ")}</span>}
        {said && <span className={classes.note}>{said}</span>}
      </span>
      {may && (
        <span ref={buttons} className={classes.buttons}>
          {tick ? (
            <Button size="xs" variant="subtle" aria-label={`Take back: ${item.text}`} onClick={() => { changing.current = true; setState(null); change.mutate({ vendor, checklist, item: item.id, state: null, note: null, proof: null }); }}>
              Take back
            </Button>
          ) : (
            <Popover opened={state !== null} onChange={(opened) => opened || setState(null)} width={320} position="bottom-end" withRoles={false} trapFocus returnFocus>
              <Popover.Target>
                <span className={classes.buttons}>
                  <Button size="xs" aria-label={`Done: ${item.text}`} onClick={() => setState("done")}>
                    Done
                  </Button>
                  <Button size="xs" variant="subtle" aria-label={`Not needed: ${item.text}`} onClick={() => setState("not_needed")}>
                    Not needed
                  </Button>
                </span>
              </Popover.Target>
              <Popover.Dropdown>{state && <TickForm vendor={vendor} checklist={checklist} entry={entry} documents={documents} state={state} onTick={() => { changing.current = true; }} onClose={() => setState(null)} />}</Popover.Dropdown>
            </Popover>
          )}
        </span>
      )}
    </li>
  );
}

function TickForm({ vendor, checklist, entry, documents, state, onTick, onClose }: Omit<PanelProps, "may"> & { checklist: ChecklistName; entry: ChecklistEntry; state: TickStateName; onTick: () => void; onClose: () => void }) {
  const [note, setNote] = useState("");
  const [proof, setProof] = useState<string | null>(null);
  const tick = useWrite("checklist_tick", { handles: atAnyField });
  const form = useToError(tick.error);
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onTick();
        tick.mutate({ vendor, checklist, item: entry.item.id, state, note, proof }, { onSuccess: onClose });
      }}
    >
      <Textarea label={state === "done" ? "Note" : "Why not"} data-autofocus autosize minRows={2} maxRows={5} value={note} error={fieldError(tick.error, "note")} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
      {state === "done" && (
        <Select
          label="Document that proves it" comboboxProps={{ withinPortal: false }} clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder={documents.length === 0 ? "none is filed here" : entry.item.proof ? "choose one" : "optional"} data={documents.map((row) => ({ value: row.id, label: row.file_name }))} value={proof}
          error={fieldError(tick.error, "proof")} onChange={setProof}
        />
      )}
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={tick.isPending}>
          {state === "done" ? "Tick" : "Leave out"}
        </Button>
      </div>
    </form>
  );
}
