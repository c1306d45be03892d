import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { describe, expect, it } from "vitest";
import type { Failure } from "../contract/generated";
import { fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { session, vendorRow } from "../testing/examples";
import { Answered } from "./Answered";
import { useApplicationEvents } from "./events";
import { useRead, useWrite } from "./queries";

function Vendors() {
  const vendors = useRead("vendors", {});
  return <Answered of={vendors} what="Vendors">{(rows) => <ul>{rows.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>}</Answered>;
}

function Aside({ handled = false }: { handled?: boolean }) {
  const move = useWrite("vendor_move", { handles: () => handled });
  return <button type="button" onClick={() => move.mutate({ vendor: "v-1", step: "activate" })}>Activate</button>;
}

function Jobs() {
  useApplicationEvents();
  const { data } = useRead("inbox", {});
  return <p>{data?.jobs.map(({ file_name, state }) => `${file_name} ${state.state === "reading" ? `${state.done}/${state.total}` : state.state}`).join(", ")}</p>;
}

describe("reading", () => {
  it("shows why an answer did not come, and asks again", async () => {
    let broken = true;
    const platform = fakePlatform({ session: () => session(), vendors: () => (broken ? fails({ code: "unexpected", report: "9f3c2a11" }) : [vendorRow()]) });
    const { user } = await renderScreen(<Vendors />, platform);
    expect(await screen.findByRole("alert")).toHaveProperty("textContent", expect.stringContaining("9f3c2a11"));
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Marrowstone Data")).toBeDefined();
  });
});

describe("writing", () => {
  it("says as a notice why it was not done", async () => {
    const platform = fakePlatform({ session: () => session(), vendor_move: () => fails({ code: "denied", ability: "keep_vendors", person: "Ida Holm" }) });
    const { user } = await renderScreen(<Aside />, platform);
    await user.click(screen.getByRole("button", { name: "Activate" }));
    expect(await screen.findByText("Ida Holm may not enter and change vendors")).toBeDefined();
  });

  it.each<[string, Failure, boolean]>([
    ["what the screen shows itself", { code: "not_now", stage: "closed" }, true],
    ["a cancelled dialog", { code: "cancelled" }, false],
  ])("makes no notice of %s", async (_what, failure, handled) => {
    const platform = fakePlatform({ session: () => session(), vendor_move: () => fails(failure) });
    const { user } = await renderScreen(<Aside handled={handled} />, platform);
    await user.click(screen.getByRole("button", { name: "Activate" }));
    await waitFor(() => expect(platform.inputsOf("vendor_move")).toHaveLength(1));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("events", () => {
  it("put the progress of a file into the inbox without asking again", async () => {
    const platform = fakePlatform({ session: () => session(), inbox: () => ({ jobs: [], waiting: [], set_aside: [], read_by_older: 0 }) });
    await renderScreen(<Jobs />, platform);
    await waitFor(() => expect(platform.inputsOf("inbox")).toHaveLength(1));
    const report = (done: number) => act(() => platform.emit({ event: "job", job: { job: "j-1", file_name: "report.pdf", again: null, state: { state: "reading", done, total: 62 } } }));
    await report(1);
    await report(41);
    expect(await screen.findByText("report.pdf 41/62")).toBeDefined();
    expect(platform.inputsOf("inbox"), "asked once only").toHaveLength(1);
  });

  it("make a screen ask again when what it shows is stale", async () => {
    const platform = fakePlatform({ session: () => session(), inbox: () => ({ jobs: [], waiting: [], set_aside: [], read_by_older: 0 }) });
    await renderScreen(<Jobs />, platform);
    await waitFor(() => expect(platform.inputsOf("inbox")).toHaveLength(1));
    await act(() => platform.emit({ event: "stale", tags: ["documents"] }));
    await waitFor(() => expect(platform.inputsOf("inbox")).toHaveLength(2));
  });
});
