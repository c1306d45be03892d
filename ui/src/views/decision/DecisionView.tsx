import { useNavigate } from "@tanstack/react-router";
import { Answered, useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { DecisionSheet } from "../../contract/generated";
import { CautionList } from "../../decision/CautionList";
import { DecisionForm } from "../../decision/DecisionForm";
import { PolicySays } from "../../decision/PolicySays";
import { documentLine } from "../../document/describe";
import { NewsLabel } from "../../document/NewsLabel";
import { Page, PageHeader, SectionTitle, showDone, StateLabel, useCrumbs } from "../../shared";
import { StageBadge } from "../../vendor/StageBadge";
import { TierMark } from "../../vendor/TierMark";
import { stageLabel } from "../../vendor/words";
import { Link } from "@tanstack/react-router";
import classes from "./DecisionView.module.css";

/** Where it is decided whether to rely on a vendor. */
export function DecisionView({ vendor }: { vendor: string }) {
  const sheet = useRead("decision_prepare", { vendor }, { forget: true });
  return (
    <Answered of={sheet} what="Decision">
      {(answer) => <Sheet sheet={answer} />}
    </Answered>
  );
}

function Sheet({ sheet }: { sheet: DecisionSheet }) {
  const { vendor } = sheet;
  useCrumbs({ label: "Vendors", to: "/vendors" }, { label: vendor.name, to: `/vendors/${vendor.id}` }, { label: "Decision" });
  const { today } = useWorkspace();
  const may = useMay("decide");
  const navigate = useNavigate();
  const make = useWrite("packet_make");

  return (
    <Page>
      <PageHeader
        title={`Decide on ${vendor.name}`}
        sub={
          <span className={classes.sub}>
            <TierMark tier={vendor.tier} />
            <StageBadge stage={vendor.stage} />
            {vendor.service}
          </span>
        }
      />
      {!sheet.possible && (
        <p className={classes.notice} role="status">
          <StateLabel state="warn">{`No decision can be recorded at this stage: ${stageLabel[vendor.stage].toLowerCase()}`}</StateLabel>
        </p>
      )}
      {!may && (
        <p className={classes.notice} role="status">
          <StateLabel state="unknown">You can look, but not decide: your roles or the workspace do not allow it</StateLabel>
        </p>
      )}
      <div className={classes.columns}>
        <DecisionForm
          sheet={sheet}
          today={today}
          allowed={may}
          onRecorded={(decision, paper) => {
            showDone(`Decision ${decision.number} recorded`);
            make.mutate(
              { decision: decision.id, paper, append: [], sign_offs: false },
              {
                onSuccess: (packet) => void navigate({ to: "/packets/$packet", params: { packet: packet.id }, replace: true }),
                onError: () => void navigate({ to: "/vendors/$vendor", params: { vendor: vendor.id }, replace: true }),
              },
            );
          }}
        />
        <aside className={classes.aside}>
          <SectionTitle>What the policy says</SectionTitle>
          <PolicySays sheet={sheet} />
          <SectionTitle count={sheet.cautions.length > 0 ? sheet.cautions.length : undefined}>Before you decide</SectionTitle>
          <CautionList cautions={sheet.cautions} documents={sheet.documents} />
          <SectionTitle count={sheet.documents.length}>Evidence that will be frozen</SectionTitle>
          <ul className={classes.evidence}>
            {sheet.documents.map((row) => (
              <li key={row.id}>
                <Link to="/documents/$document" params={{ document: row.id }}>
                  {documentLine(row)}
                </Link>
                <em>{row.file_name}</em>
                <span>
                  <NewsLabel row={row} />
                </span>
              </li>
            ))}
          </ul>
          {sheet.documents.length === 0 && <p className={classes.none}>Nothing is filed with this vendor.</p>}
        </aside>
      </div>
    </Page>
  );
}
