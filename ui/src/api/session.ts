import type { Ability, Session, WorkspaceView } from "../contract/generated";
import { useRead } from "./queries";

/** What the program has open; only below `SessionGate`, where it is known. */
export function useSession(): Session {
  const { data } = useRead("session", {});
  if (!data) throw new Error("useSession is used above SessionGate");
  return data;
}

/** The open workspace; only on screens that are shown with one. */
export function useWorkspace(): WorkspaceView {
  const { workspace } = useSession();
  if (!workspace) throw new Error("useWorkspace is used without a workspace");
  return workspace;
}

/** Whether the person who acts may do this and the workspace can be written: what a button asks before it offers itself. */
export function useMay(ability: Ability): boolean {
  const { may, access } = useWorkspace();
  return access.access === "read_write" && may.includes(ability);
}
