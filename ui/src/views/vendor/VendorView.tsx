import { Button, Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { GapView, VendorView as Vendor } from "../../contract/generated";
import { CuecsPanel } from "../../cuecs/CuecsPanel";
import { VendorParties } from "../../fourth/VendorParties";
import { HistoryList } from "../../history/HistoryList";
import { MonitoringPanel } from "../../monitoring/MonitoringPanel";
import { ChecklistsPanel } from "../../register/ChecklistsPanel";
import { ContinuityPanel } from "../../register/ContinuityPanel";
import { ContractsPanel } from "../../register/ContractsPanel";
import { gapPlace } from "../../register/gaps";
import { OffboardingDialog } from "../../register/OffboardingDialog";
import { PartDialog } from "../../register/PartDialog";
import type { Editor } from "../../register/parts";
import { ServicesPanel } from "../../register/ServicesPanel";
import { TieringDialog } from "../../register/TieringDialog";
import { Icon, Page, useCrumbs, useKeys } from "../../shared";
import { AtRisk } from "../../vendor/AtRisk";
import { VendorDialog } from "../../vendor/VendorDialog";
import { VendorHeader } from "../../vendor/VendorHeader";
import { VendorDecisions } from "./VendorDecisions";
import { VendorDocuments } from "./VendorDocuments";
import { VendorFindings } from "./VendorFindings";
import { VendorPolicy } from "./VendorPolicy";
import { VendorOverview } from "./VendorOverview";
import { VendorReviews } from "./VendorReviews";
import { VendorSteps } from "./VendorSteps";
import classes from "./VendorView.module.css";

/** One vendor with all that is held about it. */
export function VendorView({ vendor, tab, entry, report }: { vendor: string; tab?: string | undefined; entry?: string | undefined; report?: string | undefined }) {
  const answer = useRead("vendor", { vendor });
  return (
    <Answered of={answer} what="Vendor">
      {(view) => <Loaded view={view} first={tab ?? "overview"} entry={entry} report={report} />}
    </Answered>
  );
}

function Loaded({ view, first, entry, report }: { view: Vendor; first: string; entry: string | undefined; report: string | undefined }) {
  const { row } = view;
  useCrumbs({ label: "Vendors", to: "/vendors" }, { label: row.name });
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const mayKeep = useMay("keep_vendors");
  const mayDecide = useMay("decide") && view.open_to_review;
  const mayReview = useMay("review") && view.open_to_review;
  const reviews = useRead("reviews", { vendor: row.id });
  const start = useWrite("review_start");
  const underWay = reviews.data?.find((one) => one.state !== "finished");
  const review = (): void => {
    const go = (id: string): void => void navigate({ to: "/reviews/$review", params: { review: id } });
    if (underWay) go(underWay.id);
    else start.mutate({ vendor: row.id, correction: null }, { onSuccess: (begun) => go(begun.row.id) });
  };
  const [tab, setTab] = useState<string | null>(first);
  const [editing, setEditing] = useState(false);
  const answer = useRead("register", { vendor: row.id });
  const register = answer.data;
  const [editor, setEditor] = useState<Editor | null>(null);
  const [dialog, setDialog] = useState<"tier" | "offboarding" | null>(null);
  const edit = mayKeep ? setEditor : undefined;
  const decide = (): void => void navigate({ to: "/vendors/$vendor/decision", params: { vendor: row.id } });

  /** Leads to where something missing is entered. */
  const close = (gap: GapView): void => {
    const to = gapPlace(gap);
    if ("editor" in to) return setEditor(to.editor);
    if (to.place === "vendor") return setEditing(true);
    if (to.place === "decide") return decide();
    if (to.place === "documents" || to.place === "decisions" || to.place === "checklists") return setTab(to.place);
    setDialog(to.place);
  };

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
        onTier={() => setDialog("tier")}
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
            {view.steps.length > 0 && <VendorSteps view={view} register={register} allowed={mayKeep} onOffboard={() => setDialog("offboarding")} />}
          </>
        }
      />
      <AtRisk row={row} />
      <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="policy" aria-label="Policy check">
            Policy
          </Tabs.Tab>
          <Tabs.Tab value="services">
            Services <Number of={register?.services.length ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="contracts">Contracts</Tabs.Tab>
          <Tabs.Tab value="continuity">Continuity</Tabs.Tab>
          <Tabs.Tab value="documents">
            Documents <Number of={view.documents.length} />
          </Tabs.Tab>
          <Tabs.Tab value="reviews">
            Reviews <Number of={reviews.data?.length ?? 0} />
          </Tabs.Tab>
          <Tabs.Tab value="exceptions">Exceptions</Tabs.Tab>
          <Tabs.Tab value="cuecs">CUECs</Tabs.Tab>
          <Tabs.Tab value="subservice">Subservice</Tabs.Tab>
          <Tabs.Tab value="monitoring">Monitoring</Tabs.Tab>
          <Tabs.Tab value="checklists">Checklists</Tabs.Tab>
          <Tabs.Tab value="decisions" aria-label={`Decisions and packets ${view.decisions.length}`}>
            Decisions <Number of={view.decisions.length} />
          </Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel}>
          <VendorOverview view={view} register={register} onGap={close} onOffboarding={mayKeep && row.stage === "offboarding" ? () => setDialog("offboarding") : undefined} onCompany={edit && (() => edit({ part: "company", item: null }))} onTab={setTab} onDecide={mayDecide ? decide : undefined} onEdit={mayKeep ? () => setEditing(true) : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="policy" className={classes.panel}>
          <VendorPolicy vendor={row.id} />
        </Tabs.Panel>
        <Tabs.Panel value="services" className={classes.panel}>
          <Answered of={answer} what="Services">{(register) => <ServicesPanel register={register} onEdit={edit} />}</Answered>
        </Tabs.Panel>
        <Tabs.Panel value="contracts" className={classes.panel}>
          <Answered of={answer} what="Contracts">{(register) => <ContractsPanel register={register} onEdit={edit} />}</Answered>
        </Tabs.Panel>
        <Tabs.Panel value="continuity" className={classes.panel}>
          <Answered of={answer} what="Continuity">{(register) => <ContinuityPanel register={register} onEdit={edit} />}</Answered>
        </Tabs.Panel>
        <Tabs.Panel value="cuecs" className={classes.panel}>
          <CuecsPanel vendor={row.id} entry={entry} report={report} documents={view.documents} onDocuments={() => setTab("documents")} />
        </Tabs.Panel>
        <Tabs.Panel value="subservice" className={classes.panel}>
          <VendorParties vendor={row.id} onDocuments={() => setTab("documents")} />
        </Tabs.Panel>
        <Tabs.Panel value="monitoring" className={classes.panel}>
          <MonitoringPanel vendor={row.id} documents={view.documents} />
        </Tabs.Panel>
        <Tabs.Panel value="checklists" className={classes.panel}>
          <ChecklistsPanel vendor={row.id} documents={view.documents} may={mayKeep} />
        </Tabs.Panel>
        <Tabs.Panel value="documents" className={classes.panel}>
          <VendorDocuments view={view} withoutNda={register?.held_without_nda ?? false} />
        </Tabs.Panel>
        <Tabs.Panel value="reviews" className={classes.panel}>
          <VendorReviews reviews={reviews.data ?? []} onReview={mayReview ? review : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions" className={classes.panel}>
          <VendorFindings vendor={row.id} only={first === "exceptions" ? entry : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" className={classes.panel}>
          <VendorDecisions view={view} led={entry} onDecide={mayDecide ? decide : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <HistoryList entries={view.history} today={today} />
        </Tabs.Panel>
      </Tabs>
      <VendorDialog opened={editing} onClose={() => setEditing(false)} vendor={view} onExisting={(vendor) => void navigate({ to: "/vendors/$vendor", params: { vendor } })} />
      {register && (
        <>
          <PartDialog register={register} editor={editor} onClose={() => setEditor(null)} />
          <TieringDialog
            register={register}
            opened={dialog === "tier"}
            may={mayKeep}
            onClose={() => setDialog(null)}
            onEdit={(editor) => {
              setDialog(null);
              setEditor(editor);
            }}
          />
          <OffboardingDialog register={register} opened={dialog === "offboarding"} onClose={() => setDialog(null)} />
        </>
      )}
    </Page>
  );
}

function Number({ of }: { of: number }) {
  return <span className={classes.number}>{of}</span>;
}
