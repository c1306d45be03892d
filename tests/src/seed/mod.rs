//! A large invented workspace, for measuring: vendors with three reports each, their controls, whom they carve out, exceptions
//! that are followed up, decisions; most of the latest reports are judged. The same number gives the same workspace. It is written through the store's own changes, in large ones, so that
//! everything holds that the schema asks for.

mod finding;
mod party;
mod report;
mod vendor;

use chrono::{DateTime, Days, Utc};
use countersign_domain::{Name, Op, Person, PersonId, Role, WorkspaceId};
use countersign_store::{Founding, Holder, Stamp, StoreError, Subject, Workspace};
use std::path::Path;
use uuid::Uuid;

/// Reports of each vendor.
pub const REPORTS: u32 = 3;
/// Pages of each report.
pub const PAGES: u32 = 50;
/// Controls of each report.
pub const CONTROLS: u32 = 50;
/// Findings of each vendor.
pub const FINDINGS: u32 = 10;
/// Vendors written in one change.
const TOGETHER: u32 = 50;
/// Over how many days they were entered.
const DAYS: u64 = 365;

/// The moment at which everything is written.
pub fn moment() -> DateTime<Utc> {
    crate::journey::moment()
}

/// An id that follows from what it names.
fn id(kind: u128, number: u32) -> Uuid {
    Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | kind << 32 | u128::from(number))
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("an invented name is a name")
}

/// The person who does everything.
fn person() -> Person {
    let roles = Role::ALL.into_iter().collect();
    Person { id: PersonId::from_uuid(id(9, 1)), name: name("Mara Lind"), title: None, roles, active: true }
}

/// Makes a workspace of so many vendors at a path where no file is; `told` hears how many are written.
pub fn make(path: &Path, vendors: u32, mut told: impl FnMut(u32)) -> Result<Workspace, StoreError> {
    let begins = moment() - Days::new(DAYS);
    let founding = Founding {
        workspace: WorkspaceId::from_uuid(id(9, 0)),
        organisation: name("Larkfield Instruments"),
        person: person(),
        at: begins,
    };
    let holder = Holder { program: "seed".to_owned(), host: "here".to_owned(), text: "the large workspace".to_owned() };
    let workspace = Workspace::create(path, None, &founding, &holder)?;
    let person = person();
    for from in (0..vendors).step_by(TOGETHER as usize) {
        let to = vendors.min(from + TOGETHER);
        let at = begins + Days::new(u64::from(from) * DAYS / u64::from(vendors.max(1)));
        let subject = Subject::workspace(founding.workspace, &founding.organisation);
        let stamp = Stamp { actor: person.id, actor_name: person.name.clone(), at, op: Op::ImportVendors, subject };
        workspace.write(&stamp, |db| {
            (from..to).try_for_each(|number| {
                let vendor = vendor::enter(db, number, at)?;
                let reports = report::enter(db, &vendor, number, at)?;
                party::enter(db, &vendor, number, at)?;
                finding::enter(db, &vendor, number, &reports, at)
            })
        })?;
        told(to);
    }
    Ok(workspace)
}
