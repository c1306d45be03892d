import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../../testing/examples";
import { askedQuestion, reviewRow, reviewView } from "../../testing/examples-review";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { AssessView } from "./AssessView";

const first = askedQuestion({ id: "A1", suggested: "SOC 2", suggested_result: "pass", citations: [{ document: "d-1", page: 4 }] });
const second = askedQuestion({ id: "A2", kind: "text", choices: [], question: "How did it come?" });
const view = reviewView({ questions: [first, second] });
const reviewing = (more: Answers = {}) => fakePlatform({ session: () => session(), review: () => view, review_answer: () => view, ...more });

describe("a guided review", () => {
  it("accepts the suggestion with Enter and goes on to the next open question", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<AssessView review="r-1" />, platform);
    await screen.findByRole("article", { name: "Question A1" });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(platform.inputsOf("review_answer")).toEqual([{ review: "r-1", question: "A1", answer: { value: "SOC 2", result: "pass", note: "", citations: [{ document: "d-1", page: 4 }] } }]));
    expect(await screen.findByRole("article", { name: "Question A2" })).toBeTruthy();
  });

  it("keeps a note as it is typed, without being asked", async () => {
    const platform = reviewing();
    const { user } = await renderScreen(<AssessView review="r-1" question="A2" />, platform);
    await user.type(await screen.findByRole("textbox", { name: "Note" }), "By mail");
    await waitFor(() => expect(platform.inputsOf("review_answer").at(-1)).toMatchObject({ question: "A2", answer: { note: "By mail" } }));
  });

  it("brings the page in a narrow window when a place is asked for", async () => {
    const { user } = await renderScreen(<AssessView review="r-1" />, reviewing());
    const question = await screen.findByRole("region", { name: "Questions" });
    const shown = () => question.closest("[data-pane]")?.getAttribute("data-pane");
    expect(shown()).toBe("beside");
    await user.click(await screen.findByRole("button", { name: /Suggested answer.*page 4|page 4.*Suggested answer/i }));
    expect(shown()).toBe("page");
  });

  it("leads from a question to where its matter is followed up", async () => {
    const cuecs = askedQuestion({ id: "F3", step: "cuecs" });
    await renderScreen(<AssessView review="r-1" question="F3" />, reviewing({ review: () => reviewView({ questions: [first, cuecs] }) }));
    const link = await screen.findByRole("link", { name: "Open the CUEC workbook" });
    expect(link.getAttribute("href")).toMatch(/^\/vendors\/.+\?tab=cuecs$/);
  });

  it("changes nothing in a review that is finished", async () => {
    const platform = reviewing({ review: () => reviewView({ questions: [first, second], row: reviewRow({ state: "finished" }), open: [] }) });
    await renderScreen(<AssessView review="r-1" question="A2" />, platform);
    expect(await screen.findByRole("textbox", { name: "Note" })).toHaveProperty("disabled", true);
  });
});
