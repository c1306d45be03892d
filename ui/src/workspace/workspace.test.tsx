import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../testing/examples";
import { type Answers, fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { WelcomeView } from "../views/welcome/WelcomeView";
import { disagreement } from "./passphrase";
import { NoticeForm } from "./NoticeForm";
import { ProtectionForm } from "./ProtectionForm";

const recent = [{ place: "r-1", label: "Larkfield vendors", folder: "Documents", present: true }, { place: "r-2", label: "Old vendors", folder: "Archive", present: false }];
const place = { place: "new-1", label: "Larkfield vendors", needs_passphrase: false };

const welcome = (answers: Answers, known = recent.slice(0, 0), asked: typeof place | null = null) => {
  const platform = fakePlatform({ session: () => session(), ...answers });
  return renderScreen(<WelcomeView recent={known} asked={asked} />, platform).then((shown) => ({ ...shown, platform }));
};

describe("a protected workspace opened from outside", () => {
  it("is asked for its passphrase at once", async () => {
    await welcome({}, recent, { place: "a-1", label: "Larkfield vendors", needs_passphrase: true });
    expect(screen.getByRole("heading", { name: "Larkfield vendors" })).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText("Passphrase")).toBeInstanceOf(HTMLElement);
  });
});

describe("a new passphrase", () => {
  it("is not called different while it is still being typed the second time", () => {
    expect(disagreement({ first: "four words in a row", second: "four wo" }, false)).toBeUndefined();
    expect(disagreement({ first: "four words in a row", second: "four wa" }, false)).toBe("The two do not agree.");
    expect(disagreement({ first: "four words in a row", second: "four wo" }, true)).toBe("The two do not agree.");
  });
});

describe("setting up a workspace", () => {
  it("asks for the place when it is needed and creates there", async () => {
    const { user, platform } = await welcome({ workspace_choose: () => place, workspace_create: () => session() });
    await user.type(screen.getByLabelText("Organisation"), "Larkfield Diagnostics");
    await user.type(screen.getByLabelText("Your name"), "Mara Lindqvist");
    await user.click(screen.getByRole("button", { name: "Create workspace" }));
    expect(platform.inputsOf("workspace_choose")).toEqual([{ purpose: "create", suggested_name: "Larkfield Diagnostics vendors" }]);
    expect(platform.inputsOf("workspace_create")).toEqual([{ place: "new-1", organisation: "Larkfield Diagnostics", person: "Mara Lindqvist", title: null, passphrase: null }]);
  });

  it("creates nothing where the dialog was cancelled", async () => {
    const { user, platform } = await welcome({ workspace_choose: () => null });
    await user.type(screen.getByLabelText("Organisation"), "Larkfield");
    await user.type(screen.getByLabelText("Your name"), "Mara");
    await user.click(screen.getByRole("button", { name: "Create workspace" }));
    expect(platform.inputsOf("workspace_create")).toEqual([]);
  });

  it("says at the field what is wrong, and does not go on while the passphrases differ", async () => {
    const { user, platform } = await welcome({ workspace_choose: () => place, workspace_create: () => fails({ code: "invalid", field: "passphrase", problem: { problem: "too_short", limit: 8 } }) });
    await user.type(screen.getByLabelText("Organisation"), "Larkfield");
    await user.type(screen.getByLabelText("Your name"), "Mara");
    await user.click(screen.getByRole("switch", { name: /Protect/ }));
    expect(screen.getByText(/everything in it is lost/), "what is lost is said before it is set").toBeDefined();
    await user.type(screen.getByLabelText("Passphrase"), "abc");
    await user.type(screen.getByLabelText("The same again"), "abd");
    expect(screen.getByRole("button", { name: "Create workspace" })).toHaveProperty("disabled", true);
    await user.clear(screen.getByLabelText("The same again"));
    await user.type(screen.getByLabelText("The same again"), "abc");
    await user.click(screen.getByRole("button", { name: "Create workspace" }));
    expect(await screen.findByText("Too short, fewest characters: 8")).toBeDefined();
    expect(platform.inputsOf("workspace_create")[0]?.passphrase).toBe("abc");
    expect(screen.queryByText(/Passphrase: Too short/), "a field's problem is no notice").toBeNull();
  });
});

describe("opening a workspace", () => {
  it("asks for the passphrase where one is needed and says when it does not fit", async () => {
    const { user, platform } = await welcome({ workspace_open: ({ passphrase }) => fails({ code: passphrase === null ? "passphrase_needed" : "passphrase_wrong" }) }, recent);
    await user.click(screen.getByRole("button", { name: /Larkfield vendors/ }));
    await user.type(await screen.findByLabelText("Passphrase"), "not it{Enter}");
    expect(await screen.findByText(/The passphrase does not fit/)).toBeDefined();
    expect(platform.inputsOf("workspace_open")).toEqual([{ place: "r-1", passphrase: null }, { place: "r-1", passphrase: "not it" }]);
  });

  it("cannot open what is not there", async () => {
    await welcome({}, recent);
    expect(screen.getByRole("button", { name: /Old vendors/ })).toHaveProperty("disabled", true);
  });
});

describe("protection", () => {
  it("is removed only with the passphrase so far", async () => {
    const platform = fakePlatform({ session: () => session({ protected: true }), protection_set: () => fails({ code: "passphrase_wrong" }) });
    const { user } = await renderScreen(<ProtectionForm />, platform);
    await user.click(screen.getByRole("button", { name: "Remove …" }));
    expect(screen.getByRole("button", { name: "Remove the passphrase" })).toHaveProperty("disabled", true);
    await user.type(screen.getByLabelText("Passphrase so far"), "wrong{Enter}");
    expect(await screen.findByText("The passphrase does not fit")).toBeDefined();
    expect(platform.inputsOf("protection_set")).toEqual([{ current: "wrong", new: null }]);
  });

  it("cannot be changed by who may not", async () => {
    await renderScreen(<ProtectionForm />, fakePlatform({ session: () => session({ may: ["decide"] }) }));
    expect(screen.getByRole("button", { name: "Set a passphrase …" })).toHaveProperty("disabled", true);
  });
});

describe("notifications", () => {
  it("name vendors only where somebody allows it, and not while they are off", async () => {
    let wish = { on: true, names: false };
    const platform = fakePlatform({ session: () => session(), notices: () => wish, notices_save: (next) => (wish = next) });
    const { user } = await renderScreen(<NoticeForm />, platform);
    await user.click(await screen.findByRole("switch", { name: /^Name the vendor/ }));
    await user.click(screen.getByRole("switch", { name: "Say once a day what is due" }));
    expect(platform.inputsOf("notices_save")).toEqual([{ on: true, names: true }, { on: false, names: true }]);
    await waitFor(() => expect(screen.getByRole("switch", { name: /^Name the vendor/ })).toHaveProperty("disabled", true));
  });
});
