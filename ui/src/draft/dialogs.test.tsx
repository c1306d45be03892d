import { screen, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { describe, expect, it } from "vitest";
import { DeviationDialog } from "../acceptance/DeviationDialog";
import { FirmCheckDialog } from "../acceptance/FirmCheckDialog";
import type { DialogDraft } from "../contract/generated";
import { OffboardingDialog } from "../register/OffboardingDialog";
import { TieringDialog } from "../register/TieringDialog";
import { person, session } from "../testing/examples";
import { firm, rule } from "../testing/examples-policy";
import { register } from "../testing/examples-register";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { VendorDialog } from "../vendor/VendorDialog";

interface Shown {
  opened: boolean;
  onClose: () => void;
}

const dialogs: readonly { name: string; field: RegExp; before?: DialogDraft; Dialog: (shown: Shown) => ReactNode }[] = [
  { name: "vendor", field: /Legal name/, Dialog: (shown) => <VendorDialog {...shown} /> },
  { name: "tier", field: /Why/, before: { dialog: "tier", tier: "high", reason: "" }, Dialog: (shown) => <TieringDialog {...shown} register={register()} may onEdit={() => undefined} /> },
  { name: "firm_check", field: /Note/, Dialog: ({ opened, onClose }) => <FirmCheckDialog firm={opened ? firm() : null} documents={[]} onClose={onClose} /> },
  { name: "deviation", field: /Why it is allowed/, Dialog: ({ opened, onClose }) => <DeviationDialog services={[]} vendor="v-1" rule={opened ? rule() : null} onClose={onClose} /> },
  { name: "offboarding", field: /Why we leave/, Dialog: (shown) => <OffboardingDialog {...shown} register={register()} /> },
];

function Screen({ Dialog }: { Dialog: (shown: Shown) => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      {Dialog({ opened, onClose: () => setOpened(false) })}
    </>
  );
}

describe("what is typed in a dialog", () => {
  it.each(dialogs)("is there again after Escape, and can be dropped: $name", async ({ name, field, before, Dialog }) => {
    let held: DialogDraft | null = before ?? null;
    const platform = fakePlatform({
      session: () => session(),
      people: () => [person()],
      dialog_draft: () => held,
      dialog_draft_keep: ({ draft }) => {
        held = draft;
        return {};
      },
    });
    const { user } = await renderScreen(<Screen Dialog={Dialog} />, platform);
    await user.click(screen.getByRole("button", { name: "Open" }));
    await user.type(await screen.findByLabelText(field, { selector: "input, textarea" }), "half");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(held).toMatchObject({ dialog: name }));
    expect(JSON.stringify(held)).toContain('"half"');

    await user.click(screen.getByRole("button", { name: "Open" }));
    expect((await screen.findByLabelText<HTMLInputElement>(field, { selector: "input, textarea" })).value).toBe("half");
    expect(screen.getByText("What is typed is kept until you record it.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Discard" }));
    await waitFor(() => expect(held).toBeNull());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
    expect(screen.queryByDisplayValue("half")).toBeNull();
  });

  it("is dropped when it is recorded, and kept when that is refused", async () => {
    let refuse = true;
    const platform = fakePlatform({
      session: () => session(),
      people: () => [person()],
      dialog_draft: () => null,
      dialog_draft_keep: () => ({}),
      offboarding_plan: () => {
        // The application says at the field what is wrong.
        if (refuse) throw { code: "invalid", field: "ends_on", problem: { problem: "empty" } };
        return register();
      },
    });
    const { user } = await renderScreen(<Screen Dialog={(shown) => <OffboardingDialog {...shown} register={register()} />} />, platform);
    await user.click(screen.getByRole("button", { name: "Open" }));
    await user.type(await screen.findByRole("textbox", { name: /Why we leave/ }), "dear");
    await user.click(screen.getByRole("button", { name: "Start offboarding" }));
    await waitFor(() => expect(platform.inputsOf("dialog_draft_keep").at(-1)).toMatchObject({ draft: { reason: "dear" } }));
    refuse = false;
    await user.click(screen.getByRole("button", { name: "Start offboarding" }));
    await waitFor(() => expect(platform.inputsOf("dialog_draft_keep").at(-1)).toEqual({ at: { dialog: "offboarding", vendor: "v-1" }, draft: null }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
