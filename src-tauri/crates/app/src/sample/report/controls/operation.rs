//! Controls over operation, change, and risk: CC7 to CC9.

use super::{Control, control};

pub(super) const CONTROLS: &[Control] = &[
    control(
        "CC7.1-1",
        "Machines, images, and libraries are scanned every day; weaknesses are corrected by severity within 7, 30, or 90 days.",
        &[
            "Inspected the configuration of the scanner against the inventory.",
            "For a sample of {n} weaknesses, compared the date of detection with that of correction.",
        ],
    ),
    control(
        "CC7.1-2",
        "Changes of configuration outside the pipeline raise an alert and are undone or taken over into code by the next working day.",
        &["For a sample of {n} alerts, inspected what was done and when."],
    ),
    control(
        "CC7.2-1",
        "Logs of machines, applications, and accounts are kept in one place for 13 months; rules raise alerts for the person on call, day and night.",
        &[
            "For a sample of {n} components, inspected that their logs arrive.",
            "For a sample of {n} alerts, inspected that they were taken up within 30 minutes.",
        ],
    ),
    control(
        "CC7.3-1",
        "Events that may be incidents are judged within four hours and rated by a written scale.",
        &["For a sample of {n} events, inspected the time of judgment and the rating."],
    ),
    Control {
        id: "CC7.4-1",
        does: "Incidents are handled by the plan: a lead, a log, notice to customers where commitments ask for it, and a review within ten working days.",
        tests: &[
            "Inspected the plan for roles, ratings, and duties to give notice.",
            "Inspected the register of incidents and asked the head of security about incidents of the highest two ratings.",
        ],
        idle: Some(
            "No exceptions noted for the plan. No incident of the highest two ratings occurred during the period; how the plan works in such a case could not be tested.",
        ),
    },
    control(
        "CC7.5-1",
        "The recovery from an incident is rehearsed every year on a scenario that was not used before; lessons get an owner and a date.",
        &["Inspected scenario, record, and lessons of the rehearsal, and the state of each lesson."],
    ),
    control(
        "CC8.1-1",
        "Changes to code and configuration are approved by somebody else than their author and pass automatic tests before the pipeline puts them into service.",
        &[
            "Inspected the rules of protection of all repositories of the {system}.",
            "For a sample of {n} changes put into service, inspected approval, author, and results of tests.",
        ],
    ),
    control(
        "CC8.1-2",
        "Urgent changes may be approved afterwards, at the latest on the next working day, by the lead of platform operations.",
        &["For each urgent change of the period, compared the time of change with that of approval."],
    ),
    control(
        "CC8.1-3",
        "Development, staging, and production are separate accounts; customers’ data are not copied out of production.",
        &["Inspected the accounts and the rights between them.", "Inspected the scripts that make data for tests."],
    ),
    control(
        "CC9.1-1",
        "The plan for the continuity of the business names critical processes, how long each may be down, and substitutes for people, places, and suppliers; it is reviewed every year.",
        &["Inspected the plan and the record of its review."],
    ),
    control(
        "CC9.1-2",
        "{short} is insured against damage from attacks and from the loss of its systems.",
        &["Inspected the certificate of insurance in force during the period."],
    ),
    control(
        "CC9.2-1",
        "Suppliers are entered in a register with class and owner. Before use and every year after that, the owner reads the supplier’s reports and records what follows from them.",
        &[
            "Inspected the register.",
            "For a sample of {n} suppliers of the two highest classes, inspected the review of the year and what it found.",
        ],
    ),
    control(
        "CC9.2-2",
        "Contracts with suppliers that handle customers’ data bind them to confidentiality, security, notice of breaches, and return or deletion of data.",
        &["For a sample of {n} such contracts, inspected the clauses."],
    ),
];
