import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback } from "react";
import { PlatformProvider } from "./api";
import type { Platform } from "./platform";
import type { appRouter } from "./router";
import { RegionBoundary } from "./shared";
import { KeyboardProvider } from "./shared/keyboard/useKeys";
import { CrumbsProvider } from "./shared/layout/crumbs";
import { ThemeProvider } from "./theme/ThemeProvider";
import { SessionGate } from "./views/frame/SessionGate";

interface Props {
  platform: Platform;
  answers: QueryClient;
  router: ReturnType<typeof appRouter>;
}

/** The whole window. */
export function App({ platform, answers, router }: Props) {
  // Without its provider the router does not hear the history, so it is told.
  const goHome = useCallback(() => {
    router.history.replace("/");
    void router.load();
  }, [router]);
  return (
    <PlatformProvider value={platform}>
      <QueryClientProvider client={answers}>
        <ThemeProvider>
          <Notifications position="top-center" limit={4} />
          <RegionBoundary what="the window">
            <KeyboardProvider>
              <CrumbsProvider>
                <SessionGate onSwitch={goHome}>
                  <RouterProvider router={router} />
                </SessionGate>
              </CrumbsProvider>
            </KeyboardProvider>
          </RegionBoundary>
        </ThemeProvider>
      </QueryClientProvider>
    </PlatformProvider>
  );
}
