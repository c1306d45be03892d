//! People of our organisation, and who acts.

use crate::{App, application::stamp, fail, names};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, LongText, Name, Op, Permit, Person, PersonId, Role};
use countersign_store::Subject;

/// Parses a name of a field.
pub(crate) fn name(field: &str, text: &str) -> Result<Name, Failure> {
    Name::parse(text).map_err(|error| fail::invalid(field, fail::text_problem(error)))
}

/// Parses a name that may be missing; white space alone counts as missing.
pub(crate) fn optional_name(field: &str, text: Option<&str>) -> Result<Option<Name>, Failure> {
    text.filter(|text| !text.trim().is_empty()).map(|text| name(field, text)).transpose()
}

/// Parses a longer text.
pub(crate) fn long_text(field: &str, text: &str) -> Result<LongText, Failure> {
    LongText::parse(text).map_err(|error| fail::invalid(field, fail::text_problem(error)))
}

/// Parses a longer text that may be missing.
pub(crate) fn optional_text(field: &str, text: Option<&str>) -> Result<Option<LongText>, Failure> {
    text.filter(|text| !text.trim().is_empty()).map(|text| long_text(field, text)).transpose()
}

/// How a person is shown.
pub(crate) fn view(person: &Person) -> w::PersonView {
    w::PersonView {
        id: person.id.uuid(),
        name: person.name.to_string(),
        title: person.title.as_ref().map(ToString::to_string),
        roles: person.roles.iter().copied().map(names::role_name).collect(),
        active: person.active,
        may: abilities(person),
    }
}

/// What the person may do.
pub(crate) fn abilities(person: &Person) -> Vec<w::Ability> {
    let allowed = |action: &Action| Permit::request(person, *action).is_ok();
    names::ACTIONS.into_iter().filter(allowed).map(names::ability).collect()
}

/// The name of a person, for lists.
pub(crate) fn name_in(people: &[Person], id: PersonId) -> String {
    people.iter().find(|person| person.id == id).map_or_else(|| "somebody".to_owned(), |person| person.name.to_string())
}

impl App {
    /// All people, those who act first, then by name.
    pub(crate) fn people_views(&self) -> Result<Vec<w::PersonView>, Failure> {
        let mut people = self.opened()?.store.read(|db| db.persons()).map_err(fail::store)?;
        people.sort_by(|a, b| (!a.active, &a.name).cmp(&(!b.active, &b.name)));
        Ok(people.iter().map(view).collect())
    }

    /// Enters or changes a person.
    pub(crate) fn save_person(&self, input: &w::SavePerson) -> Result<w::PersonView, Failure> {
        let opened = self.opened()?;
        let (actor, permit) = opened.permit(Action::KeepWorkspace)?;
        let now = self.clock.now();
        let mut roles: Vec<Role> = input.roles.iter().copied().map(names::role).collect();
        roles.sort_unstable();
        roles.dedup();
        let person = Person {
            id: PersonId::from_uuid(input.id.unwrap_or_else(|| self.id(now))),
            name: name("name", &input.name)?,
            title: optional_name("title", input.title.as_deref())?,
            roles,
            active: input.active,
        };
        let others = opened.store.read(|db| db.persons()).map_err(fail::store)?;
        if input.id.is_some() && !others.iter().any(|known| known.id == person.id) {
            return Err(fail::not_found("person"));
        }
        let administers = |person: &Person| person.active && person.has(Role::Administrator);
        if !administers(&person) && !others.iter().any(|other| other.id != person.id && administers(other)) {
            return Err(fail::invalid("roles", Problem::LastAdministrator));
        }
        let stamp = stamp(&actor, permit, now, Op::SavePerson, Subject::person(&person));
        opened
            .store
            .write(&stamp, |db| {
                db.note("became", serde_json::json!(person));
                db.save_person(&person)
            })
            .map_err(fail::store)?;
        Ok(view(&person))
    }

    /// Says who acts from now on.
    pub(crate) fn set_actor(&self, input: &w::SetActor) -> Result<w::Session, Failure> {
        let opened = self.opened()?;
        let id = PersonId::from_uuid(input.person);
        let person = opened.store.read(|db| db.person(id)).map_err(fail::store)?;
        let person = person.filter(|person| person.active).ok_or_else(|| fail::not_found("person"))?;
        opened.set_actor(person.id);
        self.remember()?;
        self.session_view()
    }
}
