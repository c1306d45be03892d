import { Button, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { VerdictMark } from "../acceptance/VerdictMark";
import { Answered, atFields, fieldError, useRead, useWorkspace, useWrite } from "../api";
import type { PolicyCheck, SettingChange } from "../contract/generated";
import { count, formatDay, Icon, showDone, StateLabel } from "../shared";
import { tierLabel } from "../vendor/words";
import classes from "./Policy.module.css";

interface WhatChangesProps {
  version: number;
  changes: SettingChange[];
  allowed: boolean;
  onSaved: () => void;
  onDiscard: () => void;
}

/** What a draft of the policy would change, before anybody saves it; and saving it. */
export function WhatChanges({ version, changes, allowed, onSaved, onDiscard }: WhatChangesProps) {
  const { today } = useWorkspace();
  const check = useRead("policy_check", { changes, whole: null }, { keepPrevious: true, forget: true });
  return (
    <aside className={classes.what} aria-label="What would change">
      <h2>What would change</h2>
      <p className={classes.dim}>{`As of ${formatDay(today)}, before anything is saved.`}</p>
      <Answered of={check} what="What would change">
        {(view) => (
          <>
            <Problems check={view} />
            <Changes check={view} />
            {view.problems.length === 0 && <Flips check={view} />}
            <Save version={version} changes={changes} sound={view.problems.length === 0 && view.changes.length > 0} allowed={allowed} onSaved={onSaved} onDiscard={onDiscard} />
          </>
        )}
      </Answered>
    </aside>
  );
}

function Problems({ check }: { check: PolicyCheck }) {
  if (check.problems.length === 0) return null;
  return (
    <ul className={classes.cards} aria-label="Problems">
      {check.problems.map((problem) => (
        <li key={problem.path}>
          <StateLabel state="fail">{problem.label}</StateLabel>
          <p>{problem.problem}</p>
        </li>
      ))}
    </ul>
  );
}

function Changes({ check }: { check: PolicyCheck }) {
  return (
    <ul className={classes.lines} aria-label="Settings that differ">
      {check.changes.map((change) => (
        <li key={change.path}>
          <span>{change.label}</span>
          <span>
            <s>{change.before}</s> <b>{change.after}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Flips({ check }: { check: PolicyCheck }) {
  const all = check.flips.length + check.moves.length + check.unchanged;
  return (
    <>
      <h3>{`Verdict changes: ${check.flips.length} of ${count(all, "vendor")}`}</h3>
      <ul className={classes.cards} aria-label="Vendors whose verdict changes">
        {check.flips.map((flip) => (
          <li key={flip.vendor}>
            <Link to="/vendors/$vendor" params={{ vendor: flip.vendor }}>
              <b>{flip.name}</b>
            </Link>
            {flip.tier && <span className={classes.dim}>{` ${tierLabel[flip.tier]}`}</span>}
            <div className={classes.flip}>
              <VerdictMark verdict={flip.before} />
              <Icon name="arrow" size={12} />
              <VerdictMark verdict={flip.after} />
            </div>
            {flip.why.map((rule) => (
              <p key={rule.code} className={classes.dim}>{`${rule.title}: ${rule.found}; required: ${rule.required}`}</p>
            ))}
          </li>
        ))}
      </ul>
      {check.moves.length > 0 && (
        <>
          <h3>{`Evidence runs out on another day: ${check.moves.length}`}</h3>
          <ul className={classes.lines} aria-label="Vendors whose date moves">
            {check.moves.map((move) => (
              <li key={move.vendor}>
                <span>{move.name}</span>
                <span>
                  <s>{move.before ? formatDay(move.before) : "not known"}</s> <b>{move.after ? formatDay(move.after) : "not known"}</b>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{`Stays as it is: ${check.unchanged}`}</h3>
    </>
  );
}

interface SaveProps extends WhatChangesProps {
  /** Whether the draft holds together and differs. */
  sound: boolean;
}

function Save({ version, changes, sound, allowed, onSaved, onDiscard }: SaveProps) {
  const save = useWrite("policy_save", { handles: atFields("reason", "based_on", "draft") });
  const [reason, setReason] = useState("");
  const outdated = fieldError(save.error, "based_on") ?? fieldError(save.error, "draft");
  return (
    <div className={classes.save}>
      <p className={classes.dim}>{`Decisions already taken keep the version that they were taken under. The new one counts from now on.`}</p>
      <Textarea label="Reason, kept in the history" required autosize minRows={2} value={reason} disabled={!allowed} error={fieldError(save.error, "reason")} onChange={(event) => setReason(event.currentTarget.value)} />
      {outdated && (
        <p role="alert">
          <StateLabel state="fail">{outdated}</StateLabel>
        </p>
      )}
      <div className={classes.actions}>
        <Button
          variant="filled"
          disabled={!allowed || !sound}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { draft: { changes, whole: null }, based_on: version, reason },
              {
                onSuccess: (saved) => {
                  showDone(`In force: version ${saved.version} of the policy`);
                  onSaved();
                },
              },
            )
          }
        >
          {`Save as version ${version + 1}`}
        </Button>
        <Button variant="subtle" onClick={onDiscard}>
          Discard the draft
        </Button>
      </div>
    </div>
  );
}
