import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { Answered, useRead, useWrite } from "../../api";
import type { FourthPartiesView as View } from "../../contract/generated";
import { ChaseList } from "../../fourth/ChaseList";
import { partyColumns } from "../../fourth/columns";
import { ConcentrationStrip } from "../../fourth/ConcentrationStrip";
import classes from "../../fourth/fourth.module.css";
import { NamesNobody } from "../../fourth/NamesNobody";
import { Proposals } from "../../fourth/Proposals";
import { WhoRests } from "../../fourth/WhoRests";
import { DataTable, EmptyState, Icon, PageHeader, showDone, useCrumbs, useKept } from "../../shared";

/** On whom our vendors rest, how much on how few, and what we hold of them. */
export function FourthPartiesView() {
  useCrumbs({ label: "Fourth parties" });
  const answer = useRead("fourth_parties", { vendor: null });
  return (
    <Answered of={answer} what="Fourth parties">
      {(view) =>
        view.parties.length === 0 && view.vendors.every(({ denied }) => denied === null) ? (
          <EmptyState icon="people" title="No fourth party yet">
            A fourth party does a part of the service for one of our vendors: a host, a payment processor. Reports name them as subservice organizations. Those of every vendor’s current report come here by themselves, to show how much rests on how few and of whom we hold a report.
          </EmptyState>
        ) : (
          <Loaded view={view} />
        )
      }
    </Answered>
  );
}

type Shown = "table" | "picture" | "chase" | "nobody";

function Loaded({ view }: { view: View }) {
  const navigate = useNavigate();
  const [shown, setShown] = useKept<Shown>("fourth.shown", "table");
  const save = useWrite("fourth_parties_export");
  const columns = useMemo(() => partyColumns(view.concentration), [view.concentration]);
  const { naming, vendors } = view.concentration;
  const silent = view.vendors.filter(({ parties }) => parties.length === 0);
  const stating = silent.filter(({ denied }) => denied !== null).length;
  return (
    <div className={classes.screen}>
      <PageHeader
        title="Fourth parties"
        sub={`On whom our vendors rest, as their current reports say. ${naming} of ${vendors} vendors name anybody${stating > 0 ? `; ${stating} ${stating === 1 ? "states" : "state"} that nobody is used` : ""}.`}
        actions={
          <Button leftSection={<Icon name="save" />} loading={save.isPending} onClick={() => save.mutate({}, { onSuccess: ({ name }) => (name ? showDone(`Saved: ${name}`) : undefined) })}>
            Save as CSV
          </Button>
        }
      />
      <ConcentrationStrip view={view} />
      <Proposals proposals={view.proposals} may={view.may_keep} />
      <div className={classes.choose}>
        <SegmentedControl aria-label="What is shown" value={shown} onChange={(value) => setShown(value as Shown)} data={[{ value: "table", label: "Table" }, { value: "picture", label: "Who rests on whom" }, { value: "chase", label: `To chase (${view.chase.length})` }, { value: "nobody", label: `Name nobody (${silent.length})` }]} />
      </div>
      {shown === "table" && <DataTable name="Fourth parties" rows={view.parties} columns={columns} rowKey={(row) => row.key} rowHeight={46} onOpen={({ key }) => void navigate({ to: "/fourth-parties/one", search: { key } })} />}
      {shown === "picture" && (
        <>
          <Legend />
          <WhoRests view={view} />
        </>
      )}
      {shown === "nobody" && <div className={classes.scroll}>{silent.length === 0 ? <p className={classes.none}>The report of every vendor names somebody.</p> : <NamesNobody vendors={silent} />}</div>}
      {shown === "chase" && (
        <div className={classes.scroll}>{view.chase.length === 0 ? <p className={classes.none}>Nothing to chase: on every carved-out party that matters a reviewed report is held, or the vendor’s monitoring of it was tested clean.</p> : <ChaseList chase={view.chase} />}</div>
      )}
    </div>
  );
}

function Legend() {
  const line = (dashes?: string) => (
    <svg viewBox="0 0 28 8" aria-hidden="true">
      <line x1="0" y1="4" x2="28" y2="4" strokeDasharray={dashes} />
    </svg>
  );
  return (
    <p className={classes.legend}>
      <span>{line()} carved out: not examined</span>
      <span>{line("6 4")} inclusive: examined with the vendor</span>
      <span>{line("1.5 4")} method not stated</span>
      <span>Arrow keys walk, Enter opens; the table says the same.</span>
    </p>
  );
}
