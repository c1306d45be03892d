//! Of whom each figure is counted, and how; said wherever it is shown.

use super::Metric;

impl Metric {
    /// Of whom or what it is counted.
    pub const fn population(self) -> &'static str {
        match self {
            Self::AssuredShare => "vendors in use whose tier needs evidence",
            Self::CriticalAssuredShare => "critical vendors in use",
            Self::EvidenceAgeing | Self::UncoveredGap => "vendors in use with a dated SOC 2 report",
            Self::Expiring => "vendors in use whose tier needs evidence and whose evidence is dated",
            Self::OpinionMix => "vendors in use with an opinion in the report that counts",
            Self::CategoryCoverage => "vendors in use with a report, for whose data categories are needed",
            Self::ReliabilityMix | Self::FirmChecks => "vendors in use with a SOC 2 report that counts",
            Self::ReviewTimeliness => {
                "reviews of vendors in use that a decision set for a day of the last 12 months, unless a later one set another before"
            }
            Self::AssessmentCurrency => "vendors in use that have a tier",
            Self::CycleTime => "first decisions of the last 12 months on vendors that were entered before use",
            Self::EvidenceToDecision => "decisions of the last 12 months on vendors of which a document was held",
            Self::RequestResponse => "requests for evidence of the last 12 months that were answered",
            Self::DeviationRate => "approvals of the last 12 months",
            Self::Workload => "vendors in use that have a day for the next review",
            Self::ExceptionsPerReport => "reports that count, of vendors in use, whose tests were read",
            Self::RepeatRate => "exceptions of reports that count and have a predecessor",
            Self::OpenFindings | Self::ResidualRisk => {
                "recorded findings that are open, critical and high ones until they are closed, of vendors in use"
            }
            Self::TreatedOnTime => "recorded findings whose day was in the last 12 months, of vendors in use",
            Self::OverdueFindings => "recorded findings that are open and have a day, of vendors in use",
            Self::Acceptances => "risk acceptances that were not ended, of vendors in use",
            Self::Concentration => "critical and high vendors that are neither drafts nor left behind",
            Self::CarveOutCoverage => {
                "carved-out parties with our data, or of critical and high vendors where nobody has said"
            }
            Self::InventoryCompleteness => "names of the list of payables or sign-ons that was taken last, each once",
            Self::CuecCompletion => "CUECs of reports that count which apply to us, wholly or in part",
            Self::OnboardingIntegrity => "vendors that were entered before use and went live in the last 12 months",
            Self::ExitCompleteness => {
                "exits that ended in the last 12 months, once 30 days have passed or everything is proved"
            }
            Self::ContinuityCoverage => "critical vendors in use",
        }
    }

    /// How it is counted.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::AssuredShare | Self::CriticalAssuredShare => {
                "Vendors with evidence that their tier accepts and that has not run out ÷ vendors counted"
            }
            Self::EvidenceAgeing => {
                "Full months from the end of the period, or the date of a Type 1, to the day: under 6, 6 to 8, 9 to 11, 12 to 14, 15 and more"
            }
            Self::Expiring => {
                "Vendors whose evidence runs out within 30, 60 and 90 days of the day; those that ran out before stand apart"
            }
            Self::UncoveredGap => {
                "Full months since report and letters cover without a break: mean and longest; over the limit of the tier is counted"
            }
            Self::OpinionMix => "Reports by the auditor's opinion",
            Self::CategoryCoverage => {
                "Reports that cover every category that is needed ÷ reports of which one is needed"
            }
            Self::ReliabilityMix => {
                "Reports by their score of the reliability worksheet, with the limits of the policy in force"
            }
            Self::FirmChecks => "Reports whose firm was looked up in the 12 months before the day ÷ reports",
            Self::ReviewTimeliness => {
                "Reviews finished after the decision that set the day and by that day ÷ reviews that fell due"
            }
            Self::AssessmentCurrency => {
                "Vendors whose last full review is not older than the cycle of their tier ÷ vendors with a tier"
            }
            Self::CycleTime => {
                "Days from intake to the first decision: median and 90th percentile (nearest rank), by tier; days of waiting for the vendor stand apart"
            }
            Self::EvidenceToDecision => {
                "Days from the last document received by the day of the decision to the decision: median and 90th percentile (nearest rank), by tier"
            }
            Self::RequestResponse => {
                "Days from the request for evidence to the first document of the vendor received after it: median and 90th percentile"
            }
            Self::DeviationRate => "Approvals on whose day a signed deviation was in force ÷ approvals",
            Self::Workload => "Reviews by the month in which they are due; what is past its day counts in the first",
            Self::ExceptionsPerReport => {
                "Exceptions ÷ reports; by family of criteria, where one of several families counts in each; share with a response of 3 or more of 4 points"
            }
            Self::RepeatRate => "Exceptions of a control that had one in the report before ÷ exceptions counted",
            Self::OpenFindings => "Findings by severity and by days since they were recorded; mean of these days",
            Self::TreatedOnTime => {
                "Findings treated or accepted by their day and not open again ÷ findings whose day came"
            }
            Self::OverdueFindings => "Findings whose day is before the day ÷ findings with a day",
            Self::Acceptances => {
                "Acceptances in force, those that end within 60 days, and those that hold no longer and were not renewed while the finding is open"
            }
            Self::ResidualRisk => {
                "Sum over vendors of the weight of the tier (critical 8, high 4, medium 2, low 1) × the sum of the weights of open severities (8, 4, 2, 1)"
            }
            Self::Concentration => {
                "Vendors that rest on the party on which most of them rest ÷ vendors counted; Herfindahl index: Σ share², a party's share is its part of all dependences"
            }
            Self::CarveOutCoverage => {
                "Dependences with a current report of the party that is held and reviewed, or with monitoring that was tested clean ÷ dependences that matter"
            }
            Self::InventoryCompleteness => "Names of the list that are of a vendor in the register ÷ names of the list",
            Self::CuecCompletion => {
                "CUECs implemented ÷ CUECs that apply; weighted: each counts with the weight of the vendor's tier (8, 4, 2, 1)"
            }
            Self::OnboardingIntegrity => {
                "Vendors approved on or before the day on which they went live ÷ vendors that went live"
            }
            Self::ExitCompleteness => {
                "Exits with every mandatory item but the check after the exit proved by the 30th day after the end ÷ exits"
            }
            Self::ContinuityCoverage => {
                "Critical vendors of which the plan to leave was tried out, an export of our data tested, or the deposit in escrow verified, in the 12 months before the day ÷ critical vendors"
            }
        }
    }
}
