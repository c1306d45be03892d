//! The names of findings on the wire and in the domain, paired exhaustively.

use crate::names::{outward, pair};
use countersign_contract::wire as w;
use countersign_domain::finding as d;

outward!(severity_name: w::SeverityName, d::Severity { Low, Medium, High, Critical });
outward!(status_name: w::FindingStatusName, d::FindingStatus {
    Open, WithVendor, EvidenceReceived, Verified, Closed, Accepted, NotApplicable, Superseded,
});
outward!(step_name: w::FindingStepName, d::FindingStep {
    Ask, Receive, Verify, Close, Accept, NotApplicable, Supersede, Reopen,
});
pair!(impact_name, impact: w::ImpactName, d::Impact { Negligible, Limited, Serious, Severe });
pair!(exposure_name, exposure: w::ExposureName, d::Exposure { None, Indirect, Direct, MainBarrier });
pair!(extent_name, extent: w::ExtentName, d::Extent { Small, Partial, Large });
pair!(nature_name, nature: w::NatureName, d::Nature { Design, Operating, Evidence, Timing, Scope });
pair!(recurrence_name, recurrence: w::RecurrenceName, d::Recurrence { New, SameFamily, Repeat });
pair!(harm_name, harm: w::HarmName, d::Harm { Unknown, Happened, OnOurData });
pair!(own_compensation_name, own_compensation: w::OwnCompensationName, d::OwnCompensation { None, Partial, Full });
outward!(term_name: w::TermNameView, d::TermName {
    Extent, Nature, History, Harm, VendorCompensation, OwnCompensation, Response, FixVerified,
});

/// Gives what goes into a severity.
pub(super) fn inputs(of: &w::SeverityInputsView) -> d::SeverityInputs {
    d::SeverityInputs {
        impact: impact(of.impact),
        exposure: exposure(of.exposure),
        extent: extent(of.extent),
        nature: of.nature.map(nature),
        late_found_nothing: of.late_found_nothing,
        history: recurrence(of.history),
        harm: harm(of.harm),
        vendor_compensation: of.vendor_compensation,
        own_compensation: own_compensation(of.own_compensation),
        response: of.response.map(|it| d::Response { cause: it.cause, fix: it.fix, dated: it.dated, proof: it.proof }),
        fix_verified: of.fix_verified,
        opinion_modified: of.opinion_modified,
    }
}

/// Gives it on the wire.
pub(super) fn inputs_view(of: &d::SeverityInputs) -> w::SeverityInputsView {
    w::SeverityInputsView {
        impact: impact_name(of.impact),
        exposure: exposure_name(of.exposure),
        extent: extent_name(of.extent),
        nature: of.nature.map(nature_name),
        late_found_nothing: of.late_found_nothing,
        history: recurrence_name(of.history),
        harm: harm_name(of.harm),
        vendor_compensation: of.vendor_compensation,
        own_compensation: own_compensation_name(of.own_compensation),
        response: of.response.map(response_view),
        fix_verified: of.fix_verified,
        opinion_modified: of.opinion_modified,
    }
}

/// Gives the points of a response.
pub(super) const fn response_view(it: d::Response) -> w::ResponseView {
    w::ResponseView { cause: it.cause, fix: it.fix, dated: it.dated, proof: it.proof }
}
