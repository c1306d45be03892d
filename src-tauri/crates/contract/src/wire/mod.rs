//! The types of inputs and answers, one file per concept. Field names are snake case, as on the command line.

mod alternative;
mod attention;
mod checklist;
mod comparison;
mod cuec;
mod cuec_all;
mod decision;
mod document;
mod draft;
mod evaluation;
mod evidence;
mod fact;
mod finding;
mod finding_names;
mod firm;
mod fourth_party;
mod history;
mod import;
mod insight;
mod list;
mod monitoring;
mod packet;
mod people;
mod policy;
mod recognition;
mod register;
mod register_names;
mod review;
mod search;
mod session;
mod signed_copy;
mod tiering;
mod vendor;

pub use alternative::*;
pub use attention::*;
pub use checklist::*;
pub use comparison::*;
pub use cuec::*;
pub use cuec_all::*;
pub use decision::*;
pub use document::*;
pub use draft::*;
pub use evaluation::*;
pub use evidence::*;
pub use fact::*;
pub use finding::*;
pub use finding_names::*;
pub use firm::*;
pub use fourth_party::*;
pub use history::*;
pub use import::*;
pub use insight::*;
pub use list::*;
pub use monitoring::*;
pub use packet::*;
pub use people::*;
pub use policy::*;
pub use recognition::*;
pub use register::*;
pub use register_names::*;
pub use review::*;
pub use search::*;
pub use session::*;
pub use signed_copy::*;
pub use tiering::*;
pub use vendor::*;

/// Derives what every wire type needs.
macro_rules! wire {
    ($($(#[$meta:meta])* pub $kind:tt $name:ident $body:tt)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        $(#[$meta])*
        pub $kind $name $body
    )*};
}
pub(crate) use wire;

wire! {
    /// The input of a command that needs none, or the answer of one that has nothing to say.
    #[serde(deny_unknown_fields)]
    pub struct Nothing {}
}
