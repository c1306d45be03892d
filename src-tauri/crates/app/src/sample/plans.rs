//! The documents of the sample, with dates relative to today so that they are never out of date.

use super::{
    companies as c,
    past::{month_end, period_start},
    report::{CertificatePlan, CityStands, Company, Deviation, Firm, LetterPlan, Modification, ReportPlan, Span},
};
use chrono::{Days, NaiveDate};
use countersign_domain::Category::{self, Availability, Confidentiality, ProcessingIntegrity, Security};

/// The documents.
pub(super) struct Plans {
    /// Tidewrack, the period before.
    pub(super) tidewrack_before: ReportPlan,
    /// Tidewrack, the newest: the long one, with an exception.
    pub(super) tidewrack: ReportPlan,
    /// Tidewrack, the time after it.
    pub(super) tidewrack_letter: LetterPlan,
    /// Hollowmere, older than the limit of its class.
    pub(super) hollowmere: ReportPlan,
    /// Ospreyline, whose auditor's city stands only on the cover.
    pub(super) ospreyline: ReportPlan,
    /// Bramblegate, with a qualified opinion.
    pub(super) bramblegate: ReportPlan,
    /// Lintelbrook, a Type 1.
    pub(super) lintelbrook: ReportPlan,
    /// Cobblewick, a SOC 3.
    pub(super) cobblewick: ReportPlan,
    /// Saltmarrow, a certificate.
    pub(super) saltmarrow: CertificatePlan,
    /// Quernstone, which contradicts itself and waits in the inbox.
    pub(super) quernstone: ReportPlan,
    /// Gorsewind, of which nobody knows; waits in the inbox.
    pub(super) gorsewind: ReportPlan,
}

/// A clean report on twelve months.
fn clean(
    company: &'static Company,
    firm: Firm,
    end: NaiveDate,
    issued_after: u64,
    categories: &[Category],
) -> ReportPlan {
    ReportPlan {
        company,
        firm,
        city_stands: CityStands::AtSignature,
        span: Span::Period(period_start(end, 12), end),
        dated: end + Days::new(issued_after),
        categories: categories.to_vec(),
        deviations: Vec::new(),
        modification: None,
        variation: u64::from(company.founded.unsigned_abs()),
        slip_on_cover: None,
    }
}

impl Plans {
    /// Plans the documents as of a day.
    pub(super) fn new(today: NaiveDate) -> Self {
        let end = |months_ago| month_end(today, months_ago);
        let all_three = [Security, Availability, Confidentiality];
        let (tidewrack_end, bridged) = (end(4), end(2));
        let tidewrack = ReportPlan {
            deviations: vec![LATE_REMOVAL],
            ..clean(&c::TIDEWRACK, c::THORNBURY, tidewrack_end, 38, &all_three)
        };
        let tidewrack_letter = LetterPlan {
            company: &c::TIDEWRACK,
            firm: c::THORNBURY,
            report: (period_start(tidewrack_end, 12), tidewrack_end),
            bridges: (tidewrack_end + Days::new(1), bridged),
            dated: bridged + Days::new(4),
        };
        let lintelbrook_day = end(3);
        let cobblewick_end = end(6);
        let quernstone_end = end(2);
        Self {
            tidewrack_before: ReportPlan {
                variation: 3,
                ..clean(&c::TIDEWRACK, c::THORNBURY, end(16), 41, &all_three)
            },
            tidewrack,
            tidewrack_letter,
            hollowmere: clean(&c::HOLLOWMERE, c::PELLWORTH, end(15), 44, &[Security]),
            ospreyline: ReportPlan {
                city_stands: CityStands::OnCover,
                deviations: vec![UNREAD_DIFFERENCE],
                ..clean(&c::OSPREYLINE, c::VESSEY, end(5), 50, &[Security, ProcessingIntegrity, Confidentiality])
            },
            bramblegate: ReportPlan {
                deviations: vec![NO_REVIEW, LATE_REVIEW_OF_SUPPLIER],
                modification: Some(NO_REVIEWS),
                ..clean(&c::BRAMBLEGATE, c::PELLWORTH, end(3), 30, &[Security, Availability])
            },
            lintelbrook: ReportPlan {
                span: Span::AsOf(lintelbrook_day),
                ..clean(&c::LINTELBROOK, c::VESSEY, lintelbrook_day, 28, &[Security, Confidentiality])
            },
            cobblewick: ReportPlan {
                span: Span::General(period_start(cobblewick_end, 12), cobblewick_end),
                ..clean(&c::COBBLEWICK, c::THORNBURY, cobblewick_end, 60, &[Security, Confidentiality])
            },
            saltmarrow: CertificatePlan {
                company: &c::SALTMARROW,
                body: c::MARRAM,
                number: "MR-27-04418",
                given: end(9),
                ends: end(9) + chrono::Months::new(36),
            },
            quernstone: ReportPlan {
                span: Span::Period(period_start(quernstone_end, 6), quernstone_end),
                slip_on_cover: Some(end(3)),
                ..clean(&c::QUERNSTONE, c::VESSEY, quernstone_end, 22, &[Security, Availability])
            },
            gorsewind: ReportPlan {
                span: Span::Period(period_start(end(4), 6), end(4)),
                ..clean(&c::GORSEWIND, c::PELLWORTH, end(4), 45, &[Security])
            },
        }
    }
}

const LATE_REMOVAL: Deviation = Deviation {
    control: "CC6.2-2",
    found: "Of {n} people who left, one kept an account in the deployment pipeline for six working days after the last working day. The account was not used during that time.",
    answer: "The pipeline was not connected to the identity provider, and its accounts were closed by hand. It has been connected since the month after the finding, so that an account there ends with the main account. We went through all accounts in the pipeline and found no other of this kind.",
};

const UNREAD_DIFFERENCE: Deviation = Deviation {
    control: "PI1.3-1",
    found: "Of {n} runs, the comparison of totals had not stopped one with a difference of three records; the difference was corrected on the next day, before results were released.",
    answer: "The rule left out records that arrive while a run is being prepared. It counts them now, and a test in the pipeline covers the case. All runs of the quarter were compared again; there was no other difference.",
};

const NO_REVIEW: Deviation = Deviation {
    control: "CC6.3-1",
    found: "No review of rights took place in the second and third quarters. In the review of the fourth quarter, nine rights were found that were no longer needed; five of them allowed changing customers’ directories.",
    answer: "The person who led the reviews left, and the duty was not handed over. Reviews are now planned in the ticket system with two owners. The review after the period ended was done on time.",
};

const LATE_REVIEW_OF_SUPPLIER: Deviation = Deviation {
    control: "CC9.2-1",
    found: "For 2 of {n} suppliers, the yearly review was carried out three and five weeks late.",
    answer: "Both reviews have been done and led to nothing. A reminder now goes to the owner’s lead as well.",
};

const NO_REVIEWS: Modification = Modification {
    criterion: "CC6.3",
    matter: "{short} states in its description that owners of systems review every quarter who has which rights, and remove rights that are no longer needed (control CC6.3-1). The reviews of two quarters were not carried out, and rights to change customers’ directories stayed with people who no longer needed them. As a result, controls did not operate effectively during these two quarters to provide reasonable assurance that {short}’s service commitments and system requirements were achieved based on criterion CC6.3, by which access follows roles, least privilege, and separation of duties.",
};
