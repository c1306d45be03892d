import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Recognition, RecognisedPage, RecognisedWord } from "../contract/generated";
import { session, workspace } from "../testing/examples";
import { documentView } from "../testing/examples-document";
import { fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import type { Engine } from "./engine";
import { RecognitionNote } from "./RecognitionNote";
import { useRecogniser } from "./useRecogniser";

const word: RecognisedWord = { text: "Heron", box: [1, 2, 30, 12], confidence: 95, line: 0 };

/** The application's side: pages that are left, until they are delivered. */
function application(left: number[], may = workspace().may) {
  const state = { left, failed: [] as number[], stopped: false, delivered: [] as RecognisedPage[] };
  const list = (): Recognition[] =>
    state.left.length + state.failed.length === 0
      ? []
      : [{ document: "d-1", file_name: "scan.pdf", unread: left, left: [...state.left], failed: [...state.failed], pictures: left.length, done: left.length - state.left.length, stopped: state.stopped }];
  const platform = fakePlatform({
    session: () => session({ may }),
    recognition: list,
    recognition_picture: ({ page }) => ({ png: btoa(`page ${page}`), width: 850, height: 1100 }),
    recognition_deliver: (page) => {
      if (!state.left.includes(page.page)) fails({ code: "not_found", what: "page" });
      state.delivered.push(page);
      if (page.words === null) state.failed.push(page.page);
      state.left = state.left.filter((each) => each !== page.page);
      return {};
    },
    recognition_stop: () => {
      state.stopped = true;
      return {};
    },
    recognition_resume: () => ({}),
  });
  return { state, platform };
}

const recognise = vi.fn<Engine["recognise"]>();
const end = vi.fn();
const start = vi.fn(async (): Promise<Engine> => ({ recognise, end }));

beforeEach(() => {
  recognise.mockReset().mockResolvedValue([word]);
  end.mockReset();
  start.mockClear();
});

function Running() {
  useRecogniser(start);
  return null;
}

describe("the recogniser", () => {
  it("delivers one page after the other with one engine, and gives its memory back at the end", async () => {
    const { state, platform } = application([2, 3]);
    await renderScreen(<Running />, platform);
    await waitFor(() => expect(state.delivered.map(({ page }) => page)).toEqual([2, 3]));
    expect(state.delivered[0]).toEqual({ document: "d-1", page: 2, width: 850, height: 1100, words: [word] });
    expect(start).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(end).toHaveBeenCalled());
  });

  it("tells a page on which the engine broke, and starts another one for the next", async () => {
    const { state, platform } = application([2, 3]);
    recognise.mockRejectedValueOnce(new Error("out of memory"));
    await renderScreen(<Running />, platform);
    await waitFor(() => expect(state.delivered).toHaveLength(2));
    expect(state.delivered.map(({ words }) => words)).toEqual([null, [word]]);
    expect(start).toHaveBeenCalledTimes(2);
  });

  it("does nothing for somebody who may not add to what is read", async () => {
    const { state, platform } = application([2], []);
    await renderScreen(<Running />, platform);
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(state.delivered).toEqual([]);
    expect(start).not.toHaveBeenCalled();
  });

  it("stops in the middle of a page: the engine ends and its page is not delivered", async () => {
    const { state, platform } = application([2, 3]);
    let finish: (words: RecognisedWord[]) => void = () => undefined;
    recognise.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    const view = documentView({ unread_pages: [2, 3] });
    view.row = { ...view.row, id: "d-1" };
    const { user } = await renderScreen(<><Running /><ul><RecognitionNote document={view} /></ul></>, platform);
    await screen.findByText("Pages 2–3 are pictures of text: being read, 1 of 2");
    await waitFor(() => expect(recognise).toHaveBeenCalledTimes(1));
    await user.click(screen.getByRole("button", { name: "Stop" }));
    await screen.findByText(/reading was stopped after 0 of 2/);
    expect(end).toHaveBeenCalled();
    finish([word]);
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(state.delivered).toEqual([]);
  });
});
