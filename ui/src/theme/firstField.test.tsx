import { Modal, TextInput } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ThemeProvider } from "./ThemeProvider";

it("opens a form on its first field and leaves the way back to the close button", async () => {
  render(
    <ThemeProvider env="test">
      <Modal opened onClose={() => undefined} title="A form">
        <TextInput label="Name" />
        <TextInput label="Town" />
      </Modal>
    </ThemeProvider>,
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  await userEvent.setup().tab({ shift: true });
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Close" }));
});

it("gives a field that is loaded later the focus, unless somebody has gone on", async () => {
  const form = (loaded: boolean) => (
    <ThemeProvider env="test">
      <Modal opened onClose={() => undefined} title="A form">
        {loaded ? <TextInput label="Name" /> : <p>Loading</p>}
      </Modal>
    </ThemeProvider>
  );
  const { rerender, unmount } = render(form(false));
  const close = await screen.findByRole("button", { name: "Close" });
  await waitFor(() => expect(document.activeElement).toBe(close));
  rerender(form(true));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  unmount();

  const other = render(form(false));
  const again = await screen.findByRole("button", { name: "Close" });
  await waitFor(() => expect(document.activeElement).toBe(again));
  await userEvent.setup().keyboard("{Shift}");
  other.rerender(form(true));
  await screen.findByLabelText("Name");
  expect(document.activeElement).toBe(again);
});
