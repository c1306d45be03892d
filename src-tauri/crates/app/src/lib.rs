//! The use cases of Countersign: what can be asked of it, who may ask, and what happens then.
//!
//! [`App`] implements `countersign_contract::Commands`; the desktop shell, the command line and the browser bridge are thin
//! hosts around it. A use case parses its input, asks for a permit, reads the clock once, does its work in one transaction
//! and says what it made stale. It knows nothing of windows; all SQL is in the store; all words on paper are in the packet.
//!
//! To add a use case: a line in the contract's list, then a function in the folder of its concept, then its line in
//! `commands.rs`, at most a few lines long.
#![deny(missing_docs)]

mod acceptance;
mod alternative;
mod application;
mod auditor;
mod checklists;
mod clock;
mod commands;
mod comparison;
mod config;
mod cuecs;
mod decisions;
mod documents;
mod dora;
mod drafts;
mod fail;
mod findings;
mod firms;
mod fourth_parties;
mod history;
mod host;
mod ids;
mod import;
mod insights;
mod kept;
mod monitoring;
mod names;
mod packets;
mod people;
mod picture;
mod policy;
mod receive;
mod recognition;
mod register;
mod reviews;
mod sample;
mod search;
mod session;
mod signed_copies;
mod table;
mod today;
mod vendors;

pub use application::App;
pub use clock::{AsOf, Clock, FixedClock, SystemClock};
pub use config::Config;
pub use countersign_store::Passphrase;
pub use documents::values::{label, printed};
pub use host::{Headless, Host, Printed};
pub use ids::Ids;
pub use packets::{Known, PacketCheck, PacketChecks, PacketOutcome, PacketPart, PacketVerdict};
pub use picture::{PictureFile, PictureOf};
pub use receive::{ReadFile, Step, Walked, read_file, walk};
pub use session::Founding;
