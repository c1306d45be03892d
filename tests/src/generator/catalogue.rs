//! The controls that invented reports are made of.

/// A control as it can be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pattern {
    /// Criteria that it serves; the first is its own.
    pub(crate) criteria: &'static [&'static str],
    /// The control; `{org}` is the organization's short name, `{often}` a frequency.
    pub(crate) text: &'static str,
    /// Tests; `{m}` is the size of a sample.
    pub(crate) tests: &'static [&'static str],
    /// What is sampled and what a deviating one did, where something is sampled.
    pub(crate) sampled: Option<(&'static str, &'static str)>,
}

const fn c(
    criteria: &'static [&'static str],
    text: &'static str,
    tests: &'static [&'static str],
    sampled: Option<(&'static str, &'static str)>,
) -> Pattern {
    Pattern { criteria, text, tests, sampled }
}

pub(crate) const CONTROLS: &[Pattern] = &[
    c(
        &["CC1.1", "CC1.5"],
        "{org} has a code of conduct that new employees acknowledge in writing before their first day.",
        &[
            "Inspected the code of conduct to determine that it names expected behavior and sanctions.",
            "For a sample of {m} new hires, inspected the signed acknowledgement to determine that it was dated before the start of work.",
        ],
        Some(("new hires", "had not acknowledged the code of conduct before starting work")),
    ),
    c(
        &["CC1.1", "CC1.4"],
        "Candidates pass a background check before an offer becomes final.",
        &[
            "Inspected the report of the background check for a sample of {m} new hires to determine that it was completed before the hire date.",
        ],
        Some(("new hires", "started before the background check was complete")),
    ),
    c(
        &["CC1.2"],
        "The board of directors meets {often} and reviews the report of the security committee.",
        &[
            "Inspected the minutes of the meetings to determine that security was on the agenda.",
            "Inquired of the corporate secretary about the schedule of the board.",
        ],
        None,
    ),
    c(
        &["CC1.3", "CC1.5"],
        "An organization chart shows lines of reporting and is updated when roles change.",
        &["Inspected the organization chart to determine that lines of reporting were documented and current."],
        None,
    ),
    c(
        &["CC1.4", "CC2.2"],
        "Employees complete security awareness training {often}.",
        &[
            "Inspected the training material to determine that it covers phishing, passwords and the reporting of incidents.",
            "Inspected the training records for a sample of {m} employees to determine that training was completed on time.",
        ],
        Some(("employees", "did not complete the training within the required time")),
    ),
    c(
        &["CC1.5"],
        "Managers evaluate the performance of their staff {often} against written objectives.",
        &["For a sample of {m} employees, inspected the performance evaluation to determine that it was completed."],
        Some(("employees", "had no completed performance evaluation")),
    ),
    c(
        &["CC2.1"],
        "Dashboards gather security events, capacity and open vulnerabilities for the weekly operations meeting.",
        &[
            "Observed the dashboards to determine that they show events, capacity and vulnerabilities.",
            "Inspected the invitation to the operations meeting.",
        ],
        None,
    ),
    c(
        &["CC2.2", "CC5.3"],
        "Security policies are approved by management {often} and published on the intranet.",
        &[
            "Inspected the policies to determine that the approval was not older than twelve months.",
            "Observed the intranet to determine that the policies were available to employees.",
        ],
        None,
    ),
    c(
        &["CC2.3"],
        "Commitments on security and availability are part of the agreement that each customer signs.",
        &[
            "For a sample of {m} customers, inspected the signed agreement to determine that the commitments were part of it.",
        ],
        Some(("customers", "had no signed agreement on file")),
    ),
    c(
        &["CC3.1", "CC3.2"],
        "A risk assessment is performed {often}; each risk has an owner and a rating.",
        &[
            "Inspected the risk register to determine that each risk had an owner, a rating and a plan.",
            "Inquired of the security officer about the way in which risks are rated.",
        ],
        None,
    ),
    c(
        &["CC3.3"],
        "The potential for fraud is considered in a workshop that finance and security hold {often}.",
        &["Inspected the notes of the workshop to determine that fraud was considered."],
        None,
    ),
    c(
        &["CC3.4", "CC9.2"],
        "Vendors with access to customer data are assessed before they are engaged and {often} thereafter.",
        &[
            "Inspected the vendor policy to determine that assessments are required.",
            "For a sample of {m} vendors, inspected the assessment to determine that it was performed within the period.",
        ],
        Some(("vendors", "had not been assessed within the period")),
    ),
    c(
        &["CC4.1"],
        "An independent firm performs a penetration test {often}; findings are tracked to closure.",
        &[
            "Inspected the report of the penetration test to determine that it was performed within the period.",
            "Inspected the tickets for high-risk findings to determine that they were closed.",
        ],
        None,
    ),
    c(
        &["CC4.2"],
        "Control deficiencies are reported to the executive team and assigned a due date.",
        &["Inspected the tracker of deficiencies to determine that each had an owner and a due date."],
        None,
    ),
    c(
        &["CC5.1", "CC5.2"],
        "Duties for developing, approving and deploying changes are held by different people.",
        &[
            "Inspected the groups in the deployment tool to determine that developers could not approve their own changes.",
        ],
        None,
    ),
    c(
        &["CC6.1"],
        "Employees sign in to production through a bastion host with multi-factor authentication.",
        &[
            "Inspected the configuration of the bastion host to determine that multi-factor authentication was enforced.",
            "Observed a sign-in without a second factor to determine that it was refused.",
        ],
        None,
    ),
    c(
        &["CC6.1", "CC6.7", "C1.1"],
        "Customer data is encrypted at rest with keys that are rotated {often}.",
        &[
            "Inspected the storage settings to determine that encryption at rest was enabled.",
            "Inspected the history of keys to determine that they were rotated.",
        ],
        None,
    ),
    c(
        &["CC6.1"],
        "Passwords have at least fourteen characters and are checked against a list of known passwords.",
        &["Inspected the password settings of the identity provider to determine that they agree with the policy."],
        None,
    ),
    c(
        &["CC6.2", "CC6.3"],
        "Access to in-scope systems is granted after a request that the system owner approves.",
        &[
            "For a sample of {m} new users, inspected the request to determine that the owner approved it before access was granted.",
        ],
        Some(("new users", "were granted access without a documented approval")),
    ),
    c(
        &["CC6.2", "CC6.3"],
        "Access of people who leave is removed within one business day.",
        &[
            "Inquired of the IT manager about the removal of access.",
            "Compared the list of {m} sampled leavers with the accounts of in-scope systems to determine that access was removed within one business day.",
        ],
        Some(("leavers", "kept an active account for more than one business day after leaving")),
    ),
    c(
        &["CC6.3"],
        "System owners review user access {often} and correct what is no longer needed.",
        &[
            "Inspected the documentation of the access reviews for {m} sampled systems to determine that they were performed and changes were made.",
        ],
        Some(("access reviews", "were not completed in the quarter in which they were due")),
    ),
    c(
        &["CC6.4"],
        "Visitors to the office sign a log and are escorted.",
        &[
            "Observed the reception to determine that visitors signed a log.",
            "Inspected the visitor log for {m} sampled days to determine that hosts were recorded.",
        ],
        Some(("days", "had no host recorded for a visitor")),
    ),
    c(
        &["CC6.5"],
        "Media are wiped or destroyed before disposal and a certificate is kept.",
        &["For a sample of {m} disposed devices, inspected the certificate of destruction."],
        Some(("disposed devices", "had no certificate of destruction")),
    ),
    c(
        &["CC6.6"],
        "Firewalls deny inbound traffic by default; rules are reviewed {often}.",
        &[
            "Inspected the firewall rules to determine that inbound traffic was denied by default.",
            "Inspected the ticket of the most recent review of rules.",
        ],
        None,
    ),
    c(
        &["CC6.7"],
        "Data in transit is protected by TLS 1.2 or higher.",
        &["Inspected the configuration of the load balancers to determine that older protocols were disabled."],
        None,
    ),
    c(
        &["CC6.8"],
        "Anti-malware software runs on all workstations and updates itself daily.",
        &[
            "For a sample of {m} workstations, inspected the status of the anti-malware agent to determine that it was active and current.",
        ],
        Some(("workstations", "did not have an active anti-malware agent")),
    ),
    c(
        &["CC7.1"],
        "Vulnerability scans of production run weekly; high-risk findings are fixed within thirty days.",
        &[
            "Inspected the schedule of scans to determine that they ran weekly.",
            "For a sample of {m} high-risk findings, inspected the ticket to determine that it was closed within thirty days.",
        ],
        Some(("high-risk findings", "were closed after more than thirty days")),
    ),
    c(
        &["CC7.2"],
        "Logs of production systems go to a central platform that raises alerts to the engineer on call.",
        &[
            "Inspected the configuration of the log platform to determine that alerts were enabled.",
            "For a sample of {m} alerts, inspected the ticket to determine that it was handled.",
        ],
        Some(("alerts", "had no record of being handled")),
    ),
    c(
        &["CC7.3", "CC7.4"],
        "Security incidents are classified, handled and reported as the incident response plan says.",
        &[
            "Inspected the incident response plan to determine that it names roles and steps.",
            "For a sample of {m} incidents, inspected the record to determine that the plan was followed.",
        ],
        Some(("incidents", "were not classified as the plan requires")),
    ),
    c(
        &["CC7.5"],
        "Lessons learned are written down after each severe incident.",
        &["Inspected the record of severe incidents to determine that lessons learned were written down."],
        None,
    ),
    c(
        &["CC8.1"],
        "Changes are tested and approved by a second engineer before they reach production.",
        &[
            "Inspected the change policy to determine that testing and approval are required.",
            "For a sample of {m} changes, inspected the pull request to determine that it was tested and approved before deployment.",
        ],
        Some(("changes", "were deployed without a recorded approval")),
    ),
    c(
        &["CC8.1"],
        "Emergency changes are reviewed by the head of engineering on the next working day.",
        &["For a sample of {m} emergency changes, inspected the review."],
        Some(("emergency changes", "were not reviewed by the next working day")),
    ),
    c(
        &["CC9.1"],
        "Insurance against cyber risk is held and renewed {often}.",
        &["Inspected the certificate of insurance to determine that cover was in force throughout the period."],
        None,
    ),
    c(
        &["A1.1"],
        "Capacity is forecast {often} and extended before use reaches eighty percent.",
        &["Inspected the capacity reports to determine that forecasts were made."],
        None,
    ),
    c(
        &["A1.2"],
        "Databases are backed up daily to a second region.",
        &[
            "Inspected the backup settings to determine that databases were backed up daily.",
            "For a sample of {m} days, inspected the log to determine that the backup succeeded.",
        ],
        Some(("days", "showed a failed backup that was not repeated")),
    ),
    c(
        &["A1.3"],
        "Recovery from backup is tested {often} and the results are recorded.",
        &["Inspected the record of the recovery test to determine that data was restored within the objective."],
        None,
    ),
    c(
        &["C1.1"],
        "Confidential information is labeled by its owner as the classification policy requires.",
        &["Inspected the classification policy to determine that labels are defined."],
        None,
    ),
    c(
        &["C1.2"],
        "Customer data is deleted within sixty days after the end of the agreement.",
        &[
            "For a sample of {m} ended agreements, inspected the record of deletion to determine that it was made within sixty days.",
        ],
        Some(("ended agreements", "had data that was deleted after more than sixty days")),
    ),
    c(
        &["PI1.1"],
        "Definitions of inputs and outputs are published for each interface.",
        &["Inspected the interface documentation to determine that inputs and outputs were defined."],
        None,
    ),
    c(
        &["PI1.2", "PI1.3"],
        "Incoming files are validated; rejected records are listed and returned to the sender.",
        &["Reperformed the validation with a file that holds invalid records to determine that they were rejected."],
        None,
    ),
    c(
        &["PI1.4", "PI1.5"],
        "Totals of processed records are reconciled with totals of received records every day.",
        &["For a sample of {m} days, inspected the reconciliation to determine that differences were resolved."],
        Some(("days", "had a reconciliation that nobody had signed")),
    ),
    c(
        &["P1.1"],
        "The privacy notice is published on the website and names the purposes of processing.",
        &["Observed the website to determine that the privacy notice was published."],
        None,
    ),
    c(
        &["P4.2"],
        "Personal information is kept no longer than the retention schedule allows.",
        &["Inspected the retention schedule and the deletion jobs to determine that they agree."],
        None,
    ),
    c(
        &["P8.1"],
        "Complaints about privacy are recorded and answered within thirty days.",
        &["For a sample of {m} complaints, inspected the answer to determine that it was sent within thirty days."],
        Some(("complaints", "were answered after more than thirty days")),
    ),
];
