import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { FailurePanel, useRead } from "../../api";
import { Loading } from "../../shared";

const WelcomeView = lazy(() => import("../welcome/WelcomeView").then(({ WelcomeView: view }) => ({ default: view })));

interface Props {
  children: ReactNode;
  /** Called when the workspace is closed or another is opened: an address of the old one leads nowhere in the new one. */
  onSwitch: () => void;
}

/** Lets the screens through where a workspace is open, and welcomes a person where none is. */
export function SessionGate({ children, onSwitch }: Props) {
  const session = useRead("session", {});
  const open = session.data ? (session.data.workspace?.id ?? null) : undefined;
  const before = useRef(open);
  useEffect(() => {
    if (before.current && before.current !== open) onSwitch();
    before.current = open;
  }, [open, onSwitch]);

  if (session.error && !session.data) return <FailurePanel failure={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return null;
  if (session.data.workspace) return children;
  return (
    <Suspense fallback={<Loading what="Countersign" />}>
      <WelcomeView key={session.data.asked?.place} recent={session.data.recent} asked={session.data.asked} />
    </Suspense>
  );
}
