import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { SearchHit } from "../contract/generated";
import { session } from "../testing/examples";
import { pageView } from "../testing/examples-document";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { type Command, grouped, matchingCommands, nearMatch } from "./results";
import { SearchPalette } from "./SearchPalette";

const command = (id: string, label: string, also = ""): Command => ({ id, label, also, icon: "inbox", run: () => undefined });
const commands = [command("inbox", "Go to the inbox", "documents"), command("dark", "Appearance: dark", "theme night")];
const page: SearchHit = { hit: "page", document: "d-1", file_name: "report.pdf", page: 41, snippet: [{ text: "access of ", matches: false }, { text: "leavers", matches: true }] };
const vendor: SearchHit = { hit: "vendor", vendor: "v-1", name: "Marrowstone Data", service: null };

describe("what is found", () => {
  it("matches commands by the beginnings of their words, in any order", () => {
    expect(matchingCommands(commands, "inb go").map(({ id }) => id)).toEqual(["inbox"]);
    expect(matchingCommands(commands, "night").map(({ id }) => id)).toEqual(["dark"]);
    expect(matchingCommands(commands, "box")).toEqual([]);
  });
  it("stands by kind, without empty kinds, and keeps the application's order", () => {
    const second: SearchHit = { ...page, page: 3 };
    const groups = grouped([page, vendor, second], commands, "zzz");
    expect(groups.map(({ title, results }) => [title, results.map(({ id }) => id)])).toEqual([["Vendors", ["vendor-v-1"]], ["Text inside documents", ["page-d-1-41", "page-d-1-3"]]]);
  });
});

describe("a snippet", () => {
  const text = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join("");
  it("begins shortly before its first match", () => {
    const long = [{ text: "Section IV – Trust Services Category, Criteria, and Related Controls of the ", matches: false }, { text: "leavers", matches: true }, { text: " process", matches: false }];
    expect(text(nearMatch(long))).toBe("… Criteria, and Related Controls of the leavers process");
  });
  it("stays as it is where the match is near, or where nothing is marked", () => {
    expect(nearMatch(page.snippet)).toEqual(page.snippet);
    const plain = [{ text: "x".repeat(80), matches: false }];
    expect(nearMatch(plain)).toEqual(plain);
  });
});

describe("the palette", () => {
  it("marks the words found and opens the page by keyboard", async () => {
    const onClose = vi.fn();
    const platform = fakePlatform({ session: () => session(), search: () => [vendor, page], page: () => ({ ...pageView(41), words: [{ text: "leavers’", rect: [72, 100, 110, 112], line_start: true }, { text: "access", rect: [114, 100, 150, 112], line_start: false }] }) });
    const { user, router } = await renderScreen(<SearchPalette opened onClose={onClose} onAdd={null} onKeys={() => undefined} />, platform);
    await user.type(await screen.findByRole("combobox"), "leavers");
    expect((await screen.findByText("leavers")).tagName).toBe("MARK");
    expect(platform.inputsOf("search").at(-1)).toEqual({ text: "leavers" });
    await user.keyboard("{ArrowDown}");
    // The preview's page carries the word found, and it alone.
    await waitFor(() => expect(document.querySelectorAll("aside i[style]")).toHaveLength(1));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.href).toBe("/documents/d-1?page=41"));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("does not search for one letter", async () => {
    const platform = fakePlatform({ session: () => session() });
    const { user } = await renderScreen(<SearchPalette opened onClose={() => undefined} onAdd={null} onKeys={() => undefined} />, platform);
    await user.type(await screen.findByRole("combobox"), "l");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(platform.inputsOf("search")).toEqual([]);
  });

  it("offers to add documents only to who may", async () => {
    await renderScreen(<SearchPalette opened onClose={() => undefined} onAdd={null} onKeys={() => undefined} />, fakePlatform({ session: () => session() }));
    await screen.findByRole("combobox");
    expect(screen.queryByText("Add documents")).toBeNull();
  });
});
