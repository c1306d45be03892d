//! What a closure gets: a [`Snapshot`] reads, a [`Change`] also writes. Their methods stand with the concept they are about.

use crate::{
    StoreError,
    audit::{self, Entry, Stamp, Subject},
    column,
    error::Fault,
};
use countersign_domain::Op;
use rusqlite::{CachedStatement, Connection, Params, Row};
use serde_json::{Map, Value};
use std::ops::Deref;

/// The workspace as it is at one moment: everything read through it belongs together.
#[derive(Debug)]
pub struct Snapshot<'c> {
    connection: &'c Connection,
}

impl<'c> Snapshot<'c> {
    pub(crate) const fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    pub(crate) const fn connection(&self) -> &Connection {
        self.connection
    }

    pub(crate) fn statement(&self, sql: &str) -> Result<CachedStatement<'_>, Fault> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Fault> {
        Ok(self.statement(sql)?.query_map(params, map)?.collect::<Result<_, _>>()?)
    }

    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Fault> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        Ok(rows.next()?.map(map).transpose()?)
    }

    pub(crate) fn count(&self, sql: &str) -> Result<u32, Fault> {
        Ok(self.statement(sql)?.query_row([], |row| row.get(0))?)
    }
}

/// One change of the workspace: all of it is recorded, with its audit entry, or nothing.
#[derive(Debug)]
pub struct Change<'c> {
    snapshot: Snapshot<'c>,
    stamp: &'c Stamp,
    detail: Map<String, Value>,
}

impl<'c> Change<'c> {
    pub(crate) fn new(connection: &'c Connection, stamp: &'c Stamp) -> Self {
        Self { snapshot: Snapshot::new(connection), stamp, detail: Map::new() }
    }

    /// Adds a detail to this change's audit entry; the same name again overwrites.
    pub fn note(&mut self, name: &str, value: impl Into<Value>) {
        self.detail.insert(name.to_owned(), value.into());
    }

    /// Writes a further audit entry of the same person and time, before the one of the change itself: where one action
    /// of a person does several things that history shows one by one.
    pub fn also(&mut self, op: Op, subject: &Subject, detail: Value) -> Result<(), StoreError> {
        let detail = detail.to_string();
        let entry = Entry { stamp: self.stamp, op, subject, detail: &detail };
        Ok(audit::append(self.connection(), &entry)?)
    }

    /// Who makes this change and when, as columns hold it.
    pub(crate) fn who_and_when(&self) -> (String, String) {
        (self.stamp.actor.to_string(), column::of_time(self.stamp.at))
    }

    pub(crate) fn execute(&mut self, sql: &str, params: impl Params) -> Result<usize, Fault> {
        Ok(self.statement(sql)?.execute(params)?)
    }

    /// Runs an update of one row by its id.
    pub(crate) fn update(&mut self, what: &'static str, sql: &str, params: impl Params) -> Result<(), Fault> {
        if self.execute(sql, params)? == 1 { Ok(()) } else { Err(Fault::Missing(what)) }
    }

    /// Writes the audit entry of the change itself.
    pub(crate) fn finish(self) -> Result<(), Fault> {
        let detail = Value::Object(self.detail).to_string();
        let entry = Entry { stamp: self.stamp, op: self.stamp.op, subject: &self.stamp.subject, detail: &detail };
        audit::append(self.snapshot.connection, &entry)
    }
}

impl<'c> Deref for Change<'c> {
    type Target = Snapshot<'c>;

    fn deref(&self) -> &Snapshot<'c> {
        &self.snapshot
    }
}
