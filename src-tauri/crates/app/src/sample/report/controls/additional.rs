//! Controls for availability, processing integrity, and confidentiality.

use super::{Control, control};

pub(super) const CONTROLS: &[Control] = &[
    control(
        "A1.1-1",
        "Use of processors, memory, storage, and connections is measured; thresholds add capacity or call the person on duty, and the trend is reviewed every month.",
        &[
            "Inspected the thresholds of all components of the {system}.",
            "For a sample of three months, inspected the record of review.",
        ],
    ),
    control(
        "A1.2-1",
        "Databases are copied continuously and backed up every day to a second region; failures raise an alert.",
        &[
            "For a sample of {n} days, inspected that the backup succeeded or that its failure was followed up.",
            "Inspected where copies are kept and who can delete them.",
        ],
    ),
    control(
        "A1.2-2",
        "Every component of production runs in at least two zones; the loss of one is survived without people stepping in.",
        &[
            "Inspected the configuration of all components.",
            "Inspected the record of the yearly trial in which a zone was switched off.",
        ],
    ),
    control(
        "A1.3-1",
        "A backup chosen at random is restored every quarter and compared with its origin; time and result are recorded.",
        &["Inspected the records of all restores of the period for time, result, and completeness."],
    ),
    control(
        "A1.3-2",
        "The move to the second region is rehearsed every year against the promised times.",
        &["Inspected the record of the rehearsal and compared the times measured with the commitments."],
    ),
    control(
        "PI1.1-1",
        "For each kind of run, a specification says inputs, rules, tolerances, and who may order it; customers get the part that concerns them.",
        &["For a sample of {n} kinds of run, inspected the specification and its publication."],
    ),
    control(
        "PI1.2-1",
        "Inputs are checked for form, range, and duplicates on arrival; rejected records are shown to the customer with the reason.",
        &["Reperformed the arrival of ten records with known errors; all were rejected with the right reason."],
    ),
    control(
        "PI1.3-1",
        "Totals before and after each run are compared automatically; a difference stops the run and calls the person on duty.",
        &[
            "Inspected the comparison in code.",
            "For a sample of {n} runs, compared the totals.",
            "For a sample of {n} stopped runs, inspected how they were resolved.",
        ],
    ),
    control(
        "PI1.4-1",
        "Results are released to the people whom the customer has named, and delivery is recorded.",
        &["For a sample of {n} results, compared the recipients with those named by the customer."],
    ),
    control(
        "PI1.5-1",
        "Records between steps cannot be changed once written; corrections are new records that name the old one.",
        &["Inspected the rights on the store.", "Observed that an attempt to change a record was refused."],
    ),
    control(
        "C1.1-1",
        "Content of customers is classified as restricted when it arrives and carries the customer’s key; queries without the key are refused.",
        &[
            "Inspected the data access layer.",
            "Reperformed queries without key and with the key of another customer; both were refused.",
        ],
    ),
    control(
        "C1.1-2",
        "A tool looks for restricted data outside production every week and reports to security and compliance.",
        &["For a sample of {n} weeks, inspected the result and what was done about it."],
    ),
    control(
        "C1.2-1",
        "When a contract ends, content is deleted within 60 days, from backups within 90; a confirmation is made out on request.",
        &["For a sample of {n} contracts that ended, compared the end of contract with the record of deletion."],
    ),
];
