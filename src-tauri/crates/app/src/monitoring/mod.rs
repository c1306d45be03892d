//! What is noted of vendors between reviews, and what follows from it (`practice.md` §6.5, `decisions/0022`).

mod save;
mod show;

use countersign_contract::wire as w;
use countersign_domain::monitoring::MonitoringKind;

crate::names::pair!(kind_name, kind: w::MonitoringKindName, MonitoringKind {
    Incident, News, Subprocessor, Access, Ai, Posture, Sla, Ownership, Financial, Contract,
});
