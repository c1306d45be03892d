//! Documents that are no report of an auditor: which recogniser reads which kind.
//!
//! They are set in boxes and forms more often than in prose, so they are read from [`Boxed`].

use countersign_domain::{Kind, Reading};

use super::parts::Parts;
use super::{assessment, certificate, letter, paper_organization, questionnaire};
use crate::table::Table;
use crate::text::boxes::Boxed;

/// Reads what a document of its kind states, into the reading.
pub(crate) fn read(parts: &Parts<'_>, tables: &[Table<'_>], reading: &mut Reading) {
    let boxed = Boxed::new(parts.text);
    let text = boxed.text();
    let kind = reading.kind.value;
    if certificate::is_one(kind) {
        let said = certificate::read(&text, kind);
        reading.service_organization = said.holder;
        reading.certificate = Some(said.certificate);
    } else if kind == Kind::BridgeLetter {
        let said = letter::read(&text, &reading.kind.citations);
        reading.service_organization = said.sender;
        reading.report_date = said.date;
        reading.auditor_firm = said.auditor;
        reading.letter = Some(said.letter);
        reading.contradictions = said.contradictions;
    } else if matches!(kind, Kind::PentestReport | Kind::SecurityAssessment) {
        let said = assessment::read(&text);
        reading.service_organization = said.client;
        reading.report_date = said.date;
        reading.assessment = Some(said.assessment);
    } else {
        reading.service_organization = paper_organization::read(&text, kind);
        if matches!(kind, Kind::Caiq | Kind::Questionnaire) {
            reading.questionnaire = Some(questionnaire::read(parts.text, tables));
        }
    }
}
