import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { person, session } from "../testing/examples";
import { fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { initials } from "./Avatar";
import { PeopleTable } from "./PeopleTable";

const mara = person();
const ida = person({ id: "p-2", name: "Ida Holm", title: "Security engineer", roles: ["security_owner"], may: ["judge_facts", "decide"] });

describe("initials", () => {
  it.each([["Mara Lindqvist", "ML"], ["Ana María de la Cruz", "AC"], ["Cher", "C"], ["  ", ""], ["Ödön von Horváth", "ÖH"]])("of %j are %s", (name, letters) => expect(initials(name)).toBe(letters));
});

describe("people", () => {
  it("show who may do what, as the application says", async () => {
    await renderScreen(<PeopleTable people={[mara, ida]} />, fakePlatform({ session: () => session() }));
    const row = screen.getByRole("row", { name: /Ida Holm/ });
    expect(within(row).getByRole("img", { name: "May record decisions and make packets" })).toBeDefined();
    expect(within(row).getByRole("img", { name: "May not enter and change vendors" })).toBeDefined();
  });

  it("let another person act", async () => {
    const platform = fakePlatform({ session: () => session(), actor_set: () => session() });
    const { user } = await renderScreen(<PeopleTable people={[mara, ida]} />, platform);
    await user.click(screen.getByRole("button", { name: "Act as Ida Holm" }));
    expect(platform.inputsOf("actor_set")).toEqual([{ person: "p-2" }]);
  });

  it("are changed with all their roles, and the last administrator stays", async () => {
    const platform = fakePlatform({ session: () => session(), person_save: () => fails({ code: "invalid", field: "roles", problem: { problem: "last_administrator" } }) });
    const { user } = await renderScreen(<PeopleTable people={[mara, ida]} />, platform);
    await user.click(screen.getByRole("button", { name: "Change Ida Holm" }));
    await user.click(await screen.findByRole("checkbox", { name: /Reviewer/ }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(platform.inputsOf("person_save")).toEqual([{ id: "p-2", name: "Ida Holm", title: "Security engineer", roles: ["reviewer", "security_owner"], active: true }]);
    expect(await screen.findByText(/One active administrator must stay/)).toBeDefined();
  });

  it("lead the keyboard to the field that was refused", async () => {
    const platform = fakePlatform({ session: () => session(), person_save: () => fails({ code: "invalid", field: "name", problem: { problem: "wrong_form" } }) });
    const { user } = await renderScreen(<PeopleTable people={[mara, ida]} />, platform);
    await user.click(screen.getByRole("button", { name: "Change Ida Holm" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" })));
  });

  it("cannot be changed by who may not", async () => {
    await renderScreen(<PeopleTable people={[mara, ida]} />, fakePlatform({ session: () => session({ may: [] }) }));
    expect(screen.getByRole("button", { name: "New person" })).toHaveProperty("disabled", true);
  });
});
