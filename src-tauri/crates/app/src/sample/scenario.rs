//! The year that the sample workspace tells, in the order of its days.

use super::{
    cast,
    plans::Plans,
    story::{Decided, Judged, Story},
};
use chrono::{Days, NaiveDate};
use countersign_contract::{
    Failure,
    wire::{
        ConditionInput, ExposureName, ImpactName, OutcomeName, OwnCompensationName, Paper, ResidualInput, RiskName,
        StepName,
    },
};
use countersign_domain::FactKey;

/// How many days ago the workspace was made.
pub(super) const BEGINS: u64 = 410;

/// Lets it all happen; `today` is the day on which the sample is made.
pub(super) fn tell(story: &Story, today: NaiveDate) -> Result<(), Failure> {
    let plans = Plans::new(today);
    let people = story.people;

    // A year ago: the first two vendors.
    let tidewrack = story.enter(&cast::TIDEWRACK)?;
    let hollowmere = story.enter(&cast::HOLLOWMERE)?;
    story.on(400, people.procurement)?;
    story.take_in(tidewrack, "Tidewrack_SOC2_Type2.pdf", plans.tidewrack_before.typeset())?;
    story.on(396, people.security)?;
    let first = story.decide(
        tidewrack,
        Decided::plain(
            OutcomeName::Approved,
            "The report covers the service that we buy and the whole year. No exceptions, unqualified opinion. Both subservice organizations are carved out; we hold their own reports through the vendor’s portal.",
        )
        .leaving(RiskName::Low, "A day without the instrument cloud delays a calibration; readings stay on the devices."),
    )?;
    story.print(first, Paper::A4)?;
    story.sign(first, people.security)?;
    story.on(390, people.procurement)?;
    story.step(tidewrack, StepName::Activate)?;
    story.on(375, people.procurement)?;
    story.take_in(hollowmere, "hollowmere-soc2-type2-final.pdf", plans.hollowmere.typeset())?;
    story.on(370, people.security)?;
    let mail = story.decide(
        hollowmere,
        Decided::plain(
            OutcomeName::Approved,
            "Security is the category that matters for sending invoices. No exceptions. Availability is not examined; a day without mail does no harm.",
        )
        .leaving(RiskName::Low, "An invoice that goes out a day late."),
    )?;
    story.sign(mail, people.security)?;
    story.on(366, people.procurement)?;
    story.step(hollowmere, StepName::Activate)?;

    // This year: payroll.
    let ospreyline = story.enter(&cast::OSPREYLINE)?;
    story.on(66, people.procurement)?;
    story.take_in(ospreyline, "Ospreyline Payroll SOC 2.pdf", plans.ospreyline.typeset())?;
    story.plan_to_leave(ospreyline, false)?;
    let bramblegate = story.enter(&cast::BRAMBLEGATE)?;
    story.on(59, people.security)?;
    let payroll = story.decide(
        ospreyline,
        Decided::plain(
            OutcomeName::Approved,
            "One exception in the comparison of totals; it was corrected before results were released, and we compare totals ourselves before every payment. Everything else without exceptions.",
        )
        .leaving(RiskName::Medium, "A wrong total that our own comparison before the payment misses too."),
    )?;
    story.print(payroll, Paper::A4)?;
    story.sign(payroll, people.security)?;
    story.follow(ospreyline, people.procurement, OWN_COMPARISON)?;
    let cobblewick = story.enter(&cast::COBBLEWICK)?;
    story.on(55, people.procurement)?;
    story.step(ospreyline, StepName::Activate)?;
    story.on(47, people.procurement)?;
    story.take_in(cobblewick, "Cobblewick SOC3.pdf", plans.cobblewick.typeset())?;

    // The yearly review of the instrument cloud.
    story.on(45, people.procurement)?;
    story.take_in(tidewrack, "Tidewrack_SOC2_Type2_new.pdf", plans.tidewrack.typeset())?;
    story.plan_to_leave(tidewrack, true)?;
    let saltmarrow = story.enter(&cast::SALTMARROW)?;
    story.on(38, people.security)?;
    let review = story.decide(tidewrack, instrument_cloud(story, today))?;
    story.print(review, Paper::A4)?;
    story.follow(tidewrack, people.security, LEAVER)?;
    story.on(33, people.procurement)?;
    story.take_in(saltmarrow, "MR-27-04418 certificate.pdf", plans.saltmarrow.typeset())?;

    // What is under way.
    let lintelbrook = story.enter(&cast::LINTELBROOK)?;
    story.on(25, people.security)?;
    story.take_in(bramblegate, "Bramblegate-SOC2-T2.pdf", plans.bramblegate.typeset())?;
    story.on(24, people.procurement)?;
    let (type_1, _) = story.receive("Lintelbrook SOC 2 Type 1.pdf", plans.lintelbrook.typeset())?;
    story.file(type_1, lintelbrook)?;
    story.step(lintelbrook, StepName::StartReview)?;
    story.confirm(type_1, &[FactKey::Kind, FactKey::ServiceOrganization, FactKey::AsOfDate])?;
    story.on(20, people.procurement)?;
    story.take_in(tidewrack, "Tidewrack bridge letter.pdf", plans.tidewrack_letter.typeset())?;
    story.on(17, people.security)?;
    let evidence = story.decide(
        bramblegate,
        Decided::plain(
            OutcomeName::MoreEvidence,
            "The opinion is qualified because rights were not reviewed for half a year, and rights are what this service is about. Asked for the records of the two reviews since, and for the list of people who can change directories.",
        ),
    )?;
    story.print(evidence, Paper::Letter)?;
    story.follow(bramblegate, people.security, RIGHTS)?;
    story.enter(&cast::QUERNSTONE)?;
    story.enter(&cast::THISTLECRANE)?;

    // What came in last and waits.
    story.on(2, people.procurement)?;
    story.receive("Gorsewind_Fleet_SOC2_Type2.pdf", plans.gorsewind.typeset())?;
    story.on(1, people.procurement)?;
    story.receive("Quernstone Analytics SOC 2 report.pdf", plans.quernstone.typeset())?;
    Ok(())
}

/// Totals are compared before every payment here too.
const OWN_COMPARISON: Judged = Judged {
    impact: ImpactName::Serious,
    exposure: ExposureName::Direct,
    own_compensation: OwnCompensationName::Full,
    answer_in: None,
};

/// An account that stayed open in the pipeline of the vendor, from where nobody reads our data.
const LEAVER: Judged = Judged {
    impact: ImpactName::Serious,
    exposure: ExposureName::Indirect,
    own_compensation: OwnCompensationName::None,
    answer_in: Some(20),
};

/// Rights are what the service is about.
const RIGHTS: Judged = Judged {
    impact: ImpactName::Severe,
    exposure: ExposureName::Direct,
    own_compensation: OwnCompensationName::None,
    answer_in: Some(10),
};

fn instrument_cloud(story: &Story, today: NaiveDate) -> Decided {
    let people = story.people;
    let due = |in_days| today + Days::new(in_days);
    Decided {
        outcome: OutcomeName::ApprovedWithConditions,
        reason: "Unqualified opinion over twelve months without a gap to the last report. One exception: an account of somebody who had left stayed open for six days. The vendor’s answer is credible, and nothing was done with the account. The controls that the report expects of us are not all in place.",
        residual: Some(ResidualInput {
            level: RiskName::Medium,
            words: "An account that stays open after somebody has left, until the console follows our own sign-in.".to_owned(),
        }),
        conditions: vec![
            ConditionInput {
                what: "Connect the instrument cloud’s console to our own sign-in, so that leavers lose access the same day (control assumed of user entities, CC6.1).".to_owned(),
                owner: people.security,
                due: due(24),
                before_go_live: false,
                rule: None,
                finding: None,
            },
            ConditionInput {
                what: "Get the vendor’s written confirmation that accounts in the pipeline now end with the main account.".to_owned(),
                owner: people.procurement,
                due: due(9),
                before_go_live: false,
                rule: None,
                finding: None,
            },
        ],
    }
}
