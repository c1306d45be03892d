//! What crosses the bridge between the application and its user interface, declared once.
//!
//! [`for_each_command!`] is the one list of commands with their inputs, answers and cache tags. From it follow the trait
//! [`Commands`] that the application implements, the by-name [`dispatch`], the shell's tauri commands and the TypeScript
//! in `ui/src/contract/generated.ts`. A command that is deleted here stops all of them from compiling.
//!
//! Wire types are plain data and separate from the domain's types; this crate depends on nothing of ours.
//! Ids cross the bridge, paths never. To add a command: a line in one of the lists of `commands/`, its types in `wire/`, then
//! `cargo xtask contract`, then the use case in `app`.
#![deny(missing_docs)]

mod commands;
mod dispatch;
pub mod event;
pub mod failure;
pub mod tags;
pub mod typescript;
pub mod wire;

pub use commands::{COMMANDS, CommandInfo, CommandKind, Commands};
pub use dispatch::dispatch;
pub use event::Event;
pub use failure::Failure;
pub use tags::Tag;
