import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DocumentView, Inbox } from "../../contract/generated";
import { session } from "../../testing/examples";
import { documentRow, documentView, pageView } from "../../testing/examples-document";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { InboxView } from "./InboxView";

function received(view: DocumentView, more: Answers = {}, jobs: Inbox["jobs"] = []) {
  let filed = false;
  return fakePlatform({
    session: () => session(),
    inbox: () => ({ jobs, waiting: filed ? [] : [view.row], set_aside: [], read_by_older: 0 }),
    document: () => view,
    page: ({ page }) => pageView(page),
    facts_confirm: () => ({ ...view, row: { ...view.row, open_facts: 0 } }),
    document_file: () => {
      filed = true;
      return { ...view, vendor_name: "Brightwick Signing" };
    },
    document_return: () => view,
    ...more,
  });
}

describe("confirm and file", () => {
  it("confirms what is open and files with the suggested vendor in one go", async () => {
    const platform = received(documentView({ suggestions: [{ vendor: "v-7", name: "Brightwick Signing", why: "name" }] }));
    const { user } = await renderScreen(<InboxView />, platform);
    expect(await screen.findByText("name agrees")).toBeTruthy();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/filed with Brightwick Signing/);
    expect(platform.calls.filter(({ name }) => name === "facts_confirm" || name === "document_file")).toEqual([
      { name: "facts_confirm", input: { document: "d-1" } },
      { name: "document_file", input: { document: "d-1", vendor: { target: "existing", vendor: "v-7" } } },
    ]);
  });

  it("enters a new vendor where none is suggested, and says so before", async () => {
    const platform = received(documentView());
    const { user } = await renderScreen(<InboxView />, platform);
    expect(await screen.findByText("new in the register")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /Confirm and file/ }));
    await waitFor(() => expect(platform.inputsOf("document_file")).toEqual([{ document: "d-1", vendor: { target: "new", name: "Brightwick Signing Ltd" } }]));
  });

  it("offers the vendor that is there where the new name is taken", async () => {
    let tries = 0;
    const platform = received(documentView(), {
      document_file: () => {
        tries += 1;
        return tries === 1 ? fails({ code: "vendor_exists", vendor: "v-9", name: "Brightwick Signing Ltd" }) : documentView();
      },
    });
    const { user } = await renderScreen(<InboxView />, platform);
    await user.click(await screen.findByRole("button", { name: /Confirm and file/ }));
    await user.click(await screen.findByRole("button", { name: "File with it" }));
    await waitFor(() => expect(platform.inputsOf("document_file").at(-1)).toEqual({ document: "d-1", vendor: { target: "existing", vendor: "v-9" } }));
  });

  it("can be undone", async () => {
    const platform = received(documentView());
    const { user } = await renderScreen(<InboxView />, platform);
    await user.click(await screen.findByRole("button", { name: /Confirm and file/ }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("inbox_take_back")).toEqual([{ documents: [{ document: "d-1", facts: ["opinion", "report_date"] }] }]));
    expect(platform.inputsOf("document_return")).toEqual([]);
  });

  it("only files where the person may not judge facts", async () => {
    const platform = received(documentView(), { session: () => session({ may: ["keep_documents"] }) });
    const { user } = await renderScreen(<InboxView />, platform);
    await user.click(await screen.findByRole("button", { name: /^File/ }));
    await waitFor(() => expect(platform.inputsOf("document_file")).toHaveLength(1));
    expect(platform.inputsOf("facts_confirm")).toEqual([]);
  });
});

describe("documents about which nothing is in doubt", () => {
  const ready = [{ document: "d-1", vendor: "v-7", vendor_name: "Brightwick Signing" }];
  const answers: Answers = { inbox_ready: () => ready, inbox_confirm: ({ documents }) => ({ filed: documents.map((document) => ({ document, facts: ["opinion"] })) }), inbox_take_back: () => ({}) };

  it("are told apart, confirmed and filed in one go, and that can be undone", async () => {
    const platform = received(documentView(), answers);
    const { user } = await renderScreen(<InboxView />, platform);
    expect(await screen.findByText("All agree")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Confirm 1 ready" }));
    await screen.findByText("1 document confirmed and filed");
    expect(platform.inputsOf("inbox_confirm")).toEqual([{ documents: ["d-1"] }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("inbox_take_back")).toEqual([{ documents: [{ document: "d-1", facts: ["opinion"] }] }]));
  });

  it("are not offered to who may not judge what they say", async () => {
    await renderScreen(<InboxView />, received(documentView(), { ...answers, session: () => session({ may: ["keep_documents"] }) }));
    expect(await screen.findByText("All agree")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Confirm 1 ready" })).toBeNull();
  });
});

describe("files on their way", () => {
  it("says in plain words why a file was not taken, and what is there already", async () => {
    const platform = received(documentView(), {}, [
      { job: "j-1", file_name: "badge.png", again: null, state: { state: "refused", reason: "not_a_pdf" } },
      { job: "j-2", file_name: "again.pdf", again: null, state: { state: "duplicate", document: "d-5", file_name: "first.pdf", received_at: "2026-01-12T09:00:00Z", received_by: "Elif Demir", filing: { filing: "filed", vendor: "v-3", name: "Quill Ltd" } } },
      { job: "j-3", file_name: "long.pdf", again: null, state: { state: "reading", done: 41, total: 118 } },
    ]);
    await renderScreen(<InboxView />, platform);
    expect(await screen.findByText(/This is no PDF/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "first.pdf" }).getAttribute("href")).toBe("/documents/d-5");
    expect(screen.getByText(/It is filed with Quill Ltd/)).toBeTruthy();
    expect(screen.getByText("page 41 of 118")).toBeTruthy();
  });

  it("follows the reading without asking for the inbox again", async () => {
    const job = { job: "j-3", file_name: "long.pdf", again: null, state: { state: "reading", done: 1, total: 0 } } as const;
    const platform = received(documentView(), { job_cancel: () => ({}) }, [job]);
    const { user } = await renderScreen(<InboxView />, platform);
    expect(await screen.findByText("opening")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(platform.inputsOf("job_cancel")).toEqual([{ job: "j-3" }]);
  });
});

describe("an empty inbox", () => {
  it("teaches and has the one button to start", async () => {
    const platform = fakePlatform({ session: () => session(), inbox: () => ({ jobs: [], waiting: [], set_aside: [], read_by_older: 0 }), documents_choose: () => ({ files: 1 }) });
    const { user } = await renderScreen(<InboxView />, platform);
    await user.click(await screen.findByRole("button", { name: "Add documents" }));
    expect(platform.inputsOf("documents_choose")).toEqual([{ vendor: null }]);
  });
});

describe("the list", () => {
  it("shows the document that the address names", async () => {
    const other = documentRow({ id: "d-2", file_name: "other.pdf", organization: "Quill Ltd" });
    const platform = received(documentView(), { inbox: () => ({ jobs: [], waiting: [documentRow(), other], set_aside: [], read_by_older: 0 }), document: ({ document }) => documentView({ row: document === "d-2" ? other : documentRow() }) });
    await renderScreen(<InboxView document="d-2" />, platform);
    expect(await screen.findByRole("heading", { name: "Quill Ltd, SOC 2 Type 2" })).toBeTruthy();
  });
});

describe("what is no evidence", () => {
  it("is set aside, shows the next that waits, and can be taken back", async () => {
    const [first, second] = [documentRow({ id: "d-1" }), documentRow({ id: "d-2", file_name: "other.pdf", organization: "Quill Ltd" })];
    let aside = false;
    const platform = received(documentView(), {
      inbox: () => (aside ? { jobs: [], waiting: [second], set_aside: [first], read_by_older: 0 } : { jobs: [], waiting: [first, second], set_aside: [], read_by_older: 0 }),
      document: ({ document }) => documentView({ row: document === "d-2" ? second : first, set_aside: aside && document === "d-1" }),
      document_set_aside: () => {
        aside = true;
        return documentView({ set_aside: true });
      },
    });
    const { user, router } = await renderScreen(<InboxView document="d-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Not evidence" }));
    await waitFor(() => expect(router.state.location.search).toEqual({ document: "d-2" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("document_return")).toEqual([{ document: "d-1" }]));
  });
});
