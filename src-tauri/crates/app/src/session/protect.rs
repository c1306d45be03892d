//! Sets, changes and takes off the passphrase, and changes the organisation.

use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Op};
use countersign_store::Passphrase;

/// The fewest characters of a passphrase: fewer fall to guessing even against a slow derivation.
const MIN_CHARACTERS: usize = 8;

/// Refuses a passphrase that protects nothing.
pub(super) fn check(passphrase: Option<&Passphrase>) -> Result<(), Failure> {
    match passphrase {
        Some(passphrase) if passphrase.characters() < MIN_CHARACTERS => {
            Err(fail::invalid("passphrase", Problem::TooShort { limit: MIN_CHARACTERS as u32 }))
        }
        Some(_) | None => Ok(()),
    }
}

impl App {
    /// Sets, changes or takes off the passphrase.
    pub(crate) fn set_protection(&self, input: w::SetProtection) -> Result<w::Session, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepWorkspace)?;
        let (current, new) = (input.current.map(Passphrase::new), input.new.map(Passphrase::new));
        check(new.as_ref())?;
        let facts = opened.store.read(|db| db.workspace()).map_err(fail::store)?;
        let subject = opened.as_subject(&facts.organisation);
        let stamp = stamp(&person, permit, self.clock.now(), Op::ChangeProtection, subject);
        opened.store.set_protection(current.as_ref(), new.as_ref(), &stamp).map_err(fail::store)?;
        self.session_view()
    }

    /// Changes the organisation's name.
    pub(crate) fn save_organisation(&self, input: &w::SaveOrganisation) -> Result<w::Session, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepWorkspace)?;
        let name = people::name("name", &input.name)?;
        let stamp = stamp(&person, permit, self.clock.now(), Op::ChangeSettings, opened.as_subject(&name));
        opened
            .store
            .write(&stamp, |db| {
                db.note("was", db.workspace()?.organisation.as_str());
                db.note("became", name.as_str());
                db.set_organisation(&name)
            })
            .map_err(fail::store)?;
        self.session_view()
    }
}
