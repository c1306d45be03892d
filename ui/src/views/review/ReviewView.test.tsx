import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DocumentView, JudgeFact } from "../../contract/generated";
import { pauseMs } from "../../fact/useFactDraft";
import { session } from "../../testing/examples";
import { documentView, pageView } from "../../testing/examples-document";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { heldPauses } from "../../testing/pauses";
import { renderScreen } from "../../testing/render";
import { ReviewView } from "./ReviewView";

/** An application that remembers judgements. */
function reviewing(more: Answers = {}) {
  let view: DocumentView = documentView();
  const judge = ({ key, verdict, reason }: JudgeFact): DocumentView => {
    const by = { by: "Mara Lindqvist", at: "2026-03-17T09:00:00Z" };
    view = {
      ...view,
      facts: view.facts.map((fact) => {
        if (fact.key !== key) return fact;
        switch (verdict.verdict) {
          case "confirm":
            return { ...fact, standing: { standing: "confirmed", ...by } };
          case "correct":
            return { ...fact, value: verdict.value, standing: { standing: "corrected", ...by, reason } };
          case "reject":
            return { ...fact, value: null, standing: { standing: "rejected", ...by, reason } };
          case "keep":
            return { ...fact, differs: false, standing: { standing: "corrected", ...by, reason } };
          case "withdraw":
            return { ...fact, value: fact.read, standing: { standing: "open" } };
        }
      }),
    };
    return view;
  };
  return fakePlatform({ session: () => session(), document: () => view, page: ({ page }) => pageView(page), fact_judge: judge, fact_draft: () => null, fact_draft_keep: () => ({}), ...more });
}

/** The line of a fact; its page chips are buttons too, named "… : stated on page 5". */
const line = (name: string) => within(screen.getByRole("list", { name: "Facts" })).getByRole("button", { name: new RegExp(`^${name}(?!:)`) });

describe("reviewing by keyboard", () => {
  it("confirms with Enter and goes on to the next open fact", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    expect(await screen.findByText("0")).toBeTruthy();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(line("Report date").getAttribute("aria-current")).toBe("true"));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(line("Auditor’s place").getAttribute("aria-current")).toBe("true"));
    expect(platform.inputsOf("fact_judge").map(({ key, verdict }) => `${key} ${verdict.verdict}`)).toEqual(["opinion confirm", "report_date confirm"]);
    expect(screen.getByRole("progressbar", { name: "Facts checked" }).getAttribute("aria-valuenow")).toBe("2");
  });

  it("walks with J and K without judging, and stops at the ends", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await screen.findByRole("list", { name: "Facts" });
    await user.keyboard("jjjk");
    expect(line("Report date").getAttribute("aria-current")).toBe("true");
    expect(platform.inputsOf("fact_judge")).toEqual([]);
  });

  it("shows the page of the fact, and its next citation with ]", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    const number = await screen.findByRole("textbox", { name: "Page, of 62" });
    expect(number).toHaveProperty("value", "5");
    await user.keyboard("]]");
    // Typed twice: the second turn comes round to the first citation again.
    expect(screen.getByRole("textbox", { name: "Page, of 62" })).toHaveProperty("value", "5");
    await user.keyboard("]");
    expect(screen.getByRole("textbox", { name: "Page, of 62" })).toHaveProperty("value", "8");
  });

  it("takes a judgement back with U", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await screen.findByRole("list", { name: "Facts" });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(line("Report date").getAttribute("aria-current")).toBe("true"));
    await user.keyboard("ku");
    await waitFor(() => expect(platform.inputsOf("fact_judge").at(-1)).toMatchObject({ key: "opinion", verdict: { verdict: "withdraw" } }));
  });
});

describe("the two panes", () => {
  it("change with F6, and the keyboard goes with the walk", async () => {
    const { user } = await renderScreen(<ReviewView document="d-1" />, reviewing());
    await screen.findByRole("list", { name: "Facts" });
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(line("Opinion"));
    await user.keyboard("j");
    expect(document.activeElement).toBe(line("Report date"));
    await user.keyboard("{F6}");
    expect(document.activeElement).toBe(screen.getByRole("group", { name: "Page 6 of 62" }));
  });
});

describe("correcting", () => {
  it("enters what is not stated, and sends the reason with it", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    await user.type(await screen.findByRole("textbox", { name: "Auditor’s place" }), "Denver, Colorado");
    await user.type(screen.getByRole("textbox", { name: "Why" }), "stands on page 6{Enter}");
    await waitFor(() => expect(platform.inputsOf("fact_judge")).toEqual([{ document: "d-1", key: "auditor_location", verdict: { verdict: "correct", value: { form: "text", text: "Denver, Colorado" } }, cite: [], reason: "stands on page 6" }]));
  });

  it("sends no empty value and says so at the field", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    await user.click(await screen.findByRole("button", { name: "Save correction" }));
    expect(screen.getByText("Enter a value, or cancel.")).toBeTruthy();
    expect(platform.inputsOf("fact_judge")).toEqual([]);
  });

  it("keeps the editor open with what the application found wrong", async () => {
    const platform = reviewing({ fact_judge: () => fails({ code: "invalid", field: "value", problem: { problem: "too_long", limit: 200 } }) });
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    await user.type(await screen.findByRole("textbox", { name: "Auditor’s place" }), "x{Enter}");
    expect(await screen.findByText("Too long, most characters: 200")).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "Auditor’s place" })).toHaveProperty("value", "x");
  });

  it("offers the choices of the fact and no others", async () => {
    const { user } = await renderScreen(<ReviewView document="d-1" />, reviewing());
    await screen.findByRole("list", { name: "Facts" });
    await user.keyboard("e");
    const choices = within(await screen.findByRole("form", { name: "Correct: Opinion" })).getByRole("radiogroup", { name: "Opinion" });
    expect(within(choices).getAllByRole("radio").map((each) => each.getAttribute("value"))).toEqual(["unqualified", "qualified", "adverse", "disclaimer"]);
  });
});

describe("what is typed of a correction", () => {
  const place = { name: "Auditor’s place" };
  const typed = { text: "Denv", date: null, choice: null, choices: [], reason: "" };

  it("is kept when the person walks away, and stands there again", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    await user.type(await screen.findByRole("textbox", place), "Denv");
    // Another fact: the editor is gone at once, before the pause that usually keeps it.
    await user.click(line("Report date"));
    await waitFor(() => expect(platform.inputsOf("fact_draft_keep")).toEqual([{ document: "d-1", key: "auditor_location", draft: typed }]));
  });

  it("opens the editor where it was left", async () => {
    const { user } = await renderScreen(<ReviewView document="d-1" />, reviewing({ fact_draft: ({ key }) => (key === "auditor_location" ? typed : null) }));
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    expect(await screen.findByRole("textbox", place)).toHaveProperty("value", "Denv");
  });

  it("is thrown away by cancelling, and left to the judgement by saving", async () => {
    const pause = heldPauses(pauseMs);
    const platform = reviewing();
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await waitFor(() => line("Auditor’s place")));
    await user.keyboard("e");
    await user.type(await screen.findByRole("textbox", place), "D");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    pause.end();
    expect(platform.inputsOf("fact_draft_keep")).toEqual([{ document: "d-1", key: "auditor_location", draft: null }]);
    await user.keyboard("e");
    await user.type(await screen.findByRole("textbox", place), "Denver{Enter}");
    await waitFor(() => expect(platform.inputsOf("fact_judge")).toHaveLength(1));
    pause.end();
    expect(platform.inputsOf("fact_draft_keep")).toHaveLength(1);
  });
});

describe("confirming in one go", () => {
  it("confirms what is stated, and says how many; what is not stated stays open", async () => {
    const platform = reviewing({ facts_confirm: () => documentView() });
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Confirm 2 stated facts" }));
    expect(platform.inputsOf("facts_confirm")).toEqual([{ document: "d-1" }]);
    expect(await screen.findByText("2 stated facts confirmed")).toBeTruthy();
  });
});

describe("without the right to judge", () => {
  it("shows everything and offers nothing that would fail", async () => {
    const platform = reviewing({ session: () => session({ may: [] }) });
    const { user } = await renderScreen(<ReviewView document="d-1" />, platform);
    expect(await screen.findByRole("button", { name: /Confirm “Unqualified”/ })).toHaveProperty("disabled", true);
    await user.keyboard("{Enter}e");
    expect(platform.inputsOf("fact_judge")).toEqual([]);
    expect(screen.queryByRole("button", { name: "Save correction" })).toBeNull();
  });
});
