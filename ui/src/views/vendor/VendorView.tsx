import { Button, Menu, Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { StepName, VendorView as Vendor } from "../../contract/generated";
import { HistoryList } from "../../history/HistoryList";
import { Icon, IconButton, Page, showDone, useCrumbs, useKeys } from "../../shared";
import { VendorDialog } from "../../vendor/VendorDialog";
import { VendorHeader } from "../../vendor/VendorHeader";
import { stageLabel, stepHint, stepLabel } from "../../vendor/words";
import { VendorDecisions } from "./VendorDecisions";
import { VendorDocuments } from "./VendorDocuments";
import { VendorPolicy } from "./VendorPolicy";
import { VendorOverview } from "./VendorOverview";
import { VendorReviews } from "./VendorReviews";
import classes from "./VendorView.module.css";

/** One vendor with all that is held about it. */
export function VendorView({ vendor }: { vendor: string }) {
  const answer = useRead("vendor", { vendor });
  return (
    <Answered of={answer} what="Vendor">
      {(view) => <Loaded view={view} />}
    </Answered>
  );
}

function Loaded({ view }: { view: Vendor }) {
  const { row } = view;
  useCrumbs({ label: "Vendors", to: "/vendors" }, { label: row.name });
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const mayKeep = useMay("keep_vendors");
  const mayDecide = useMay("decide");
  const mayReview = useMay("review");
  const reviews = useRead("reviews", { vendor: row.id });
  const start = useWrite("review_start");
  const underWay = reviews.data?.find((one) => one.state !== "finished");
  const review = (): void => {
    const go = (id: string): void => void navigate({ to: "/reviews/$review", params: { review: id } });
    if (underWay) go(underWay.id);
    else start.mutate({ vendor: row.id, correction: null }, { onSuccess: (begun) => go(begun.row.id) });
  };
  const [tab, setTab] = useState<string | null>("overview");
  const [editing, setEditing] = useState(false);
  const decide = (): void => void navigate({ to: "/vendors/$vendor/decision", params: { vendor: row.id } });

  useKeys("Vendor", [
    { keys: "e", does: "Edit", run: () => setEditing(true), enabled: mayKeep },
    { keys: "r", does: "Start or continue the review", run: review, enabled: mayReview || underWay !== undefined },
    { keys: "d", does: "Decide", run: decide, enabled: mayDecide },
  ]);

  return (
    <Page>
      <VendorHeader
        vendor={view}
        onVerdict={() => setTab("policy")}
        actions={
          <>
            <Button disabled={!mayKeep} leftSection={<Icon name="edit" />} onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button disabled={!mayReview && !underWay} loading={start.isPending} leftSection={<Icon name="review" />} onClick={review}>
              {underWay ? "Continue review" : "Start review"}
            </Button>
            <Button variant="filled" disabled={!mayDecide} leftSection={<Icon name="packet" />} onClick={decide}>
              Decide
            </Button>
            {view.steps.length > 0 && <Steps vendor={row.id} steps={view.steps} allowed={mayKeep} />}
          </>
        }
      />
      <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="policy">Policy check</Tabs.Tab>
          <Tabs.Tab value="documents">
            Documents <Number of={view.documents.length} />
          </Tabs.Tab>
          <Tabs.Tab value="reviews">
            Reviews <Number of={reviews.data?.length ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="decisions">
            Decisions and packets <Number of={view.decisions.length} />
          </Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel}>
          <VendorOverview view={view} onTab={setTab} onDecide={mayDecide ? decide : undefined} onEdit={mayKeep ? () => setEditing(true) : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="policy" className={classes.panel}>
          <VendorPolicy vendor={row.id} />
        </Tabs.Panel>
        <Tabs.Panel value="documents" className={classes.panel}>
          <VendorDocuments view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="reviews" className={classes.panel}>
          <VendorReviews reviews={reviews.data ?? []} onReview={mayReview ? review : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" className={classes.panel}>
          <VendorDecisions view={view} onDecide={mayDecide ? decide : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <HistoryList entries={view.history} today={today} />
        </Tabs.Panel>
      </Tabs>
      <VendorDialog opened={editing} onClose={() => setEditing(false)} vendor={view} onExisting={(vendor) => void navigate({ to: "/vendors/$vendor", params: { vendor } })} />
    </Page>
  );
}

function Number({ of }: { of: number }) {
  return <span className={classes.number}>{of}</span>;
}

/** The steps that can be taken by hand from where the vendor stands. */
function Steps({ vendor, steps, allowed }: { vendor: string; steps: readonly StepName[]; allowed: boolean }) {
  const move = useWrite("vendor_move");
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <IconButton icon="more" name="Move on" variant="default" disabled={!allowed} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Move on</Menu.Label>
        {steps.map((step) => (
          <Menu.Item key={step} onClick={() => move.mutate({ vendor, step }, { onSuccess: (moved) => showDone(`Now: ${stageLabel[moved.row.stage].toLowerCase()}`) })}>
            {stepLabel[step]}
            <span className={classes.hint}>{stepHint[step]}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
