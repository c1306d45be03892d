//! Wording of results, responses and complementary controls: several variants for each statement (`practice.md` §10).

use super::{house::Listing, pools::Wordings};

pub(crate) const OFTEN: &[&str] = &["annually", "every quarter", "at least once a year", "semiannually", "each month"];

pub(crate) const CLEAN: Wordings = Wordings {
    usual: &[
        "No exceptions noted.",
        "No exceptions noted",
        "No deviations noted.",
        "No exception noted.",
        "No relevant exceptions noted.",
        "No exceptions were identified.",
        "Without exception.",
        "None noted.",
        "No exceptions were noted.",
        "No deviations were identified.",
    ],
    developed: &["Tested without exception.", "No testing exceptions identified."],
    held_out: &["No deviations were observed.", "No findings.", "Satisfactory."],
};

/// `{k}` deviating and `{m}` tested in digits, `{K}` and `{M}` in words (`{K}` begins a sentence), `{pop}` and `{dev}`.
pub(crate) const DEVIATION: Wordings = Wordings {
    usual: &[
        "Exception noted. {k} of {m} {pop} selected for testing {dev}.",
        "Exception noted: for {k} of the {m} {pop} sampled, we found that they {dev}.",
        "Deviation noted. {K} of the {m} {pop} tested {dev}.",
        "{k} out of {m} sampled {pop} {dev}.",
        "We noted that {kw} of {m} {pop} {dev}.",
        "Exceptions noted. {K} ({k}) of {m} {pop} in the sample {dev}.",
        "Exception identified: {k} of {mw} ({m}) {pop} {dev}.",
    ],
    developed: &["Of the {m} {pop} selected, {k} {dev}."],
    held_out: &[
        "For a sample of {m} {pop}, we noted that {k} {dev}.",
        "{k}/{m} {pop} {dev}.",
        "No exceptions noted except as follows: {k} of {m} {pop} {dev}.",
        "See deviation. {K} ({k}) {pop} out of a sample of {m} {dev}.",
    ],
};

pub(crate) const DID_NOT_OCCUR: Wordings = Wordings {
    usual: &[
        "The circumstances that would require the control did not occur during the period. No testing was performed.",
        "Not tested. There were no occurrences during the examination period.",
        "No instances occurred during the period; therefore, operating effectiveness could not be tested.",
        "The operation of the control did not occur during the period.",
    ],
    developed: &["N/A \u{2013} no such events during the period.", "Did not occur."],
    held_out: &[
        "Not applicable as no such events were identified.",
        "None occurred during the period.",
        "The event did not occur.",
        "Could not be tested as the event did not occur.",
    ],
};

pub(crate) const NOT_TESTED: &[&str] = &[
    "Not tested.",
    "Operating effectiveness was not tested by the service auditor.",
    "Not tested by the service auditor.",
];

pub(crate) const RESPONSE: &[&str] = &[
    "Management agrees with the finding. {fix}",
    "Management acknowledges this exception and has reviewed the affected items. {fix}",
    "We looked into the cause, which was a missed notification. {fix}",
    "The delay had no effect on customers. {fix}",
];

pub(crate) const FIX: &[&str] = &[
    "An automated reminder was introduced in the quarter that followed, and the owner confirms completion each week.",
    "The step is now part of the checklist, and the security team samples it every month.",
    "The tool was configured so that the step can no longer be skipped.",
];

/// Complementary user entity controls with criteria; said as something to be done.
pub(crate) const CUECS: &[(&str, &str)] = &[
    ("approving and removing the access of their own users to the system", "CC6.2"),
    ("keeping passwords and access keys confidential", "CC6.1"),
    ("notifying {org} of changes to their authorized contacts", "CC2.3"),
    ("reviewing the accounts of their users at regular intervals", "CC6.3"),
    ("configuring multi-factor authentication for their administrators", "CC6.1"),
    ("reporting suspected security incidents to {org} without delay", "CC7.3"),
    ("verifying the completeness and accuracy of data that they submit", "PI1.2"),
    ("protecting the workstations and networks from which the system is used", "CC6.6"),
    ("testing their own integrations before changes are put into use", "CC8.1"),
    ("keeping their own plans for continuity when the system is not available", "A1.3"),
];

/// Responsibilities on which no criterion depends.
pub(crate) const RESPONSIBILITIES: &[&str] = &[
    "reading the release notes that are published with each version",
    "paying invoices by the agreed date",
    "training their employees in the use of the system",
    "keeping contact details for billing current",
];

/// Complementary subservice organization controls with criteria.
pub(crate) const CSOCS: &[(&str, &str)] = &[
    ("Physical access to the data centers is restricted to authorized personnel.", "CC6.4"),
    ("Environmental protections such as fire suppression and standby power are maintained and tested.", "A1.2"),
    ("Access to the hypervisor and the underlying network is limited to staff who need it.", "CC6.1"),
    ("Storage media are destroyed securely at the end of their life.", "CC6.5"),
    ("Changes to the infrastructure are tested and approved before deployment.", "CC8.1"),
    ("Security events in the infrastructure are monitored, and customers are told of incidents.", "CC7.2"),
];

pub(crate) const INCIDENTS: &[&str] = &[
    "On {date}, an employee of {org} fell for a phishing message, and the account was used for two hours before it was disabled. No customer data was accessed.",
    "A misconfigured storage bucket exposed log files of {org} to the internet from {date} for three days. Affected customers were notified.",
];

const NUMBERS: [&str; 16] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
];

/// A number in words.
pub(crate) fn words(number: u32) -> String {
    match number {
        0..=15 => NUMBERS[number as usize].to_owned(),
        20 => "twenty".to_owned(),
        25 => "twenty-five".to_owned(),
        30 => "thirty".to_owned(),
        40 => "forty".to_owned(),
        other => other.to_string(),
    }
}

/// A text with its first letter in capitals.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text of a control as this house prints it, which is what a reader must find.
pub(crate) fn as_listed(listing: Listing, text: &str) -> String {
    match listing {
        Listing::Bullets => format!("{}.", capital(text)),
        Listing::Table => format!("User entities should have controls for {text}."),
        Listing::Numbers | Listing::Prose | Listing::Marks | Listing::Columns => {
            format!("User entities are responsible for {text}.")
        }
    }
}
