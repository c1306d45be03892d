//! Controls of the company as a whole: CC1 to CC5.

use super::{Control, control};

pub(super) const CONTROLS: &[Control] = &[
    control(
        "CC1.1-1",
        "Everyone who joins {short} signs the code of conduct before the first working day and confirms it each January.",
        &[
            "For a sample of {n} people who joined during the period, inspected the signed code of conduct and compared its date with the first working day.",
            "Inspected the list of confirmations of January for people who had not confirmed.",
        ],
    ),
    control(
        "CC1.1-2",
        "A breach of the code of conduct is looked into by the head of people within ten working days and recorded with its outcome.",
        &["Inspected the register of breaches and, for each entry of the period, the record of the inquiry."],
    ),
    control(
        "CC1.2-1",
        "The board discusses the quarterly report on security and availability; questions and decisions stand in its minutes.",
        &["Inspected the minutes and the report for two of the four quarters."],
    ),
    control(
        "CC1.3-1",
        "The organization chart and the matrix of responsibilities are brought up to date by the head of people after each change of structure and at least every half year.",
        &["Inspected both versions of the period and compared them with the payroll’s list of leaders."],
    ),
    control(
        "CC1.4-1",
        "Candidates for roles with access to production are checked against references and, where the law allows it, criminal records before access is granted.",
        &[
            "For a sample of {n} people given such a role during the period, inspected the result of the check and compared its date with that of the first access.",
        ],
    ),
    control(
        "CC1.4-2",
        "Everyone completes the training in information security within 30 days after joining and once a year; engineers also complete the one in secure development.",
        &[
            "For a sample of {n} people, inspected the record of completion in the training platform.",
            "Inspected the content of both courses.",
        ],
    ),
    control(
        "CC1.5-1",
        "Yearly appraisals of people with duties for controls say how these duties were met.",
        &["For a sample of {n} control owners, inspected the appraisal of the year."],
    ),
    control(
        "CC2.1-1",
        "An inventory of systems, data, and owners feeds the register of controls; security and compliance reconciles both every quarter.",
        &["Inspected the records of reconciliation for two quarters and reperformed one for ten systems."],
    ),
    control(
        "CC2.2-1",
        "Changes of policy are announced in the handbook’s change notices and at the next monthly meeting of all staff.",
        &["For a sample of three changes of policy, inspected the notice and the slides of the meeting."],
    ),
    control(
        "CC2.3-1",
        "Commitments to customers stand in the master agreement and its security annex; legal counsel approves every departure from the standard text.",
        &[
            "For a sample of {n} contracts signed during the period, inspected the annex and, where the text departed, the approval.",
        ],
    ),
    control(
        "CC2.3-2",
        "Customers and researchers can report weaknesses to a published address; each report is answered within two working days.",
        &[
            "For a sample of {n} reports, compared the time of receipt with that of the first answer.",
            "Observed that the address is published.",
        ],
    ),
    control(
        "CC3.1-1",
        "The executive team sets yearly objectives for security and service levels with measures by which they are judged.",
        &["Inspected the objectives of the year and the record of their approval."],
    ),
    control(
        "CC3.2-1",
        "Risks to the system are assessed every year in a workshop; each has a rating, an owner, a treatment, and a date.",
        &[
            "Inspected the risk register and the record of the workshop.",
            "For a sample of {n} treatments due during the period, inspected evidence that they were carried out.",
        ],
    ),
    control(
        "CC3.3-1",
        "The assessment of risks covers fraud: payments, privileged access, and manipulated results.",
        &["Inspected the risk register for the scenarios named and for their ratings."],
    ),
    control(
        "CC3.4-1",
        "New products, regions, and suppliers pass a short risk review before they are used; the review is kept with the project.",
        &["For a sample of {n} projects, inspected the review and compared its date with the day of first use."],
    ),
    control(
        "CC4.1-1",
        "Security and compliance tests a quarter of all controls in each quarter and records what was looked at.",
        &["Inspected the records of two quarters and compared them with the plan of tests."],
    ),
    control(
        "CC4.1-2",
        "An outside firm attempts to break into the {system} once a year; findings of high severity are corrected within 30 days.",
        &[
            "Inspected the outside firm’s report of the year.",
            "For every finding of high severity, inspected the ticket and compared its closing date with the deadline.",
        ],
    ),
    control(
        "CC4.2-1",
        "Deficiencies are entered in the register of findings with owner and date; late ones are reported to the executive team every month.",
        &[
            "For a sample of {n} entries, inspected owner, date, and evidence of correction.",
            "Inspected the monthly report for three months.",
        ],
    ),
    control(
        "CC5.1-1",
        "Each risk above the accepted level is linked to at least one control in the register of controls.",
        &["Reperformed the comparison of both registers for all risks above the accepted level."],
    ),
    control(
        "CC5.2-1",
        "Baselines for machines, accounts, and repositories are kept as code and enforced every day; deviations open a ticket.",
        &[
            "Inspected the baselines and the configuration of the tool.",
            "For a sample of {n} days, inspected that the check ran and that each deviation had a ticket.",
        ],
    ),
    control(
        "CC5.3-1",
        "Policies are reviewed by their owners and approved by the executive team every year.",
        &["For every policy, compared the date of the last approval with that of the one before."],
    ),
];
