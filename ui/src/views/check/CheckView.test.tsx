import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Inbox, PacketCheckView } from "../../contract/generated";
import { session } from "../../testing/examples";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { CheckView } from "./CheckView";

const whole: PacketCheckView = {
  file_name: "P-0003 Marrowstone Data.pdf", verdict: "whole", number: "P-0003", version: 1, vendor_name: "Marrowstone Data", content_hash: "1122", packet: "k-1",
  checks: [
    { part: "pages", outcome: "holds", found: "every byte is as the manifest prints it" },
    { part: "documents", outcome: "holds", found: "the 2 documents behind the decision are stored, and their bytes are those of their hashes" },
  ],
};
const changed: PacketCheckView = { ...whole, file_name: "scan.pdf", verdict: "changed", packet: null, checks: [{ part: "pages", outcome: "differs", found: "page 2 does not say what the manifest prints" }] };
const inbox = (jobs: Inbox["jobs"] = []): Inbox => ({ jobs, waiting: [], set_aside: [], read_by_older: 0 });
const host = (answers: Answers = {}) => fakePlatform({ session: () => session(), inbox: () => inbox(), packet_check: () => whole, ...answers });

describe("checking packets", () => {
  it("says of each file that is chosen what was found, sentence by sentence", async () => {
    const platform = host({ packet_check_choose: () => [changed, { ...whole, verdict: "no_packet", file_name: "letter.pdf", number: null, version: null, vendor_name: null, packet: null, checks: [] }] });
    const { user } = await renderScreen(<CheckView packet={undefined} />, platform);
    await user.click(await screen.findByRole("button", { name: /^Choose packets/ }));
    const result = await screen.findByRole("article", { name: "scan.pdf" });
    expect(within(result).getByText("Changed")).toBeDefined();
    expect(within(result).getByText("Page 2 does not say what the manifest prints.")).toBeDefined();
    expect(within(result).queryByRole("link")).toBeNull();
    const other = screen.getByRole("article", { name: "letter.pdf" });
    expect(within(other).getByText("No packet")).toBeDefined();
  });

  it("shows a packet that was dropped among documents", async () => {
    const job = { job: "j-1", file_name: whole.file_name, again: null, state: { state: "packet" as const, check: whole } };
    await renderScreen(<CheckView packet={undefined} />, host({ inbox: () => inbox([job]) }));
    const result = await screen.findByRole("article", { name: whole.file_name });
    expect(within(result).getByText("Unchanged")).toBeDefined();
    expect(within(result).getByRole("link", { name: "Packet P-0003" })).toBeDefined();
  });

  it("checks one of the workspace", async () => {
    const platform = host();
    await renderScreen(<CheckView packet="k-1" />, platform);
    expect(await screen.findByText("It is what this workspace printed, unchanged.")).toBeDefined();
    expect(platform.inputsOf("packet_check")).toEqual([{ packet: "k-1" }]);
  });

  it("teaches where nothing was checked yet", async () => {
    await renderScreen(<CheckView packet={undefined} />, host());
    expect(await screen.findByRole("heading", { name: "Drop a packet on the window, or choose it" })).toBeDefined();
  });
});
