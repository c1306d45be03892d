import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { Answered, useMay, useRead, useWrite } from "../../api";
import type { Inbox, ReadyDocument } from "../../contract/generated";
import { groupInbox, selectable, selectAfter } from "../../document/inbox-groups";
import { ReadAgain } from "../../document/ReadAgain";
import { count, EmptyState, Icon, KeyHint, KeyHints, PageHeader, useCrumbs, useKeys } from "../../shared";
import { ConfirmReady } from "./ConfirmReady";
import { InboxDetail } from "./InboxDetail";
import { InboxList } from "./InboxList";
import classes from "./InboxView.module.css";

const none: readonly ReadyDocument[] = [];

/** What came in and waits for a person. */
export function InboxView({ document }: { document?: string | undefined }) {
  useCrumbs({ label: "Inbox" });
  const inbox = useRead("inbox", {});
  return (
    <Answered of={inbox} what="Inbox">
      {(answer) => <Loaded inbox={answer} wanted={document ?? null} />}
    </Answered>
  );
}

function Loaded({ inbox, wanted }: { inbox: Inbox; wanted: string | null }) {
  const navigate = useNavigate();
  const ready = useRead("inbox_ready", {}).data ?? none;
  const groups = groupInbox(inbox, new Set(ready.map((each) => each.document)));
  const ids = selectable(groups).map((row) => row.id);
  const all = ids.join(" ");
  // What stood in the list the last time, so that what follows a filed document takes its place.
  const [before, setBefore] = useState<{ ids: readonly string[]; selected: string | null }>({ ids, selected: wanted });
  const selected = selectAfter(before.ids, ids, wanted !== null && ids.includes(wanted) ? wanted : before.selected);
  if (before.ids.join(" ") !== all || before.selected !== selected) setBefore({ ids, selected });
  const select = useCallback((id: string | null) => void navigate({ to: "/inbox", search: id ? { document: id } : {}, replace: true }), [navigate]);

  // The address says what is shown.
  useEffect(() => {
    if (selected !== wanted) select(selected);
  }, [selected, wanted, select]);

  const walk = (step: 1 | -1): void => {
    const at = selected ? ids.indexOf(selected) : -1;
    select(ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null);
  };
  // What was set aside stays in the list; the next that waits is what the person wants to see.
  const goOn = (): void => {
    const at = selected ? ids.indexOf(selected) : -1;
    const waiting = new Set(inbox.waiting.map((row) => row.id));
    select([...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at))].find((id) => waiting.has(id)) ?? null);
  };
  useKeys("Inbox", [
    { keys: "j", does: "Next document", run: () => walk(1) },
    { keys: "k", does: "Previous document", run: () => walk(-1) },
    { keys: "down", does: "Next document", run: () => walk(1) },
    { keys: "up", does: "Previous document", run: () => walk(-1) },
    { keys: "o", does: "Open the document", run: () => selected && void navigate({ to: "/documents/$document", params: { document: selected } }), enabled: selected !== null },
  ]);

  if (ids.length === 0 && inbox.jobs.length === 0) return <Empty />;
  return (
    <div className={classes.panes}>
      <section className={classes.list} aria-label="What came in">
        <div className={classes.groups}>
          <div className={classes.head}>
            <PageHeader title="Inbox" sub="Drop more anywhere in the window." beside={inbox.waiting.length > 0 && <span className={classes.count}>{count(inbox.waiting.length, "document")} waiting</span>} actions={<ConfirmReady ready={ready} />} />
          </div>
          <ReadAgain inbox={inbox} />
          <InboxList groups={groups} selected={selected} onSelect={select} />
        </div>
        <footer className={classes.keys}>
          <KeyHints>
            <KeyHint keys={["j", "k"]}>document</KeyHint>
            <KeyHint keys={["[", "]"]}>citation</KeyHint>
            <KeyHint keys="o">open</KeyHint>
            <KeyHint keys="?">all keys</KeyHint>
          </KeyHints>
        </footer>
      </section>
      <section className={classes.detail} aria-label="Selected document">
        {selected ? <InboxDetail key={selected} document={selected} onAside={goOn} /> : <p className={classes.nothing}>Nothing waits. What is being read appears here when it is done.</p>}
      </section>
    </div>
  );
}

function Empty() {
  const may = useMay("keep_documents");
  const choose = useWrite("documents_choose");
  return (
    <EmptyState
      icon="inbox"
      title="Nothing waits for you"
      action={
        <Button variant="filled" leftSection={<Icon name="upload" />} disabled={!may} loading={choose.isPending} onClick={() => choose.mutate({ vendor: null })}>
          Add documents
        </Button>
      }
    >
      Drop SOC 2 reports, bridge letters or certificates anywhere in this window, one or forty at once. They are read on this computer; you check what was read, and file it with its vendor.
    </EmptyState>
  );
}
