import { Tabs } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Answered, useMay, useRead, useWorkspace } from "../../api";
import type { PolicyView as Policy, SettingChange } from "../../contract/generated";
import { FixedList } from "../../policy/FixedList";
import { PolicyTable } from "../../policy/PolicyTable";
import { PolicyVersions } from "../../policy/PolicyVersions";
import { policySections, withChange } from "../../policy/rows";
import { WhatChanges } from "../../policy/WhatChanges";
import { count, formatMoment, PageHeader, useCrumbs, useKept } from "../../shared";
import classes from "./PolicyView.module.css";

/** The acceptance policy: every rule with its figures, what a change would do, every version. */
export function PolicyView() {
  useCrumbs({ label: "Policy" });
  const policy = useRead("policy", {});
  return (
    <Answered of={policy} what="Policy">
      {(view) => <Editor key={view.version} policy={view} />}
    </Answered>
  );
}

/** The name of a section’s tab: part of an id, so that it holds no space. */
const tabOf = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

interface Draft {
  /** The version that it changes: a draft of another one is no draft. */
  version: number;
  changes: SettingChange[];
}

function Editor({ policy }: { policy: Policy }) {
  const { id } = useWorkspace();
  const allowed = useMay("keep_policy");
  const [kept, setKept] = useKept<Draft | null>(`policy.draft.${id}`, null);
  const [tab, setTab] = useState<string | null>(tabOf("Rules by tier"));
  const changes = kept?.version === policy.version ? kept.changes : [];
  // A number is typed digit by digit; what it would change is worked out once it stands.
  const [settled] = useDebouncedValue(changes, 250);
  const sections = policySections(policy.settings);
  const [latest] = policy.versions;
  const since = latest ? `in force since ${formatMoment(latest.saved_at)}` : "the standard, in force since the workspace was made";
  return (
    <div className={classes.screen} data-draft={changes.length > 0 || undefined}>
      <div className={classes.main}>
        <PageHeader
          title="Policy"
          sub={`Version ${policy.version}, ${since}${changes.length > 0 ? `. Draft with ${count(changes.length, "change")}, kept as you type` : ""}${allowed ? "" : ". Changing it needs another role; you can look at it."}`}
        />
        <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs}>
          <Tabs.List>
            {sections.map(({ title }) => (
              <Tabs.Tab key={title} value={tabOf(title)}>
                {title}
              </Tabs.Tab>
            ))}
            <Tabs.Tab value="fixed">Fixed</Tabs.Tab>
            <Tabs.Tab value="versions">Versions</Tabs.Tab>
          </Tabs.List>
          {sections.map((section) => (
            <Tabs.Panel key={section.title} value={tabOf(section.title)} className={classes.panel}>
              <p className={classes.hint}>{`${section.hint} ${allowed ? "Click a value to change it." : ""}`}</p>
              <PolicyTable section={section} changes={changes} onChange={allowed ? (setting, value) => setKept({ version: policy.version, changes: withChange(changes, setting, value) }) : undefined} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="fixed" className={classes.panel}>
            <p className={classes.hint}>What no setting changes, and why.</p>
            <FixedList fixed={policy.fixed} />
          </Tabs.Panel>
          <Tabs.Panel value="versions" className={classes.panel}>
            <PolicyVersions versions={policy.versions} />
          </Tabs.Panel>
        </Tabs>
      </div>
      {changes.length > 0 && settled.length > 0 && (
        <div className={classes.side}>
          <WhatChanges version={policy.version} changes={settled} allowed={allowed} onSaved={() => setKept(null)} onDiscard={() => setKept(null)} />
        </div>
      )}
    </div>
  );
}
