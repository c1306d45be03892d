//! Controls over access, physical access, and what leaves or enters: CC6.

use super::{Control, control};

pub(super) const CONTROLS: &[Control] = &[
    control(
        "CC6.1-1",
        "People sign in to all systems that hold customers’ data through one identity provider with a second factor that cannot be phished.",
        &[
            "Inspected the settings of the identity provider and the list of connected systems.",
            "Observed an attempt to sign in without the second factor, which was refused.",
        ],
    ),
    control(
        "CC6.1-2",
        "Databases and stored files of customers are encrypted with keys that the cloud provider’s key service holds and changes every year.",
        &[
            "For a sample of {n} databases and file stores, inspected the setting of encryption.",
            "Inspected the history of each key in use.",
        ],
    ),
    control(
        "CC6.1-3",
        "Production is reached only through a gateway that asks for a reason, limits the time, and records the session.",
        &[
            "Inspected the network rules for other ways into production.",
            "For a sample of {n} sessions, inspected reason, approval, and recording.",
        ],
    ),
    control(
        "CC6.2-1",
        "Access is requested by the person’s lead, approved by the owner of the system, and granted by platform operations.",
        &[
            "For a sample of {n} grants of the period, inspected request and approval and compared them with the rights granted.",
        ],
    ),
    control(
        "CC6.2-2",
        "When somebody leaves, all access is removed by the end of the next working day.",
        &[
            "For a sample of {n} people who left during the period, compared the last working day with the time at which each account was disabled.",
        ],
    ),
    control(
        "CC6.3-1",
        "Owners of systems review every quarter who has which rights; rights that are no longer needed are removed within five working days.",
        &[
            "For two of the four quarters, inspected the reviews of all systems in scope and the removals that they asked for.",
        ],
    ),
    control(
        "CC6.3-2",
        "Rights in production that allow changing data are held by at most six people, none of whom approves changes to code alone.",
        &[
            "Inspected the members of the group on three dates of the period and compared them with the approvers of the repositories.",
        ],
    ),
    control(
        "CC6.4-1",
        "Offices are entered with a personal badge; visitors are registered and accompanied. Data centers are operated by subservice organizations.",
        &[
            "Observed the entrance of the head office and the registration of a visitor.",
            "For a sample of {n} people who left, inspected that the badge was blocked.",
        ],
    ),
    control(
        "CC6.5-1",
        "Disks of laptops are encrypted; laptops that are given back are erased before they are used again, and destroyed ones are certified.",
        &["For a sample of {n} laptops given back, inspected the record of erasure or the certificate."],
    ),
    control(
        "CC6.6-1",
        "Traffic from outside passes a web application firewall whose rules are updated by its provider and reviewed every quarter.",
        &[
            "Inspected the configuration of load balancer and firewall.",
            "Inspected the record of review for two quarters.",
        ],
    ),
    control(
        "CC6.6-2",
        "Machines in production have no address that can be reached from outside; a daily scan from the internet confirms it.",
        &["For a sample of {n} days, inspected the result of the scan.", "Reperformed the scan once."],
    ),
    control(
        "CC6.7-1",
        "Data on public networks are encrypted with TLS 1.2 or later; older versions are refused.",
        &["Reperformed connections with older versions to all public addresses of the {system}; each was refused."],
    ),
    control(
        "CC6.7-2",
        "Removable storage is blocked on laptops by a policy of the device management; exceptions are approved by the head of security and end after 30 days.",
        &[
            "Inspected the policy and the list of devices to which it is applied.",
            "For each exception of the period, inspected approval and end.",
        ],
    ),
    control(
        "CC6.8-1",
        "Laptops and machines run protection against malicious software that is updated every day and reports to security and compliance.",
        &["For a sample of {n} laptops and machines, inspected that the protection was running and up to date."],
    ),
    control(
        "CC6.8-2",
        "Only images that the pipeline has built, scanned, and signed can be started in production.",
        &["Inspected the admission rule.", "Observed that an image without signature was refused."],
    ),
];
