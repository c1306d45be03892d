//! Columns to values and back. Every value that comes out of the file passes the same constructor as one that
//! comes from a person: a file that was edited from outside cannot smuggle in what the types forbid.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use countersign_domain::{LongText, Name};
use rusqlite::{Row, types::Type};
use serde::{Serialize, de::DeserializeOwned};
use std::{error::Error, str::FromStr};

type Invalid = Box<dyn Error + Send + Sync>;

/// Reads a text column and parses it.
pub(crate) fn get<T>(row: &Row<'_>, at: usize, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> rusqlite::Result<T> {
    parse(row.get_ref(at)?.as_str()?).map_err(|invalid| invalid_column(at, invalid))
}

/// Reads a text column that may be NULL and parses it.
pub(crate) fn opt<T>(
    row: &Row<'_>,
    at: usize,
    parse: impl FnOnce(&str) -> Result<T, Invalid>,
) -> rusqlite::Result<Option<T>> {
    let Some(text) = row.get_ref(at)?.as_str_or_null()? else { return Ok(None) };
    parse(text).map(Some).map_err(|invalid| invalid_column(at, invalid))
}

fn invalid_column(at: usize, invalid: Invalid) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, invalid)
}

/// Parses what has a `FromStr`: ids and hashes.
pub(crate) fn parsed<T: FromStr<Err: Error + Send + Sync + 'static>>(text: &str) -> Result<T, Invalid> {
    Ok(text.parse()?)
}

/// Parses one of a closed set of names.
pub(crate) fn one_of<T>(from_name: fn(&str) -> Option<T>) -> impl FnOnce(&str) -> Result<T, Invalid> {
    move |text| from_name(text).ok_or_else(|| format!("an unknown name: {text}").into())
}

/// Parses a name that serde knows; for enums that have no `from_name`.
pub(crate) fn serde_name<T: DeserializeOwned>(text: &str) -> Result<T, Invalid> {
    Ok(serde_json::from_value(serde_json::Value::String(text.to_owned()))?)
}

/// Parses a [`Name`].
pub(crate) fn name(text: &str) -> Result<Name, Invalid> {
    Ok(Name::parse(text)?)
}

/// Parses names that stand one to a line; a name has no line breaks.
pub(crate) fn names(text: &str) -> Result<Vec<Name>, Invalid> {
    text.split('\n').map(name).collect()
}

/// Parses a [`LongText`].
pub(crate) fn long_text(text: &str) -> Result<LongText, Invalid> {
    Ok(LongText::parse(text)?)
}

/// Parses a time.
pub(crate) fn time(text: &str) -> Result<DateTime<Utc>, Invalid> {
    Ok(DateTime::parse_from_rfc3339(text)?.to_utc())
}

/// Parses a day.
pub(crate) fn day(text: &str) -> Result<NaiveDate, Invalid> {
    Ok(text.parse()?)
}

/// Parses JSON.
pub(crate) fn json<T: DeserializeOwned>(text: &str) -> Result<T, Invalid> {
    Ok(serde_json::from_str(text)?)
}

/// Writes a time so that text order is time order and nothing is lost.
pub(crate) fn of_time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// Writes the serde name of an enum's value.
pub(crate) fn of_serde_name<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("only enums without fields are stored by their serde name"),
    }
}
