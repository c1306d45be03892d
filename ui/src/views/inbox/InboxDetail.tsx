import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Answered, useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { DocumentView } from "../../contract/generated";
import { documentTitle } from "../../document/describe";
import { DocumentCautions } from "../../document/DocumentCautions";
import { likelyTarget, useFiling } from "../../document/useFiling";
import { FactTable } from "../../fact/FactTable";
import { condense, linesOf, marksOfFacts } from "../../fact/lines";
import { openStated, turnCitation } from "../../fact/walk";
import { PageExcerpt } from "../../page/PageExcerpt";
import { count, formatMoment, Icon, IconButton, KeyCaps, showDone, StateLabel, useKeys } from "../../shared";
import { VendorPicker } from "../../vendor/VendorPicker";
import classes from "./InboxDetail.module.css";
import { SuggestedVendor } from "./SuggestedVendor";

/** One document of the inbox: what was read, whose it seems to be, and what to do with it. */
export function InboxDetail({ document, onAside }: { document: string; onAside: () => void }) {
  const answer = useRead("document", { document });
  return (
    <Answered of={answer} what="Document">
      {(view) => <Loaded view={view} onAside={onAside} />}
    </Answered>
  );
}

function Loaded({ view, onAside }: { view: DocumentView; onAside: () => void }) {
  const { row } = view;
  const navigate = useNavigate();
  const { today } = useWorkspace();
  const mayKeep = useMay("keep_documents");
  const mayJudge = useMay("judge_facts");
  const filing = useFiling(view);
  const save = useWrite("document_save");
  const [picking, setPicking] = useState(false);

  const lines = useMemo(() => condense(linesOf(view.facts, view.contradictions)), [view.facts, view.contradictions]);
  const marks = useMemo(() => marksOfFacts(view.facts, view.contradictions), [view.facts, view.contradictions]);
  const [place, setPlace] = useState<{ mark: string | null; page: number }>(() => {
    const first = marks.find((mark) => !mark.checked) ?? marks[0];
    return { mark: first?.id ?? null, page: first?.page ?? 1 };
  });
  const label = marks.find((mark) => mark.id === place.mark)?.label;
  const focus = lines.find((line) => line.citations.some((each) => each.mark === place.mark))?.key ?? null;

  const likely = likelyTarget(view);
  const confirm = mayJudge && openStated(view.facts).length > 0;
  const proceed = (): void => {
    if (likely) filing.file(likely.target, confirm);
    else setPicking(true);
  };
  const turn = (step: 1 | -1): void => {
    const mark = marks[turnCitation(marks.length, marks.findIndex((each) => each.id === place.mark), step)];
    if (mark) setPlace({ mark: mark.id, page: mark.page });
  };
  useKeys("Inbox", [
    { keys: "mod+enter", does: "Confirm and file", run: proceed, enabled: mayKeep && !view.set_aside && !filing.busy },
    { keys: "]", does: "Next citation", run: () => turn(1) },
    { keys: "[", does: "Previous citation", run: () => turn(-1) },
  ]);

  return (
    <article className={classes.detail}>
      <div className={classes.body}>
        <header className={classes.head}>
          <div className={classes.titles}>
            <h2>{documentTitle(row)}</h2>
            <p>{`Received ${formatMoment(row.received_at, today)} by ${row.received_by} · ${count(row.pages, "page")}`}</p>
          </div>
          <IconButton icon="review" name="Open the document" keys="o" onClick={() => void navigate({ to: "/documents/$document", params: { document: row.id } })} />
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton icon="more" name="More" />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<Icon name="save" />} onClick={() => save.mutate({ document: row.id }, { onSuccess: ({ name }) => name && showDone(`Saved: ${name}`) })}>
                Save original as …
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </header>
        <DocumentCautions document={view} shown={place.mark} onShow={(mark, page) => setPlace({ mark, page })} />
        <FactTable
          lines={lines}
          focus={focus}
          shown={place.mark}
          onFocus={(key) => {
            const cited = lines.find((line) => line.key === key)?.citations[0];
            if (cited) setPlace({ mark: cited.mark, page: cited.citation.page });
          }}
          onShow={(line, mark) => {
            const cited = line.citations.find((each) => each.mark === mark);
            if (cited) setPlace({ mark, page: cited.citation.page });
          }}
          head={!view.set_aside && <SuggestedVendor view={view} onOther={() => setPicking(true)} />}
        />
        <div className={classes.where}>
          <b>{`Page ${place.page}`}</b>
          {label && <span>{label}</span>}
          <span className={classes.hint}>
            <KeyCaps keys="[" />
            <KeyCaps keys="]" /> citation
          </span>
      </div>
      <PageExcerpt document={row.id} page={place.page} marks={marks} focus={place.mark} />
      </div>
      {filing.twin && (
        <div className={classes.twin} role="alert">
          <StateLabel state="warn">{`In the register already: ${filing.twin.name}`}</StateLabel>
          <Button size="xs" onClick={() => filing.twin && filing.file({ target: "existing", vendor: filing.twin.vendor }, false)}>
            File with it
          </Button>
          <Button size="xs" variant="subtle" onClick={filing.forgetTwin}>
            Not now
          </Button>
        </div>
      )}
      <footer className={classes.actions}>
        {view.set_aside ? (
          <Button variant="filled" disabled={!mayKeep} loading={filing.busy} leftSection={<Icon name="undo" />} onClick={filing.takeBack}>
            Back to the inbox
          </Button>
        ) : (
          <>
            <Button variant="filled" disabled={!mayKeep} loading={filing.busy} onClick={proceed} rightSection={<KeyCaps keys="mod+enter" />}>
              {`${confirm ? "Confirm and file" : "File"}${likely ? "" : " …"}`}
            </Button>
            <Button disabled={!mayKeep || filing.busy} onClick={() => setPicking(true)}>
              Other vendor …
            </Button>
            <Button variant="subtle" className={classes.aside} disabled={!mayKeep || filing.busy} onClick={() => filing.setAside(onAside)}>
              Not evidence
            </Button>
          </>
        )}
      </footer>
      <VendorPicker
        opened={picking}
        onClose={() => setPicking(false)}
        suggestions={view.suggestions}
        newName={row.organization}
        onPick={(target) => {
          setPicking(false);
          filing.file(target, confirm);
        }}
      />
    </article>
  );
}
