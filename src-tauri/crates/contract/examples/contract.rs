//! Prints the TypeScript of the contract; `cargo xtask contract` puts it where the user interface finds it.
//! With the argument `commands` prints the names of all commands, of which the shell's capability is made.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    if std::env::args().nth(1).as_deref() == Some("commands") {
        for command in countersign_contract::COMMANDS {
            writeln!(out, "{}", command.name)?;
        }
        return Ok(());
    }
    out.write_all(countersign_contract::typescript::generate().as_bytes())
}
