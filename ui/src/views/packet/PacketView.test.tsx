import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AppendixView, DecisionView, PacketView as Packet } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { PacketView } from "./PacketView";

const packet: Packet = {
  id: "k-1", decision: "dec-1", vendor: "v-1", vendor_name: "Marrowstone Data", number: "P-0003", version: 1, paper: "a4", pages: 4, sha256: "aabbccdd", content_hash: "11223344", short_code: "FNH7-2QKD", uncovered: [], appended: [], sign_offs: 0,
  made_at: "2026-03-05T15:08:00Z", superseded_by: null, later_version: null,
};
const decision: DecisionView = {
  id: "dec-1", number: 8, vendor: "v-1", vendor_name: "Marrowstone Data", outcome: "approved", reason: "r", conditions: [], signers: [person()], next_review: null, decided_on: "2026-03-05",
  recorded_by: "Mara Lindqvist", recorded_at: "2026-03-05T09:00:00Z", frozen_sha256: "00", residual: null, policy_version: null, verdict: null, review: null, signatures: [], signatures_printed: true, may_sign: false, stale: [], packets: [packet], copies: [],
};
const printed = (more: Answers = {}) => fakePlatform({ session: () => session(), packet: () => packet, decision: () => decision, packet_open: () => ({}), packet_print: () => ({ by: "program" as const }), packet_drag: () => ({}), ...more });

describe("a packet", () => {
  it("says who signs and how to tell it from another", async () => {
    await renderScreen(<PacketView packet="k-1" />, printed());
    expect(await screen.findByText("FNH7-2QKD")).toBeTruthy();
    expect(screen.getByText("1122 3344")).toBeTruthy();
    expect(await screen.findByText("Procurement lead")).toBeTruthy();
  });

  it("names characters that no font has", async () => {
    await renderScreen(<PacketView packet="k-1" />, printed({ packet: () => ({ ...packet, uncovered: ["漢"] }) }));
    expect(await screen.findByText(/lack 1 character.*U\+6F22/)).toBeTruthy();
  });

  it("says before it is printed that another took its place, and who has signed in the program", async () => {
    const signed = { person: person().id, name: "Mara", role: "Executive", agrees: true, comment: null, at: "2026-03-05T10:00:00Z", frozen_sha256: "00" };
    await renderScreen(<PacketView packet="k-1" />, printed({ packet: () => ({ ...packet, superseded_by: 12, later_version: 2 }), decision: () => ({ ...decision, signatures: [signed] }) }));
    expect(await screen.findByText(/^Decision 12 took the place of this one/)).toBeTruthy();
    expect(await screen.findByText(/^Agrees, typed here/)).toBeTruthy();
  });

  it("says that a later version was made", async () => {
    await renderScreen(<PacketView packet="k-1" />, printed({ packet: () => ({ ...packet, later_version: 2 }) }));
    expect(await screen.findByText(/^Version 2 of this packet was made since/)).toBeTruthy();
  });

  it("goes to the other paper that is there, and makes it where it is not", async () => {
    const letter = { ...packet, id: "k-2", paper: "letter" as const, version: 2 };
    const there = await renderScreen(<PacketView packet="k-1" />, printed({ decision: () => ({ ...decision, packets: [letter, packet] }) }));
    await screen.findByText("Procurement lead");
    await there.user.click(screen.getByText("Letter"));
    await waitFor(() => expect(there.path()).toBe("/packets/k-2"));
    there.unmount();

    const platform = printed({ packet_make: () => letter });
    const missing = await renderScreen(<PacketView packet="k-1" />, platform);
    await screen.findByText("Procurement lead");
    await missing.user.click(screen.getByText("Letter"));
    await waitFor(() => expect(platform.inputsOf("packet_make")).toEqual([{ decision: "dec-1", paper: "letter", append: [], sign_offs: false }]));
  });

  it("asks which documents to append and says why one cannot be", async () => {
    const document = (label: string, more: Partial<AppendixView> = {}): AppendixView => ({ label, kind: "SOC 2 Type 2 report", file_name: `${label}.pdf`, pages: 88, bytes: 900_000, main: label === "D1", nda: true, signatures: 0, refused: null, ...more });
    const whole: Packet = { ...packet, id: "k-9", version: 2, pages: 93, appended: [{ label: "D1", first: 6, pages: 88 }] };
    const platform = printed({ packet_appendices: () => [document("D1", { signatures: 1 }), document("D2", { nda: false }), document("D3", { refused: "password" })], packet_make: () => whole });
    const { user, path } = await renderScreen(<PacketView packet="k-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Append documents …" }));
    expect(await screen.findByText(/Needs a password/)).toBeTruthy();
    expect((screen.getByRole("checkbox", { name: /^D3/ }) as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText(/No NDA is recorded/)).toBeTruthy();
    expect(screen.getByText(/Carries 1 electronic signature/)).toBeTruthy();
    expect(screen.getByText("Nothing appended")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: /^D1/ }));
    expect(screen.getByText("1 document, 88 pages")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Make packet with these" }));
    await waitFor(() => expect(platform.inputsOf("packet_make")).toEqual([{ decision: "dec-1", paper: "a4", append: ["D1"], sign_offs: false }]));
    await waitFor(() => expect(path()).toBe("/packets/k-9"));
  });

  it("leads to the pages of what is appended and keeps it on other paper", async () => {
    const whole: Packet = { ...packet, pages: 93, appended: [{ label: "D1", first: 6, pages: 88 }] };
    const platform = printed({ packet: () => whole, packet_make: () => whole });
    const { user } = await renderScreen(<PacketView packet="k-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "D1, 88 pages from page 6" }));
    expect(await screen.findByText("of 93")).toBeTruthy();
    await screen.findByText("Procurement lead");
    await user.click(screen.getByText("Letter"));
    await waitFor(() => expect(platform.inputsOf("packet_make")).toEqual([{ decision: "dec-1", paper: "letter", append: ["D1"], sign_offs: false }]));
  });

  it("makes the version that says who has signed in the program", async () => {
    const signature = { person: "p-1", name: "Mara Lindqvist", role: "Procurement", agrees: true, comment: null, at: "2026-03-06T08:00:00Z", frozen_sha256: "00" };
    const signed: DecisionView = { ...decision, signatures: [signature] };
    const platform = printed({ decision: () => signed, packet_make: () => ({ ...packet, id: "k-7", version: 2, sign_offs: 1 }) });
    const { user, path } = await renderScreen(<PacketView packet="k-1" />, platform);
    expect(await screen.findByText(/1 person of 1 signed or declined in the program. This version says none of them./)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Make a version that says so" }));
    await waitFor(() => expect(platform.inputsOf("packet_make")).toEqual([{ decision: "dec-1", paper: "a4", append: [], sign_offs: true }]));
    await waitFor(() => expect(path()).toBe("/packets/k-7"));
  });

  it("prints with Ctrl+P instead of printing the window, and says where it is where no dialog came", async () => {
    const platform = printed();
    const { user } = await renderScreen(<PacketView packet="k-1" />, platform);
    await screen.findByText("FNH7-2QKD");
    await user.keyboard("{Control>}p{/Control}");
    await waitFor(() => expect(platform.inputsOf("packet_print")).toEqual([{ packet: "k-1" }]));
    expect(await screen.findByText(/^It is open in your PDF program/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open in the PDF program" }));
    await waitFor(() => expect(platform.inputsOf("packet_open")).toEqual([{ packet: "k-1" }]));
  });

  it("says nothing of printing where the dialog was closed", async () => {
    const platform = printed({ packet_print: () => ({ by: "nobody" as const }) });
    const { user } = await renderScreen(<PacketView packet="k-1" />, platform);
    await user.click(await screen.findByRole("button", { name: /^Print …/ }));
    await waitFor(() => expect(platform.inputsOf("packet_print")).toHaveLength(1));
    expect(screen.queryByText(/printer|PDF program:/)).toBeNull();
  });

  it("hands the file to the system when it is dragged", async () => {
    const platform = printed();
    await renderScreen(<PacketView packet="k-1" />, platform);
    const file = (await screen.findByText("Drag it to a folder, or into a letter")).closest("div");
    const prevented = !fireEvent.dragStart(file as HTMLElement);
    expect(prevented).toBe(true);
    await waitFor(() => expect(platform.inputsOf("packet_drag")).toEqual([{ packet: "k-1" }]));
  });
});
