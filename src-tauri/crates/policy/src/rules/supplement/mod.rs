//! Evidence besides the report (`practice.md` §3.7, §3.8, §8.2).

pub(super) mod pentest;
pub(super) mod questionnaire;
pub(super) mod reliability;
