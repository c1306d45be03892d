//! Calls a command by its name, for hosts that speak JSON.

use crate::{commands::Commands, failure::Failure};
use serde_json::Value;

macro_rules! by_name {
    ($($(#[$doc:meta])* $kind:ident $name:ident($input:ty) -> $answer:ty [$($tag:ident),*];)*) => {
        /// Calls the command of that name; a name or input that does not fit is a [`Failure::BadRequest`].
        pub fn dispatch(commands: &impl Commands, name: &str, input: Value) -> Result<Value, Failure> {
            match name {
                $(stringify!($name) => {
                    let input: $input = serde_json::from_value(input)
                        .map_err(|error| Failure::BadRequest { message: format!("{name}: {error}") })?;
                    let answer: $answer = commands.$name(input)?;
                    serde_json::to_value(answer)
                        .map_err(|error| Failure::BadRequest { message: format!("{name}: {error}") })
                })*
                _ => Err(Failure::BadRequest { message: format!("no such command: {name}") }),
            }
        }
    };
}
crate::for_each_command!(by_name);
