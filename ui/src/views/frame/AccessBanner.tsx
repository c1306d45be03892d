import { useWorkspace } from "../../api";
import type { AccessView } from "../../contract/generated";
import { StateMark } from "../../shared";
import classes from "./AccessBanner.module.css";

function accessText(access: AccessView): { title: string; text: string } | null {
  switch (access.access) {
    case "read_write":
      return null;
    case "held":
      return { title: "Read only: another program has this workspace open", text: `Close it there, then open the workspace again to change anything. It is open at: ${access.holder}` };
    case "protected":
      return { title: "Read only: the file or its folder does not allow writing", text: "Look at its permissions, or copy the file to a folder of your own and open the copy." };
    case "damaged":
      return { title: "Read only: the file is damaged", text: "What can be read is shown. Save what you need and go on with a copy from your backup." };
  }
}

/** Says why nothing can be changed, as long as that is so. */
export function AccessBanner() {
  const { access } = useWorkspace();
  const says = accessText(access);
  if (!says) return null;
  return (
    <div className={classes.banner} role="status">
      <StateMark state={access.access === "damaged" ? "fail" : "warn"} label="" />
      <p><b>{says.title}.</b> {says.text}</p>
    </div>
  );
}
