//! The trust services criteria by their ids, each in a few words of our own.

/// Id and what it is about, in the framework's order, without privacy.
pub(super) const CRITERIA: [(&str, &str); 43] = [
    ("CC1.1", "Integrity and ethical values are lived from the top"),
    ("CC1.2", "The board oversees internal control and is independent of management"),
    ("CC1.3", "Structure, reporting lines, and authority are set"),
    ("CC1.4", "Able people are found, trained, and kept"),
    ("CC1.5", "People answer for their duties in internal control"),
    ("CC2.1", "Internal control has the information that it needs"),
    ("CC2.2", "People inside know objectives and duties"),
    ("CC2.3", "People outside know what concerns them"),
    ("CC3.1", "Objectives are clear enough to see what threatens them"),
    ("CC3.2", "Risks are found and analyzed"),
    ("CC3.3", "Fraud is considered as a risk"),
    ("CC3.4", "Changes that could matter to internal control are seen"),
    ("CC4.1", "Controls are evaluated, continuously or from time to time"),
    ("CC4.2", "Deficiencies are reported to those who can correct them"),
    ("CC5.1", "Controls are chosen that bring risks to an acceptable level"),
    ("CC5.2", "General controls over technology support the objectives"),
    ("CC5.3", "Policies say what is expected, procedures put it into practice"),
    ("CC6.1", "Logical access to protected information is secured"),
    ("CC6.2", "Users are registered and authorized first, and removed when they go"),
    ("CC6.3", "Access follows roles, least privilege, and separation of duties"),
    ("CC6.4", "Physical access to facilities and protected assets is restricted"),
    ("CC6.5", "Protection of physical assets ends only when nothing can be read from them"),
    ("CC6.6", "Threats from outside the boundaries are kept out"),
    ("CC6.7", "Information is protected while it is moved"),
    ("CC6.8", "Unauthorized and malicious software is prevented or found"),
    ("CC7.1", "New weaknesses and changes of configuration are found"),
    ("CC7.2", "Components are watched for anomalies"),
    ("CC7.3", "Security events are judged, and incidents recognized"),
    ("CC7.4", "Incidents are answered as planned"),
    ("CC7.5", "Recovery from incidents is prepared and carried out"),
    ("CC8.1", "Changes are authorized, tested, approved, and put into service"),
    ("CC9.1", "Disruptions of the business are prepared for"),
    ("CC9.2", "Risks from vendors and partners are managed"),
    ("A1.1", "Capacity is watched and planned"),
    ("A1.2", "Environment, backups, and recovery infrastructure are provided and kept up"),
    ("A1.3", "Recovery plans are tested"),
    ("PI1.1", "What is processed, and how well, is defined"),
    ("PI1.2", "Inputs are complete and accurate"),
    ("PI1.3", "Processing gives the results that were specified"),
    ("PI1.4", "Outputs reach the right people, complete and on time"),
    ("PI1.5", "What is stored between steps stays complete and accurate"),
    ("C1.1", "Confidential information is identified and kept"),
    ("C1.2", "Confidential information is disposed of"),
];

/// What a criterion is about.
pub(super) fn title(criterion: &str) -> &'static str {
    CRITERIA.iter().find(|(id, _)| *id == criterion).map_or("", |(_, title)| title)
}

/// The letters before the number.
pub(super) fn series(criterion: &str) -> &str {
    criterion.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
}
