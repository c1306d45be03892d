import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { PacketView as Packet, Paper } from "../../contract/generated";
import { AppendixDialog } from "../../packet/AppendixDialog";
import { PacketDetails } from "../../packet/PacketDetails";
import { PacketPages } from "../../packet/PacketPages";
import { printedText } from "../../packet/paper";
import { nextZoom } from "../../page/geometry";
import { IconButton, RegionBoundary, showDone, useCrumbs, useKeys } from "../../shared";
import classes from "./PacketView.module.css";

/** A packet as it is printed, with what it is beside it. */
export function PacketView({ packet }: { packet: string }) {
  const answer = useRead("packet", { packet });
  return (
    <Answered of={answer} what="Packet">
      {(view) => <Loaded packet={view} />}
    </Answered>
  );
}

function Loaded({ packet }: { packet: Packet }) {
  useCrumbs({ label: "Packets", to: "/packets" }, { label: packet.vendor_name, to: `/vendors/${packet.vendor}` }, { label: packet.number });
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const mayDecide = useMay("decide");
  const decision = useRead("decision", { decision: packet.decision }).data;
  const open = useWrite("packet_open");
  const printing = useWrite("packet_print");
  const save = useWrite("packet_save");
  const make = useWrite("packet_make");
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const [appending, setAppending] = useState(false);

  const print = (): void => printing.mutate({ packet: packet.id }, { onSuccess: ({ by }) => by !== "nobody" && showDone(printedText[by]) });
  const saveAs = (): void => save.mutate({ packet: packet.id }, { onSuccess: ({ name }) => name && showDone(`Saved: ${name}`) });
  const turn = (step: 1 | -1): void => setPage((now) => Math.min(packet.pages, Math.max(1, now + step)));
  const goTo = (other: Packet): void => void navigate({ to: "/packets/$packet", params: { packet: other.id }, replace: true });
  const switchPaper = (paper: Paper): void => {
    const append = packet.appended.map((each) => each.label);
    const same = (each: Packet): boolean => each.paper === paper && each.sign_offs === packet.sign_offs && each.appended.map(({ label }) => label).join() === append.join();
    const there = decision?.packets.find(same);
    if (there) goTo(there);
    else void make.mutateAsync({ decision: packet.decision, paper, append, sign_offs: packet.sign_offs > 0 }).then(goTo).catch(() => {});
  };

  const signOffs = (): void => {
    const append = packet.appended.map((each) => each.label);
    void make
      .mutateAsync({ decision: packet.decision, paper: packet.paper, append, sign_offs: true })
      .then(goTo)
      .catch(() => {});
  };

  useKeys("Packet", [
    { keys: "mod+p", does: "Print", run: print, inFields: true },
    { keys: "mod+s", does: "Save as", run: saveAs, inFields: true },
    { keys: "right", does: "Next page", run: () => turn(1) },
    { keys: "left", does: "Previous page", run: () => turn(-1) },
    { keys: "+", does: "Larger", run: () => setZoom(nextZoom(zoom, 1)) },
    { keys: "-", does: "Smaller", run: () => setZoom(nextZoom(zoom, -1)) },
  ]);

  return (
    <div className={classes.panes}>
      <section className={classes.preview} aria-label="Preview">
        <div className={classes.bar}>
          <IconButton size="xs" icon="chevron-left" name="Previous page" keys="left" disabled={page <= 1} onClick={() => turn(-1)} />
          <span className={classes.page}>
            {page} <span>{`of ${packet.pages}`}</span>
          </span>
          <IconButton size="xs" icon="chevron-right" name="Next page" keys="right" disabled={page >= packet.pages} onClick={() => turn(1)} />
          <SegmentedControl
            className={classes.paper}
            aria-label="Paper"
            size="xs"
            value={packet.paper}
            disabled={!mayDecide || make.isPending}
            onChange={(value) => switchPaper(value === "letter" ? "letter" : "a4")}
            data={[
              { value: "a4", label: "A4" },
              { value: "letter", label: "Letter" },
            ]}
          />
          <IconButton size="xs" icon="zoom-out" name="Smaller" keys="-" disabled={nextZoom(zoom, -1) === zoom} onClick={() => setZoom(nextZoom(zoom, -1))} />
          <Button size="xs" variant="subtle" onClick={() => setZoom(1)} aria-label={`Fit, now ${Math.round(zoom * 100)} %`}>
            {zoom === 1 ? "Fit" : `${Math.round(zoom * 100)} %`}
          </Button>
          <IconButton size="xs" icon="zoom-in" name="Larger" keys="+" disabled={nextZoom(zoom, 1) === zoom} onClick={() => setZoom(nextZoom(zoom, 1))} />
        </div>
        <RegionBoundary what="the preview" resetOn={packet.id}>
          <PacketPages key={packet.id} packet={packet} zoom={zoom} page={page} onPage={setPage} />
        </RegionBoundary>
      </section>
      <PacketDetails packet={packet} decision={decision} today={today} onPrint={print} onOpen={() => open.mutate({ packet: packet.id })} onSave={saveAs} onAppend={mayDecide ? () => setAppending(true) : null} onSignOffs={mayDecide ? signOffs : null} onPage={setPage} busy={printing.isPending} />
      <AppendixDialog
        packet={packet}
        opened={appending}
        onClose={() => setAppending(false)}
        onMade={(made) => {
          setAppending(false);
          goTo(made);
        }}
      />
    </div>
  );
}
