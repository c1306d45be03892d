import { Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Answered, useMay, useRead } from "../../api";
import type { CuecsOfAll } from "../../contract/generated";
import { Completion } from "../../cuecs/Completion";
import { CuecActions } from "../../cuecs/CuecActions";
import { CuecsOfAllTable } from "../../cuecs/CuecsOfAllTable";
import { OwnControls } from "../../cuecs/OwnControlsDialog";
import { count, EmptyState, PageHeader, useCrumbs, useKept } from "../../shared";
import classes from "./CuecsView.module.css";

/** What the current reports of all vendors expect of us, and our own controls that meet it. */
export function CuecsView() {
  useCrumbs({ label: "CUECs" });
  const [tab, setTab] = useKept<string>("cuecs.tab", "expected");
  const answer = useRead("cuecs_all", {});
  return (
    <Answered of={answer} what="CUECs">
      {(all) => (
        <div className={classes.screen}>
          <PageHeader title="CUECs" sub={all.rows.length > 0 ? `${count(all.rows.length, "complementary user entity control")} in the current reports of ${count(all.vendors, "vendor")}` : "Complementary user entity controls"} actions={<Actions any={all.rows.length > 0} />} />
          <Tabs value={tab} onChange={(to) => to && setTab(to)} keepMounted={false} className={classes.tabs}>
            <Tabs.List>
              <Tabs.Tab value="expected">Expected of us</Tabs.Tab>
              <Tabs.Tab value="own">Our own controls</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="expected" className={classes.panel}>
              <Expected all={all} />
            </Tabs.Panel>
            <Tabs.Panel value="own" className={classes.own}>
              <OwnControls />
            </Tabs.Panel>
          </Tabs>
        </div>
      )}
    </Answered>
  );
}

function Actions({ any }: { any: boolean }) {
  return <CuecActions vendor={null} any={any} may={useMay("keep_vendors")} />;
}

function Expected({ all }: { all: CuecsOfAll }) {
  const navigate = useNavigate();
  if (all.rows.length === 0) {
    return (
      <EmptyState icon="check" title="No report expects anything of us yet">
        A SOC 2 opinion rests on complementary user entity controls (CUECs): what the customer does. Those of every vendor’s current report come here by themselves, to be decided, assigned to an owner and verified.
      </EmptyState>
    );
  }
  return (
    <>
      <Completion of={all.completion} />
      <div className={classes.table}>
        <CuecsOfAllTable rows={all.rows} onOpen={({ vendor, entry, document }) => void navigate({ to: "/vendors/$vendor", params: { vendor }, search: { tab: "cuecs", entry, report: document } })} />
      </div>
    </>
  );
}
