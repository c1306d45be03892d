//! What the register says of a vendor beyond its name and class: what we buy, under which contract, from whom, and how we
//! would leave (`practice.md` §6.1, §6.4, §6.8).
//!
//! Every answer is an `Option`: `None` means that nobody has answered yet, which is never the same as "no".
//! A day that is given is plausible, a number that is given is in its range, an end is never before its start.

pub mod assignment;
mod choice;
pub mod contact;
pub mod continuity;
pub mod contract;
pub mod data_class;
pub mod engagement;
pub mod escrow;
pub mod examination;
pub mod measure;
pub mod nda;
pub mod profile;

pub use assignment::{TierAnswers, TierAssignment};
pub use contact::{Contact, EmailAddress, InvalidContact, Phone};
pub use continuity::{Continuity, ContinuityAlternative, LastDone};
pub use contract::{Contract, InvalidTerm, Renewal, Term};
pub use data_class::DataClass;
pub use engagement::{Access, AiUse, Dependence, Engagement, Integration, Substitutability};
pub use escrow::{
    DepositContent, Escrow, EscrowKind, EscrowStanding, EscrowVerification, InvalidEscrow, ReleaseCondition,
    VerificationLevel,
};
pub use examination::{ExaminationType, InvalidExamination, NextExamination, Told};
pub use measure::{Currency, Day, Hours, InvalidMeasure, Money};
pub use nda::{InvalidNda, Nda, NdaState};
pub use profile::{Affiliate, Identifier, IdentifierScheme, Profile, Relation};
