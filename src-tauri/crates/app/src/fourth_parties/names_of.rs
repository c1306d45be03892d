//! Which names are of one party: said by people, and taken back as exactly as it was said.

use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Name, Op,
    fourth_party::{Aliases, PartyKey},
};
use countersign_store::Change;

impl App {
    /// Says that two names are of one party.
    pub(crate) fn merge_parties(&self, input: &w::MergeParties) -> Result<w::MergedParties, Failure> {
        let (name, into) = (key("name", &input.name)?, key("into", &input.into)?);
        let aliases = self.aliases()?;
        let merged = aliases.merging(&name, &into).map_err(|_| fail::invalid("into", Problem::AlreadyDone))?;
        self.name_parties(|db, by, at| {
            db.note("name", merged.name.as_str());
            db.note("merged_into", merged.into.as_str());
            db.merge_party(&merged, by, at)
        })?;
        Ok(w::MergedParties { name: merged.name.to_string() })
    }

    /// Takes a name out of the party into which it was merged.
    pub(crate) fn split_party(&self, input: &w::PartyNameRef) -> Result<w::Nothing, Failure> {
        let name = key("name", &input.name)?;
        let aliases = self.aliases()?;
        if !aliases.is_merged(&name) {
            return Err(fail::not_found("name"));
        }
        self.name_parties(|db, _, _| {
            db.note("name", name.as_str());
            db.note("split_from", aliases.party(&name).as_str());
            db.split_party(&name)
        })
    }

    /// Says that two names are of two parties, or forgets that.
    pub(crate) fn keep_parties_apart(&self, input: &w::KeepApart) -> Result<w::Nothing, Failure> {
        let pair = Aliases::pair(key("name", &input.name)?, key("other", &input.other)?);
        if pair.0 == pair.1 {
            return Err(fail::invalid("other", Problem::WrongForm));
        }
        self.name_parties(|db, by, at| {
            db.note("name", pair.0.as_str());
            db.note("other", pair.1.as_str());
            db.note("apart", input.apart);
            if input.apart { db.keep_parties_apart(&pair, by, at) } else { db.forget_parties_apart(&pair) }
        })
    }

    fn aliases(&self) -> Result<Aliases, Failure> {
        self.opened()?.store.read(|db| db.party_aliases()).map_err(fail::store)
    }

    fn name_parties(
        &self,
        write: impl FnOnce(
            &mut Change<'_>,
            countersign_domain::PersonId,
            chrono::DateTime<chrono::Utc>,
        ) -> Result<(), countersign_store::StoreError>,
    ) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let organisation = opened.store.read(|db| Ok(db.workspace()?.organisation)).map_err(fail::store)?;
        let stamp = stamp(&person, permit, now, Op::NameFourthParty, opened.as_subject(&organisation));
        opened.store.write(&stamp, |db| write(db, person.id, now)).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

/// A name is text as every other name is.
fn key(field: &str, text: &str) -> Result<PartyKey, Failure> {
    let name = Name::parse(text).map_err(|error| fail::invalid(field, fail::text_problem(error)))?;
    Ok(PartyKey::of(name.as_str()))
}
