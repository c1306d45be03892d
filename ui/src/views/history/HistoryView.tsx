import { Button } from "@mantine/core";
import { useState } from "react";
import { Answered, useMay, useRead, useWorkspace } from "../../api";
import type { HistoryEntry } from "../../contract/generated";
import { ChainCheck } from "../../history/ChainCheck";
import { EvidenceDialog } from "../../history/EvidenceDialog";
import { RegisterDialog } from "../../history/RegisterDialog";
import { HistoryList } from "../../history/HistoryList";
import { EmptyState, Icon, Page, PageHeader, useCrumbs } from "../../shared";

const PART = 100;

/** The audit log: what was done by whom, and whether the record is whole. */
export function HistoryView() {
  useCrumbs({ label: "History" });
  const { today } = useWorkspace();
  const [evidence, setEvidence] = useState(false);
  const [register, setRegister] = useState(false);
  const mayExport = useMay("keep_vendors");
  const newest = useRead("history", { before: null, vendor: null, limit: PART });
  return (
    <Page>
      <PageHeader title="History" sub="Everything that was done in this workspace, by whom and when. Entries are added and never changed." actions={
          <>
            <ChainCheck />
            <Button leftSection={<Icon name="save" />} onClick={() => setEvidence(true)}>
              For our auditor …
            </Button>
            <Button disabled={!mayExport} leftSection={<Icon name="save" />} onClick={() => setRegister(true)}>
              DORA register …
            </Button>
          </>
        } />
      <Answered of={newest} what="History">
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState icon="history" title="Nothing has been done yet">Every document, confirmed fact and decision leaves an entry here.</EmptyState>
          ) : (
            <Parts entries={entries} today={today} />
          )
        }
      </Answered>
      <EvidenceDialog opened={evidence} onClose={() => setEvidence(false)} />
      <RegisterDialog opened={register} onClose={() => setRegister(false)} />
    </Page>
  );
}

/** A part of the log, and the older part below it once it is asked for. */
function Parts({ entries, today }: { entries: readonly HistoryEntry[]; today: string }) {
  const [depth, setDepth] = useState(0);
  return <Older newer={entries} depth={depth} today={today} onMore={() => setDepth(depth + 1)} />;
}

interface OlderProps {
  /** All entries loaded so far. */
  newer: readonly HistoryEntry[];
  /** How many parts are still to be put below. */
  depth: number;
  today: string;
  onMore: () => void;
}

/** Puts one older part below those that are there; each part is an answer of its own, so that a change fetches only what is shown. */
function Older({ newer, depth, today, onMore }: OlderProps) {
  const last = newer.at(-1)?.seq ?? 1;
  const whole = newer.length % PART !== 0 || last <= 1;
  const older = useRead("history", { before: last, vendor: null, limit: PART }, { enabled: depth > 0 && !whole });
  if (depth > 0 && older.data) return <Older newer={[...newer, ...older.data]} depth={older.data.length > 0 ? depth - 1 : 0} today={today} onMore={onMore} />;
  return (
    <>
      <HistoryList entries={newer} today={today} />
      {!whole && (
        <Button mt="lg" loading={older.isFetching} onClick={onMore}>
          Show older entries
        </Button>
      )}
    </>
  );
}
