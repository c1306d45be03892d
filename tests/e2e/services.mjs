// A second service is bought of a vendor: its report is asked which services it covers, and each service is judged by itself.

const second = "Archive of old records";

/** Runs the steps; the sample workspace takes the place of the open one. */
export async function serviceSteps({ page, bridge, call, step, look }) {
  let vendor, first, report;

  /** A vendor in use with one service and a report. */
  const found = async () => {
    for (const row of await call("vendors", {})) {
      if (row.tier !== "critical" && row.tier !== "high") continue;
      const { services } = await call("register", { vendor: row.id });
      const { documents } = await call("vendor", { vendor: row.id });
      const held = documents.find(({ kind }) => kind === "soc2_type2");
      if (services.length === 1 && held) return [row, services[0].name, held];
    }
    throw new Error("the sample has a vendor with one service and a report");
  };

  await step("a report of a vendor with two services is asked which it covers", async () => {
    await call("workspace_sample", {});
    [vendor, first, report] = await found();
    const empty = { purpose: null, users: null, data: null, data_locations: null, access: null, integration: null, dependence: null, tolerable_outage: null, substitutability: null, regulated: null, feeds_financial_statements: null, sole_processor_of_customer_data: null, in_our_soc2: null, sla_relied_on: null, privacy_commitments_relied_on: null, ai_on_our_data: null, subprocessors: null };
    await call("register_save", { vendor: vendor.id, part: { part: "service", id: null, name: second, ...empty } });
    await page.goto(`${bridge.address}#/documents/${report.id}`);
    await page.reload();
    const question = page.getByRole("group", { name: "Which of our services does it cover?" });
    await question.waitFor();
    await look("services-asked");
    await page.goto(`${bridge.address}#/vendors/${vendor.id}?tab=documents`);
    await page.getByText(/^Nobody has said which of our services it covers/).first().waitFor();
    await look("services-documents");
    await page.getByRole("link", { name: report.file_name }).first().click();
    await question.waitFor();
    for (const box of await question.getByRole("checkbox").all()) await box.uncheck();
    await question.getByRole("checkbox", { name: first }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: `It covers ${first}` }).click();
    await question.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Covers our services / }).first().waitFor();
    await look("services-told");
  });

  await step("the policy check says for which service what holds, and asks for the one without a report", async () => {
    await page.goto(`${bridge.address}#/vendors/${vendor.id}?tab=policy`);
    const services = page.getByRole("list", { name: "By service" });
    await services.getByText(`For ${second}`).waitFor();
    await services.getByText(/No report counts/).waitFor();
    await page.getByText(new RegExp(`^for ${second}: your current SOC 2 Type 2`)).waitFor();
    await look("services-policy");
  });

  await step("the review says it at its head", async () => {
    const going = (await call("reviews", { vendor: vendor.id })).find(({ state }) => state !== "finished");
    const review = going?.id ?? (await call("review_start", { vendor: vendor.id, correction: null })).row.id;
    await page.goto(`${bridge.address}#/reviews/${review}`);
    await page.getByRole("list", { name: "By service, as the rules give" }).getByText(`For ${second}:`).waitFor();
    await look("services-review");
  });
}
