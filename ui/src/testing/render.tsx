import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { Notifications } from "@mantine/notifications";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { answerCache, PlatformProvider, useRead } from "../api";
import type { Platform } from "../platform";
import { KeyboardProvider } from "../shared/keyboard/useKeys";
import { CrumbsProvider } from "../shared/layout/crumbs";
import { ThemeProvider } from "../theme/ThemeProvider";

/** Shows a screen or a part of one as in the window: with a host, a router (any address fits), keys and notices. Waits for the session. */
export async function renderScreen(screen: ReactNode, platform: Platform) {
  const Gate = () => (useRead("session", {}).data ? <div data-testid="screen">{screen}</div> : null);
  const root = createRootRoute();
  const all = createRoute({ getParentRoute: () => root, path: "$", component: Gate });
  const router = createRouter({ routeTree: root.addChildren([all]), history: createMemoryHistory({ initialEntries: ["/screen"] }) });
  const user = userEvent.setup();
  const shown = render(
    <PlatformProvider value={platform}>
      <QueryClientProvider client={answerCache()}>
        <ThemeProvider env="test">
          <Notifications />
          <KeyboardProvider>
            <CrumbsProvider>
              <RouterProvider router={router as never} />
            </CrumbsProvider>
          </KeyboardProvider>
        </ThemeProvider>
      </QueryClientProvider>
    </PlatformProvider>,
  );
  await shown.findByTestId("screen");
  return { ...shown, user, router, path: () => router.state.location.pathname };
}
