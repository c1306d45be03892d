import { Button } from "@mantine/core";
import { Answered, useRead, useWrite } from "../../api";
import type { JobView, PacketCheckView } from "../../contract/generated";
import { CheckResult } from "../../packet/CheckResult";
import { EmptyState, Icon, Page, PageHeader, SectionTitle, useCrumbs } from "../../shared";
import classes from "./CheckView.module.css";

/** Whether packets are what this workspace printed: one of the workspace, files that are chosen, and files that were dropped on the window. */
export function CheckView({ packet }: { packet: string | undefined }) {
  useCrumbs({ label: "Packets", to: "/packets" }, { label: "Check" });
  const choose = useWrite("packet_check_choose");
  const dropped = (useRead("inbox", {}).data?.jobs ?? []).flatMap(checkOf);
  const chosen = choose.data ?? [];
  const nothing = packet === undefined && chosen.length === 0 && dropped.length === 0;
  const button = (
    <Button variant="filled" leftSection={<Icon name="packet" />} loading={choose.isPending} onClick={() => choose.mutate({})}>
      Choose packets …
    </Button>
  );
  return (
    <Page>
      <PageHeader title="Check a packet" sub="Is it what this workspace printed, unchanged?" actions={nothing ? undefined : button} />
      {nothing && (
        <EmptyState icon="packet" title="Drop a packet on the window, or choose it" action={button}>
          It is compared with itself and with this workspace: page 1 with the decision inside, every page, the recorded decision, the audit log, and the evidence with its hashes. Nothing is stored.
        </EmptyState>
      )}
      <div className={classes.results} aria-live="polite">
        {chosen.length > 0 && <Results title="Chosen" checks={chosen} />}
        {dropped.length > 0 && <Results title="Dropped on the window" checks={dropped} />}
        {packet !== undefined && <Stored packet={packet} />}
      </div>
    </Page>
  );
}

function checkOf({ state }: JobView): PacketCheckView[] {
  return state.state === "packet" ? [state.check] : [];
}

function Results({ title, checks }: { title: string; checks: readonly PacketCheckView[] }) {
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      {checks.map((check) => (
        <CheckResult key={`${check.file_name} ${check.content_hash} ${check.verdict}`} check={check} />
      ))}
    </>
  );
}

function Stored({ packet }: { packet: string }) {
  return (
    <Answered of={useRead("packet_check", { packet })} what="The check">
      {(check) => <Results title="In this workspace" checks={[check]} />}
    </Answered>
  );
}
