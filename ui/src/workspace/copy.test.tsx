import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../testing/examples";
import { type Answers, fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { CopyForm } from "./CopyForm";

const shown = (answers: Answers) => {
  const platform = fakePlatform({ session: () => session(), ...answers });
  return renderScreen(<CopyForm />, platform).then((rendered) => ({ ...rendered, platform }));
};

describe("a copy of the workspace", () => {
  it("is saved where the system's dialog says, and its name is told", async () => {
    const { user, platform } = await shown({ workspace_copy: () => ({ name: "Larkfield copy 2026-03-17.countersign" }) });
    await user.click(await screen.findByRole("button", { name: "Save a copy …" }));
    await waitFor(() => expect(platform.inputsOf("workspace_copy")).toEqual([{}]));
    expect(await screen.findByText("Copy saved: Larkfield copy 2026-03-17.countersign")).toBeTruthy();
  });

  it("says why it could not be made", async () => {
    const { user } = await shown({ workspace_copy: () => fails({ code: "disk_full" }) });
    await user.click(await screen.findByRole("button", { name: "Save a copy …" }));
    expect(await screen.findByText(/disk is full/i)).toBeTruthy();
  });
});
