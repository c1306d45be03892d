import { Button, Menu } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay, useWrite } from "../../api";
import type { DocumentView } from "../../contract/generated";
import { documentLine } from "../../document/describe";
import { FileDetails } from "../../document/FileDetails";
import type { Filing } from "../../document/useFiling";
import { likelyTarget } from "../../document/useFiling";
import { FactProgress } from "../../fact/FactProgress";
import { openStated } from "../../fact/walk";
import { Badge, count, Icon, IconButton, showDone, StateLabel } from "../../shared";
import { AttachCopy } from "../../signed/AttachCopy";
import { RemoveCopy } from "../../signed/RemoveCopy";
import { VendorPicker } from "../../vendor/VendorPicker";
import classes from "./ReviewView.module.css";
import type { Review } from "./useReview";

/** Whose document it is, how far it is checked, and what can be done with the whole of it. */
export function ReviewHeader({ view, review, filing }: { view: DocumentView; review: Review; filing: Filing }) {
  const { row } = view;
  const navigate = useNavigate();
  const mayKeep = useMay("keep_documents");
  const mayDecide = useMay("decide");
  const save = useWrite("document_save");
  const again = useWrite("documents_read_again");
  const readAgain = (): void => again.mutate({ which: "one", document: row.id });
  const [picking, setPicking] = useState(false);
  const [telling, setTelling] = useState(false);
  const [copying, setCopying] = useState(false);
  const likely = likelyTarget(view);
  const stated = openStated(view.facts).length;
  // When every fact is checked, the next thing to do is here.
  const next = row.open_facts === 0 ? "filled" : "default";

  return (
    <header className={classes.head}>
      <div className={classes.whose}>
        {row.vendor && view.vendor_name ? (
          <Link to="/vendors/$vendor" params={{ vendor: row.vendor }} className={classes.vendor} title={view.vendor_name}>
            {view.vendor_name}
          </Link>
        ) : (
          <Standing view={view} />
        )}
        <span className={classes.what}>{documentLine(row)}</span>
      </div>
      <div className={classes.progress}>
        <FactProgress facts={view.facts} />
        {stated > 0 && (
          <Button size="xs" disabled={!review.mayJudge || review.busy} onClick={review.confirmAll}>
            {`Confirm ${count(stated, "stated fact")}`}
          </Button>
        )}
        {view.set_aside && !view.copy_of && (
          <Button size="xs" disabled={!mayKeep || filing.busy} onClick={filing.takeBack}>
            Back to the inbox
          </Button>
        )}
        {!row.vendor && !view.set_aside && (
          <Button
            size="xs"
            className={classes.named}
            variant={next}
            disabled={!mayKeep || filing.busy}
            title={likely && !likely.isNew ? `File with ${likely.name}` : undefined}
            onClick={() => (likely && !likely.isNew ? filing.file(likely.target, false) : setPicking(true))}
          >
            <span className={classes.name}>{likely && !likely.isNew ? `File with ${likely.name}` : "File with vendor …"}</span>
          </Button>
        )}
        {row.vendor && (
          <Button size="xs" variant={next} disabled={!mayDecide} onClick={() => row.vendor && void navigate({ to: "/vendors/$vendor/decision", params: { vendor: row.vendor } })}>
            Decide …
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton size="xs" icon="more" name="More" />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Icon name="vendors" />} disabled={!mayKeep || view.copy_of !== null} onClick={() => setPicking(true)}>
              {row.vendor ? "File with another vendor …" : "File with vendor …"}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="save" />} onClick={() => save.mutate({ document: row.id }, { onSuccess: ({ name }) => name && showDone(`Saved: ${name}`) })}>
              Save original as …
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="refresh" />} disabled={!mayKeep || again.isPending} onClick={readAgain}>
              Read again
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="info" />} onClick={() => setTelling(true)}>
              About this file
            </Menu.Item>
            {!row.vendor && (
              <Menu.Item leftSection={<Icon name="packet" />} disabled={!mayKeep} onClick={() => setCopying(true)}>
                {view.copy_of ? "Not a copy of this packet …" : "Copy of a signed packet …"}
              </Menu.Item>
            )}
            {!view.set_aside && (
              <Menu.Item leftSection={<Icon name="archive" />} disabled={!mayKeep} onClick={() => filing.setAside()}>
                Set aside, not evidence
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {view.read_by_older && (
        <div className={classes.twin}>
          <StateLabel state="unknown">{`Read by an older version: ${view.extractor}`}</StateLabel>
          <Button size="xs" disabled={!mayKeep || again.isPending} onClick={readAgain}>
            Read again
          </Button>
        </div>
      )}
      {filing.twin && (
        <div className={classes.twin} role="alert">
          <StateLabel state="warn">{`In the register already: ${filing.twin.name}`}</StateLabel>
          <Button size="xs" onClick={() => filing.twin && filing.file({ target: "existing", vendor: filing.twin.vendor }, false)}>
            File with it
          </Button>
        </div>
      )}
      <FileDetails document={view} opened={telling} onClose={() => setTelling(false)} />
      {copying && !view.copy_of && <AttachCopy document={row.id} fileName={row.file_name} onClose={() => setCopying(false)} />}
      {copying && view.copy_of && <RemoveCopy document={row.id} fileName={row.file_name} onClose={() => setCopying(false)} />}
      <VendorPicker
        opened={picking}
        onClose={() => setPicking(false)}
        suggestions={view.suggestions}
        newName={row.organization}
        onPick={(target) => {
          setPicking(false);
          filing.file(target, false);
        }}
      />
    </header>
  );
}

/** Where a document without a vendor belongs. */
function Standing({ view }: { view: DocumentView }) {
  if (!view.copy_of) return <Badge tone={view.set_aside ? "line" : "warn"}>{view.set_aside ? "set aside, no evidence" : "not filed yet"}</Badge>;
  const { number, version, vendor, vendor_name } = view.copy_of;
  return (
    <Link to="/vendors/$vendor" params={{ vendor }} search={{ tab: "decisions" } as never} className={classes.vendor}>
      {`Signed copy of packet ${number}, version ${version}: ${vendor_name}`}
    </Link>
  );
}
