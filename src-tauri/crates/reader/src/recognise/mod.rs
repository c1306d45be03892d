//! One file per thing that a report states.
//!
//! [`sections`] comes first and says where the auditor's report, the assertion and the other parts are; [`parts`] cuts
//! the document accordingly. Every other file reads one fact, begins with a description of what it reads, where it
//! looks, which wording it accepts and what it refuses, and gives `None` where the document does not surely say.
//!
//! To add a fact: a file of its own here, a field in the reading, a line in [`crate::reading`]. What belongs to one
//! part of a report (controls with their tests, exceptions, complementary controls, subservice organizations) takes that
//! part's lines from [`sections::Layout`]; what belongs to another kind of document (certificates, letters) is asked
//! for after [`kind`] has said what the document is.

pub(crate) mod annex;
pub(crate) mod answers;
mod assessment;
pub(crate) mod auditor_firm;
pub(crate) mod auditor_location;
pub(crate) mod categories;
pub(crate) mod certificate;
pub(crate) mod contradictions;
pub(crate) mod controls;
mod cover;
pub(crate) mod criteria;
pub(crate) mod csocs;
pub(crate) mod cuecs;
pub(crate) mod dates;
pub(crate) mod doubtful;
pub(crate) mod exceptions;
pub(crate) mod heading_roles;
pub(crate) mod headings;
pub(crate) mod incidents;
pub(crate) mod kind;
mod kind_assurance;
pub(crate) mod kind_titles;
pub(crate) mod labels;
pub(crate) mod legal_form;
pub(crate) mod letter;
pub(crate) mod lists;
pub(crate) mod names;
pub(crate) mod naming;
pub(crate) mod not_a_report;
pub(crate) mod opinion;
pub(crate) mod opinion_basis;
pub(crate) mod paper_organization;
pub(crate) mod papers;
pub(crate) mod parts;
pub(crate) mod period;
pub(crate) mod person;
pub(crate) mod places;
pub(crate) mod questionnaire;
pub(crate) mod remembered;
mod repeated_roles;
pub(crate) mod report_date;
pub(crate) mod report_type;
pub(crate) mod sample;
pub(crate) mod sections;
pub(crate) mod service_organization;
pub(crate) mod signature;
pub(crate) mod span;
pub(crate) mod subservice;
pub(crate) mod system_name;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub(crate) mod tsc;
pub(crate) mod warnings;

pub(crate) use self::parts::Parts;
