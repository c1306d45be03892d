//! `CONTINUITY-EXIT` (`practice.md` §3.7 H2, §4.3, §6.8).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::ContinuityDemand,
    words,
};
use countersign_domain::register::LastDone;

pub(crate) const RULE: Rule = Rule {
    code: "CONTINUITY-EXIT",
    family: Family::Continuity,
    title: "There is a way out",
    help: Help {
        checks: "Whether there is a plan to leave the vendor, not older than the time between reviews; for a medium vendor, whether it is known how data is taken out. When the plan was last tried out is said beside it.",
        why: "Vendors fail, are bought, raise prices. Who has no plan stays whatever happens.",
        evidence: "A written exit plan with a day: where the data goes, who replaces the service, how long it takes.",
        resolve: "Write the plan with the business owner, or look through it again and record the day. Trying it out secures a vendor that nobody can replace, too.",
    },
    source: "practice.md §4.3, §6.8",
    questions: &["H2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let continuity = &case.snapshot.profile.continuity;
    match limits.continuity {
        ContinuityDemand::None => Ok(Ruling::not_applicable("This class asks for none")),
        ContinuityDemand::ExportKnown => Ok(match continuity.export_known {
            Some(true) => Ruling::pass("Data export known", "Known"),
            Some(false) => Ruling::fail("Data export known", "How data is taken out is not known")
                .ask(Ask::ours("Find out how our data is exported")),
            None => Ruling::missing("Data export known", "Nobody has answered")
                .ask(Ask::ours("Find out how our data is exported")),
        }),
        ContinuityDemand::ExitPlan | ContinuityDemand::ExitExportEscrow => {
            let every = u32::from(limits.review_months);
            let required = format!("Exit plan, looked at every {}", words::count(every.into(), "month"));
            let task = Ask::ours("Write the exit plan, or bring it up to date");
            Ok(match continuity.exit_plan {
                None => Ruling::missing(required, "Nobody has answered").ask(task),
                Some(LastDone::Never) => Ruling::fail(required, "None").ask(task),
                Some(LastDone::On(day)) => {
                    let tried = continuity.exit_test.map(|test| match test {
                        LastDone::Never => ", never tried out".to_owned(),
                        LastDone::On(day) => format!(", tried out on {}", words::date(day.get())),
                    });
                    let found = format!("Of {}{}", words::date(day.get()), tried.unwrap_or_default());
                    if case.today > months::add(day.get(), every) {
                        Ruling::warn(required, format!("{found}, not looked at since")).ask(task)
                    } else {
                        Ruling::pass(required, found)
                    }
                }
            })
        }
    }
}
