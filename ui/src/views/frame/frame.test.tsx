import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import { useWrite } from "../../api";
import type { AccessView, Session } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { AccessBanner } from "./AccessBanner";
import { Frame } from "./Frame";
import { SessionGate } from "./SessionGate";

const none: Session = { version: "0.1.0", workspace: null, recent: [], asked: null };

/** Closes the workspace as the menu does. */
function Close() {
  const close = useWrite("workspace_close");
  return <button type="button" onClick={() => close.mutate({})}>Close</button>;
}

describe("the gate", () => {
  it("welcomes where the workspace was closed, and leaves its addresses behind", async () => {
    let now = session();
    const onSwitch = vi.fn();
    const platform = fakePlatform({ session: () => now, workspace_close: () => (now = none) });
    const { user } = await renderScreen(<SessionGate onSwitch={onSwitch}><Close /></SessionGate>, platform);
    expect(onSwitch).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(await screen.findByRole("heading", { name: "Set up your workspace" })).toBeDefined();
    expect(onSwitch).toHaveBeenCalledOnce();
  });
});

describe("the frame", () => {
  const answers = { session: () => session({ waiting: 3, vendors: 14 }), people: () => [person()] };

  it("counts what waits, and offers the screens there are", async () => {
    await renderScreen(<Frame />, fakePlatform(answers));
    expect(screen.getByRole("link", { name: "Inbox, 3 waiting" })).toBeDefined();
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/", "/inbox", "/vendors", "/exceptions", "/cuecs", "/fourth-parties", "/calendar", "/insights", "/policy", "/packets", "/history", "/settings"]);
  });

  it("shows over everything how many files hang over the window, until they are let go", async () => {
    const platform = fakePlatform(answers);
    await renderScreen(<Frame />, platform);
    await act(() => platform.emit({ event: "drag", files: 6 }));
    expect(await screen.findByText("Let go to read 6 files")).toBeDefined();
    await act(() => platform.emit({ event: "drag", files: 0 }));
    await waitFor(() => expect(screen.queryByText("Let go to read 6 files")).toBeNull());
  });

  it("does not invite files from who may not add them", async () => {
    const platform = fakePlatform({ ...answers, session: () => session({ may: ["decide"] }) });
    await renderScreen(<Frame />, platform);
    await act(() => platform.emit({ event: "drag", files: 1 }));
    expect(await screen.findByText("Documents cannot be added now")).toBeDefined();
    expect(screen.getByRole("button", { name: "Add documents" })).toHaveProperty("disabled", true);
  });

  it("says how many files of a large folder were left out", async () => {
    const platform = fakePlatform(answers);
    await renderScreen(<Frame />, platform);
    await act(() => platform.emit({ event: "left_out", taken: 1000, files: 234, folders: 1, links: 0 }));
    expect(await screen.findByText("234 files left out")).toBeDefined();
    expect(screen.getByText(/^1,?000 files are read.*1 folder could not be read or lay too deep/)).toBeDefined();
  });

  it("says that links in a folder were not followed", async () => {
    const platform = fakePlatform(answers);
    await renderScreen(<Frame />, platform);
    await act(() => platform.emit({ event: "left_out", taken: 3, files: 0, folders: 0, links: 2 }));
    expect(await screen.findByText("2 entries not looked at")).toBeDefined();
    expect(screen.getByText(/^2 links or unreadable entries in folders not followed\./)).toBeDefined();
  });

  it("goes to a screen by two keys and shows the keys", async () => {
    const { user, path } = await renderScreen(<Frame />, fakePlatform(answers));
    await user.keyboard("gv");
    await waitFor(() => expect(path()).toBe("/vendors"));
    await user.keyboard("?");
    expect(await screen.findByRole("dialog", { name: "Keys" })).toBeDefined();
  });
});

describe("the banner", () => {
  it.each<[AccessView, RegExp]>([
    [{ access: "read_write" }, /^$/],
    [{ access: "held", holder: "tomasz on larkfield-12" }, /another program.*tomasz on larkfield-12/],
    [{ access: "protected" }, /does not allow writing/],
    [{ access: "damaged" }, /damaged/],
  ])("says why nothing can be changed: %j", async (access, text) => {
    await renderScreen(<AccessBanner />, fakePlatform({ session: () => session({ access }) }));
    expect(screen.queryByRole("status")?.textContent ?? "").toMatch(text);
  });
});
