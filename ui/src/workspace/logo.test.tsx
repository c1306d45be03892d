import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../testing/examples";
import { type Answers, fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { LogoForm } from "./LogoForm";

const logo = { width: 2, height: 1, rgb: "AAAAAAAA" };
const shown = (answers: Answers) => {
  const platform = fakePlatform({ session: () => session(), logo: () => null, ...answers });
  return renderScreen(<LogoForm />, platform).then((rendered) => ({ ...rendered, platform }));
};

describe("the logo", () => {
  it("is chosen by the system's dialog", async () => {
    const { user, platform } = await shown({ logo_choose: () => logo });
    expect(await screen.findByText("No logo")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Choose a picture …" }));
    await waitFor(() => expect(platform.inputsOf("logo_choose")).toEqual([{}]));
  });

  it("is shown and can be taken away", async () => {
    const { user, platform } = await shown({ logo: () => logo, logo_remove: () => ({}) });
    expect(await screen.findByRole("img", { name: "The logo as it is printed" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(platform.inputsOf("logo_remove")).toEqual([{}]));
  });

  it("says why a picture cannot be it", async () => {
    const { user } = await shown({ logo_choose: () => fails({ code: "no_logo", reason: "blank" }) });
    await user.click(await screen.findByRole("button", { name: "Choose a picture …" }));
    expect(await screen.findByText("Nothing of the picture would be seen on white paper")).toBeTruthy();
  });
});
