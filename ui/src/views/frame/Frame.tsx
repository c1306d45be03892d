import { Outlet, useMatches, useNavigate, useRouterState } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useApplicationEvents, useMay, useNewDay, useWrite } from "../../api";
import { Loading, RegionBoundary, useKeys } from "../../shared";
import { KeyHelp } from "../../shared/keyboard/KeyHelp";
import { Glossary } from "../../fact/Glossary";
import { Recogniser } from "../../recognition/Recogniser";
import { SearchPalette } from "../../search/SearchPalette";
import { AccessBanner } from "./AccessBanner";
import { DropOverlay } from "./DropOverlay";
import classes from "./Frame.module.css";
import { JobsDock } from "./JobsDock";
import { Navigation } from "./Navigation";
import { TopBar } from "./TopBar";

/** What stands around every screen. */
export function Frame() {
  const dragged = useApplicationEvents();
  useNewDay();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const railed = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.rail) });
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const mayKeep = useMay("keep_documents");
  const choose = useWrite("documents_choose");
  const addDocuments = () => choose.mutate({ vendor: null });

  useKeys("Everywhere", [
    { keys: "mod+k", does: "Find anything", run: () => setSearching(true), inFields: true },
    { keys: "mod+o", does: "Add documents", run: addDocuments, enabled: mayKeep },
    { keys: "g t", does: "Go to today", run: () => void navigate({ to: "/" }) },
    { keys: "g c", does: "Go to the calendar", run: () => void navigate({ to: "/calendar" }) },
    { keys: "g n", does: "Go to insights", run: () => void navigate({ to: "/insights" }) },
    { keys: "g i", does: "Go to the inbox", run: () => void navigate({ to: "/inbox" }) },
    { keys: "g v", does: "Go to vendors", run: () => void navigate({ to: "/vendors" }) },
    { keys: "g e", does: "Go to exceptions", run: () => void navigate({ to: "/exceptions" }) },
    { keys: "g u", does: "Go to CUECs", run: () => void navigate({ to: "/cuecs" }) },
    { keys: "g f", does: "Go to fourth parties", run: () => void navigate({ to: "/fourth-parties" }) },
    { keys: "g p", does: "Go to packets", run: () => void navigate({ to: "/packets" }) },
    { keys: "g h", does: "Go to history", run: () => void navigate({ to: "/history" }) },
    { keys: "g s", does: "Go to settings", run: () => void navigate({ to: "/settings" }) },
    { keys: "f1", does: "Explain terms", run: () => setExplaining(true), inFields: true, inDialogs: true },
    { keys: "?", does: "Show keys", run: () => setHelping(true) },
  ]);

  return (
    <div className={railed ? `${classes.frame} ${classes.railed}` : classes.frame}>
      <Navigation railed={railed} />
      <TopBar onSearch={() => setSearching(true)} onAdd={mayKeep ? addDocuments : null} />
      <main className={classes.main} id="main">
        <AccessBanner />
        <div className={classes.screen}>
          <RegionBoundary what="this screen" resetOn={path}>
            <Suspense fallback={<Loading what="Screen" />}>
              <Outlet />
            </Suspense>
          </RegionBoundary>
        </div>
      </main>
      <JobsDock />
      <Recogniser />
      <DropOverlay files={dragged} allowed={mayKeep} />
      <SearchPalette opened={searching} onClose={() => setSearching(false)} onAdd={mayKeep ? addDocuments : null} onKeys={() => setHelping(true)} />
      <KeyHelp opened={helping} onClose={() => setHelping(false)} />
      <Glossary opened={explaining} onClose={() => setExplaining(false)} />
    </div>
  );
}
