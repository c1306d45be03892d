import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { Answered, useRead, useWorkspace } from "../../api";
import { PeopleTable } from "../../people/PeopleTable";
import { ChecklistSettings } from "../../register/ChecklistSettings";
import { Page, PageHeader, RegionBoundary, useCrumbs } from "../../shared";
import { About } from "../../workspace/About";
import { CopyForm } from "../../workspace/CopyForm";
import { NoticeForm } from "../../workspace/NoticeForm";
import { LogoForm } from "../../workspace/LogoForm";
import { OrganisationForm } from "../../workspace/OrganisationForm";
import { ProtectionForm } from "../../workspace/ProtectionForm";
import classes from "./SettingsView.module.css";

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.about}>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      <div className={classes.body}>
        <RegionBoundary what={title}>{children}</RegionBoundary>
      </div>
    </section>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Appearance" value={colorScheme} onChange={(value) => setColorScheme(value as "auto" | "light" | "dark")}
      data={[{ value: "auto", label: "As the system" }, { value: "light", label: "Light" }, { value: "dark", label: "Dark" }]}
    />
  );
}

/** Whose workspace it is, who may do what, how it is protected, how it looks. */
export function SettingsView() {
  useCrumbs({ label: "Settings" });
  const people = useRead("people", {});
  const { label, actor, may } = useWorkspace();
  return (
    <Page>
      <div className={classes.settings}>
        <PageHeader title="Settings" sub={may.includes("keep_workspace") ? `Workspace: ${label}` : `Workspace: ${label}. ${actor.name} can look at these settings; an administrator can change them.`} />
        <Section title="Organisation" hint="Who we are on paper.">
          <OrganisationForm />
          <LogoForm />
        </Section>
        <Section title="People and roles" hint="Roles say what a person may do and in which role they sign. One person may have several. Everyone on this computer can choose who acts: this keeps order, it is no lock.">
          <Answered of={people} what="People">{(all) => <PeopleTable people={all} />}</Answered>
        </Section>
        <Section title="Checklists" hint="What people see to at each point of a vendor’s way. The lists that came with the program name their source; yours may differ.">
          <ChecklistSettings />
        </Section>
        <Section title="Protection" hint="Guards the file itself, wherever it is copied.">
          <ProtectionForm />
        </Section>
        <Section title="Copies" hint="What is opened when the file is lost or damaged.">
          <CopyForm />
        </Section>
        <Section title="Notifications" hint="For this computer only, and while the program runs.">
          <NoticeForm />
        </Section>
        <Section title="Appearance" hint="For this computer only. Report pages stay paper.">
          <Appearance />
        </Section>
        <Section title="About" hint="What this is and what is inside.">
          <About />
        </Section>
      </div>
    </Page>
  );
}
