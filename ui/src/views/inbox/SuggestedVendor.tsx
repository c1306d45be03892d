import type { DocumentView } from "../../contract/generated";
import { likelyTarget } from "../../document/useFiling";
import { Badge, IconButton } from "../../shared";
import { suggestionLabel } from "../../vendor/words";
import classes from "./InboxDetail.module.css";

/** Whose document it seems to be, and why. */
export function SuggestedVendor({ view, onOther }: { view: DocumentView; onOther: () => void }) {
  const likely = likelyTarget(view);
  const why = view.suggestions[0]?.why;
  return (
    <>
      <span className={classes.vendorLabel}>Vendor</span>
      <span className={classes.vendorName}>{likely ? likely.name : <i>not recognised</i>}</span>
      <span>{likely?.isNew ? <Badge tone="accent">new in the register</Badge> : why && <Badge tone="line">{suggestionLabel[why]}</Badge>}</span>
      <IconButton size="xs" icon="edit" name="Other vendor" onClick={onOther} />
    </>
  );
}
