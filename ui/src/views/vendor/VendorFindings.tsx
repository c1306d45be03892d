import { Button, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWrite } from "../../api";
import type { FindingView } from "../../contract/generated";
import { AddFindingDialog } from "../../finding/AddFindingDialog";
import { filterNamed } from "../../finding/filter";
import { FindingsTable } from "../../finding/FindingsTable";
import { count, EmptyState, Icon, SectionTitle, showDone } from "../../shared";
import classes from "./VendorView.module.css";

/** What the vendor's reports state as exceptions, and what people recorded; `only` names what of it is shown at first. */
export function VendorFindings({ vendor, only }: { vendor: string; only?: string | undefined }) {
  const answer = useRead("findings", { vendor });
  const may = useMay("follow_findings");
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const follow = useWrite("findings_follow_up");
  const open = (key: string): void => void navigate({ to: "/exceptions/one", search: { key } });
  const left = (findings: readonly FindingView[]): number => findings.filter(({ number }) => number === null).length;
  const actions = (unrecorded: number) => (
    <Group gap="sm">
      {unrecorded > 0 && (
        <Button size="xs" disabled={!may} loading={follow.isPending} onClick={() => follow.mutate({ vendor }, { onSuccess: () => showDone(`Followed up: ${count(unrecorded, "exception")}`) })}>
          Follow up all
        </Button>
      )}
      <Button size="xs" variant="default" disabled={!may} leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
        New finding
      </Button>
    </Group>
  );
  return (
    <>
      <Answered of={answer} what="Exceptions">
        {({ findings }) =>
          findings.length === 0 ? (
            <EmptyState icon="diamond" title="No exception" action={actions(0)}>
              The reports that are filed with this vendor state none, as far as they were read. What you find yourself can be recorded here.
            </EmptyState>
          ) : (
            <div className={classes.findings}>
              <SectionTitle count={findings.length} action={actions(left(findings))}>
                Exceptions and findings
              </SectionTitle>
              <FindingsTable name="Exceptions of the vendor" vendor={false} rows={findings} only={filterNamed(only)} onOpen={({ key }) => open(key)} />
            </div>
          )
        }
      </Answered>
      <AddFindingDialog vendor={vendor} opened={adding} onClose={() => setAdding(false)} onAdded={open} />
    </>
  );
}
