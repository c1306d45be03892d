import { Button } from "@mantine/core";
import { useState } from "react";
import { useWrite } from "../../api";
import type { Place, RecentWorkspace } from "../../contract/generated";
import { Icon } from "../../shared";
import { CreateWorkspace } from "../../workspace/CreateWorkspace";
import { OpenWorkspace } from "../../workspace/OpenWorkspace";
import { type Locked, UnlockWorkspace } from "../../workspace/UnlockWorkspace";
import { WelcomePicture } from "./WelcomePicture";
import classes from "./WelcomeView.module.css";

type Step = { step: "create" } | { step: "open" } | { step: "unlock"; locked: Locked };

/** What a person meets where no workspace is open: create one, open one, or look at the sample. */
export function WelcomeView({ recent, asked }: { recent: RecentWorkspace[]; asked: Place | null }) {
  const [at, setAt] = useState<Step>(() => (asked ? { step: "unlock", locked: asked } : { step: recent.length > 0 ? "open" : "create" }));
  const sample = useWrite("workspace_sample");
  const unlock = (locked: Locked) => setAt({ step: "unlock", locked });

  return (
    <div className={classes.welcome}>
      <aside className={classes.hero} aria-label="What Countersign does">
        <p className={classes.name}><Icon name="brand" size={22} />Countersign</p>
        <WelcomePicture />
        <p className={classes.claim}>
          A SOC 2 report is an attestation, not a certificate. Countersign reads it with you, shows the sentence behind every fact, and prints a decision somebody can sign.
        </p>
      </aside>
      <main className={classes.setup}>
        <div className={classes.inner}>
          {at.step === "create" && <CreateWorkspace onOpenExisting={() => setAt({ step: "open" })} />}
          {at.step === "open" && <OpenWorkspace recent={recent} onLocked={unlock} onCreate={() => setAt({ step: "create" })} />}
          {at.step === "unlock" && <UnlockWorkspace locked={at.locked} onBack={() => setAt({ step: "open" })} />}
          {at.step !== "unlock" && (
            <div className={classes.sample}>
              <p>
                <b>Just looking?</b> <span>The sample holds invented vendors and reports. It is a file of its own; yours is not touched.</span>
              </p>
              <Button loading={sample.isPending} onClick={() => sample.mutate({})}>Open sample</Button>
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
