//! People of our organisation.

use crate::{Change, Snapshot, StoreError, column, error::Fault};
use countersign_domain::{Name, Person, PersonId, Role};
use rusqlite::{Row, named_params, params};

impl Snapshot<'_> {
    /// Lists everyone, also those who left, by name.
    pub fn persons(&self) -> Result<Vec<Person>, StoreError> {
        Ok(self.all(include_str!("list.sql"), named_params! {":id": None::<String>}, person)?)
    }

    /// Gives a person.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        Ok(self.one(include_str!("list.sql"), named_params! {":id": id.to_string()}, person)?)
    }
}

impl Change<'_> {
    /// Enters a person, or writes their present values over the earlier ones.
    pub fn save_person(&mut self, person: &Person) -> Result<(), StoreError> {
        Ok(self.write_person(person)?)
    }

    pub(crate) fn write_person(&mut self, person: &Person) -> Result<(), Fault> {
        let id = person.id.to_string();
        self.execute(
            include_str!("save.sql"),
            params![id, person.name.as_str(), person.title.as_ref().map(Name::as_str), person.active],
        )?;
        self.execute("DELETE FROM person_role WHERE person = ?", [&id])?;
        for role in &person.roles {
            // A role given twice is one role.
            self.execute("INSERT OR IGNORE INTO person_role (person, role) VALUES (?, ?)", [&id, role.as_str()])?;
        }
        Ok(())
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let mut roles: Vec<Role> = column::get(row, 4, column::json)?;
    roles.sort_unstable();
    Ok(Person {
        id: column::get(row, 0, column::parsed)?,
        name: column::get(row, 1, column::name)?,
        title: column::opt(row, 2, column::name)?,
        active: row.get(3)?,
        roles,
    })
}
