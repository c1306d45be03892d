//! The criteria in a few words of ours, and control objectives of a SOC 1.

/// Titles of criteria in a few words of ours.
pub(crate) fn criterion_title(id: &str) -> &'static str {
    match id {
        "CC1.1" => "The entity shows a commitment to integrity and ethical values.",
        "CC1.2" => "The board is independent of management and oversees internal control.",
        "CC1.3" => "Management establishes structures, lines of reporting, and authority.",
        "CC1.4" => "The entity attracts, develops, and keeps competent people.",
        "CC1.5" => "People are held accountable for their part in internal control.",
        "CC2.1" => "The entity obtains and uses relevant information of quality.",
        "CC2.2" => "The entity communicates objectives and duties internally.",
        "CC2.3" => "The entity communicates with external parties.",
        "CC3.1" => "Objectives are clear enough for risks to be identified.",
        "CC3.2" => "Risks to objectives are identified and analyzed.",
        "CC3.3" => "The potential for fraud is considered.",
        "CC3.4" => "Changes that could affect internal control are assessed.",
        "CC4.1" => "The entity evaluates whether controls are present and working.",
        "CC4.2" => "Deficiencies are evaluated and communicated in time.",
        "CC5.1" => "Control activities that lessen risks are selected.",
        "CC5.2" => "General controls over technology are selected.",
        "CC5.3" => "Controls are deployed through policies and procedures.",
        "CC6.1" => "Logical access security protects information assets.",
        "CC6.2" => "Users are registered and authorized before credentials are issued.",
        "CC6.3" => "Access is authorized, modified, and removed by role.",
        "CC6.4" => "Physical access to facilities is restricted.",
        "CC6.5" => "Protections end only when data can no longer be recovered.",
        "CC6.6" => "Threats from outside the boundaries are held off.",
        "CC6.7" => "Transmission and movement of information is restricted.",
        "CC6.8" => "Unauthorized or malicious software is prevented or detected.",
        "CC7.1" => "Changes of configuration and new vulnerabilities are detected.",
        "CC7.2" => "System components are monitored for anomalies.",
        "CC7.3" => "Security events are evaluated.",
        "CC7.4" => "The entity responds to identified incidents.",
        "CC7.5" => "The entity recovers from identified incidents.",
        "CC8.1" => "Changes are authorized, tested, and approved.",
        "CC9.1" => "Risks from disruption of business are mitigated.",
        "CC9.2" => "Risks from vendors and partners are managed.",
        "A1.1" => "Capacity is monitored and managed.",
        "A1.2" => "Environmental protections, backup, and recovery are in place.",
        "A1.3" => "Recovery plans are tested.",
        "C1.1" => "Confidential information is identified and kept.",
        "C1.2" => "Confidential information is disposed of.",
        "PI1.1" => "Definitions of data processed are communicated.",
        "PI1.2" => "Inputs are complete and accurate.",
        "PI1.3" => "Processing yields products that meet specifications.",
        "PI1.4" => "Outputs are delivered completely and in time.",
        "PI1.5" => "Inputs and outputs are stored completely.",
        "P1.1" => "Notice is given about privacy practices.",
        "P4.2" => "Personal information is retained as objectives require.",
        _ => "Inquiries and complaints about privacy are addressed.",
    }
}

/// Control objectives of a SOC 1: objective and the series of criteria whose controls serve it.
pub(crate) const OBJECTIVES: &[(&str, &str)] = &[
    (
        "Controls provide reasonable assurance that logical access to programs and data is restricted to authorized users.",
        "CC6",
    ),
    (
        "Controls provide reasonable assurance that changes to applications are authorized, tested, approved, and documented.",
        "CC8",
    ),
    ("Controls provide reasonable assurance that processing problems are identified and resolved in time.", "CC7"),
    ("Controls provide reasonable assurance that client data is backed up and can be restored.", "A1"),
    ("Controls provide reasonable assurance that transactions are processed completely and accurately.", "PI1"),
];
