//! What is written in a cell, as a value; or why it is none, in words.

use chrono::NaiveDate;
use countersign_contract::wire::DateOrder;
use countersign_domain::{
    Tier,
    register::{Currency, Money, NdaState},
};

/// Why a date was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoDate {
    /// Day first or month first: nobody has said.
    Ambiguous(String),
    /// Anything else.
    Wrong(String),
}

/// What a cell says; `None` where it says nothing, or says that there is nothing to say. The apostrophe that an export puts
/// before a value that looks like a formula is taken off.
pub(crate) fn said(cell: &str) -> Option<&str> {
    let text = without_guard(cell.trim()).trim();
    let nothing = ["", "-", "–", "—", "n/a", "#n/a", "na", "null", "tbd", "?"];
    (!nothing.contains(&text.to_lowercase().as_str())).then_some(text)
}

/// Whether a spreadsheet program would take the text for a formula, or for a guarded one.
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Puts an apostrophe before what a spreadsheet program would take for a formula.
pub(crate) fn guarded(text: &str) -> String {
    if looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the apostrophe off again.
pub(crate) fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_like_formula(rest)).unwrap_or(text)
}

/// Reads a date. A date in digits is taken only where it can be read in one way, or somebody has said the order.
pub(crate) fn date(text: &str, order: Option<DateOrder>) -> Result<NaiveDate, NoDate> {
    let wrong = || NoDate::Wrong(format!("not a date: {text}"));
    // A moment of the day says nothing here.
    let day = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && day.len() >= 8 => day,
        _ => text,
    };
    let parts: Vec<&str> = day.split(|c: char| " -/.,".contains(c)).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return Err(wrong()) };
    let digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let day_of = |year: u32, month: u32, day: u32| {
        let date = NaiveDate::from_ymd_opt(year.cast_signed(), month, day).ok_or_else(wrong)?;
        if countersign_domain::period::is_plausible(date) { Ok(date) } else { Err(wrong()) }
    };
    if let Some(at) = parts.iter().position(|part| month(part).is_some()) {
        let month = month(parts[at]).unwrap_or(0);
        let others: Vec<&str> = parts.iter().enumerate().filter(|(nth, _)| *nth != at).map(|(_, part)| *part).collect();
        let plain = |part: &str| part.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
        let (a, b) = (plain(others[0]), plain(others[1]));
        return match (a.len(), b.len()) {
            _ if !digits(&a) || !digits(&b) => Err(wrong()),
            (4, 1 | 2) => day_of(number(&a), month, number(&b)),
            (1 | 2, 4) => day_of(number(&b), month, number(&a)),
            (1 | 2, 1 | 2) => Err(NoDate::Wrong(format!("the year needs four digits: {text}"))),
            _ => Err(wrong()),
        };
    }
    if ![first, second, third].into_iter().all(digits) {
        return Err(wrong());
    }
    if first.len() == 4 {
        return day_of(number(first), number(second), number(third));
    }
    if third.len() != 4 {
        return Err(NoDate::Wrong(format!("the year needs four digits: {text}")));
    }
    let (a, b, year) = (number(first), number(second), number(third));
    let (day_first, month_first) = (day_of(year, b, a), day_of(year, a, b));
    match order {
        Some(DateOrder::Dmy) => day_first.map_err(|_| NoDate::Wrong(format!("not a date with the day first: {text}"))),
        Some(DateOrder::Mdy) => {
            month_first.map_err(|_| NoDate::Wrong(format!("not a date with the month first: {text}")))
        }
        Some(DateOrder::Ymd) => Err(NoDate::Wrong(format!("not a date with the year first: {text}"))),
        None => match (day_first, month_first) {
            (Ok(one), Ok(other)) if one != other => Err(NoDate::Ambiguous(text.to_owned())),
            (Ok(date), _) | (_, Ok(date)) => Ok(date),
            (Err(error), Err(_)) => Err(error),
        },
    }
}

/// The number of a month by its name or the first three letters of it.
fn month(part: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let part = part.to_ascii_lowercase();
    let fits = |month: &str| part == month || (part.len() == 3 && month.starts_with(&part));
    MONTHS.iter().position(|month| fits(month)).map(|at| at as u32 + 1)
}

/// Reads a tier. Numbers are not taken: some count from the worst, some to it.
pub(super) fn tier(text: &str) -> Result<Tier, String> {
    let folded = super::fields::folded(text);
    let word = folded.strip_suffix(" risk").or_else(|| folded.strip_suffix(" criticality")).unwrap_or(&folded);
    Ok(match word {
        "critical" | "crit" | "business critical" | "mission critical" => Tier::Critical,
        "high" => Tier::High,
        "medium" | "med" | "moderate" => Tier::Medium,
        "low" => Tier::Low,
        _ => return Err(format!("not a tier (critical, high, medium, low): {text}")),
    })
}

/// Reads what was agreed about confidentiality. A plain "no" is not taken: it may mean "not needed" or "missing".
pub(super) fn nda(text: &str) -> Result<NdaState, String> {
    Ok(match super::fields::folded(text).as_str() {
        "signed" | "yes" | "y" | "true" | "in place" | "executed" | "mutual" | "x" => NdaState::Signed,
        "click through" | "clickthrough" | "accepted" => NdaState::ClickThrough,
        "not needed" | "not required" | "none needed" => NdaState::NotNeeded,
        "missing" | "outstanding" | "open" => NdaState::Missing,
        _ => return Err(format!("not one of signed, click-through, not needed, missing: {text}")),
    })
}

/// Reads a number of days, with or without the word.
pub(super) fn days(text: &str) -> Result<u16, String> {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ' ' || c == '.');
    let unit = text[number.len()..].trim().to_lowercase();
    let counted = matches!(unit.as_str(), "" | "d" | "day" | "days");
    number.trim().parse().ok().filter(|_| counted).ok_or_else(|| format!("not a number of days: {text}"))
}

/// How many digits a currency has after its point (ISO 4217).
pub(super) fn decimals(currency: Currency) -> usize {
    match currency.as_str() {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
        | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

/// Reads an amount: digits with separators, and the currency where the cell names it by its code, € or £. A dollar sign does
/// not say whose dollars.
pub(super) fn amount(text: &str, given: Option<Currency>) -> Result<Money, String> {
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let named = match letters.len() {
        0 if text.contains('€') => Currency::parse("EUR").ok(),
        0 if text.contains('£') => Currency::parse("GBP").ok(),
        0 => None,
        _ => Some(Currency::parse(&letters).map_err(|_| format!("not an amount: {text}"))?),
    };
    let currency = match (named, given) {
        (Some(named), Some(given)) if named != given => {
            return Err(format!("two currencies, {named} and {given}: {text}"));
        }
        (Some(currency), _) | (None, Some(currency)) => currency,
        (None, None) => return Err(format!("in which currency is not said: {text}")),
    };
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || ".,'-".contains(*c)).collect();
    let minor = minor(&number, decimals(currency)).ok_or_else(|| format!("not an amount: {text}"))?;
    Money::new(minor, currency).map_err(|_| format!("not an amount: {text}"))
}

/// The smallest units that a number with separators is. The last separator is the point unless three digits follow it and it
/// could stand between thousands.
fn minor(number: &str, decimals: usize) -> Option<i64> {
    let plain: String = number.chars().filter(|c| *c != '\'').collect();
    let last = plain.rfind(['.', ',']);
    let (whole, fraction) = match last {
        None => (plain.clone(), String::new()),
        Some(at) => {
            let (before, after) = (&plain[..at], &plain[at + 1..]);
            let sign = plain.as_bytes()[at];
            let repeated = plain.bytes().filter(|byte| *byte == sign).count() > 1;
            let thousands = repeated || (after.len() == 3 && decimals != 3);
            if thousands { (plain.clone(), String::new()) } else { (before.to_owned(), after.to_owned()) }
        }
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    if groups.len() > 1 && (groups[0].is_empty() || groups[1..].iter().any(|group| group.len() != 3)) {
        return None;
    }
    let whole: String = groups.concat();
    if whole.is_empty()
        || fraction.len() > decimals.max(2)
        || fraction.len() > decimals && fraction.bytes().any(|b| b != b'0')
    {
        return None;
    }
    let padded: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    let digits = whole + &padded;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// An amount as it is read again.
pub(crate) fn amount_text(money: Money) -> String {
    let decimals = decimals(money.currency());
    let digits = format!("{:0>width$}", money.minor(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if fraction.bytes().all(|digit| digit == b'0') { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

/// The names of a list: one to a line or, where the cell has one line, between semicolons.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    let sign = if text.contains('\n') { '\n' } else { ';' };
    text.split(sign).map(str::trim).filter(|name| !name.is_empty())
}

/// A list as it is read again.
pub(super) fn list_text<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    if names.iter().any(|name| name.contains(';')) { names.join("\n") + "\n" } else { names.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_date_is_taken_where_it_can_be_read_in_one_way() {
        for same in [
            "2026-03-31",
            "2026/3/31",
            "31/03/2026",
            "3/31/2026",
            "31 Mar 2026",
            "March 31, 2026",
            "31-MAR-2026",
            "31st March 2026",
            "2026-03-31 00:00:00",
            "2026-03-31T00:00:00",
        ] {
            assert_eq!(date(same, None), Ok(day("2026-03-31")), "{same}");
        }
        assert_eq!(date("04.04.2026", None), Ok(day("2026-04-04")), "either way the same day");
        assert_eq!(date("03/04/2026", None), Err(NoDate::Ambiguous("03/04/2026".to_owned())), "never guessed");
        assert_eq!(date("03/04/2026", Some(DateOrder::Dmy)), Ok(day("2026-04-03")));
        assert_eq!(date("03/04/2026", Some(DateOrder::Mdy)), Ok(day("2026-03-04")));
        for (text, order) in
            [("31/03/2026", DateOrder::Mdy), ("3/31/2026", DateOrder::Dmy), ("31/03/2026", DateOrder::Ymd)]
        {
            assert!(date(text, Some(order)).is_err(), "{text} does not fit the order that was said");
        }
        for wrong in
            ["31/03/26", "45382", "soon", "2026-02-30", "1/2", "0001-01-01", "31 Mar 26", "٣/٤/2026", "99999-1-1"]
        {
            assert!(matches!(date(wrong, Some(DateOrder::Dmy)), Err(NoDate::Wrong(_))), "{wrong}");
        }
    }

    #[test]
    fn amounts_are_read_with_the_separators_of_any_country() {
        let eur = Currency::parse("EUR").ok();
        for (text, minor) in [
            ("12000", 1_200_000),
            ("12,000", 1_200_000),
            ("12.000", 1_200_000),
            ("12,000.50", 1_200_050),
            ("12.000,50", 1_200_050),
            ("€ 12 000", 1_200_000),
            ("12'000.5", 1_200_050),
            ("1,234,567", 123_456_700),
            ("0.99", 99),
            ("EUR 7", 700),
            ("12.50", 1_250),
        ] {
            assert_eq!(amount(text, eur).map(Money::minor), Ok(minor), "{text}");
        }
        for wrong in ["-5", "12,34,5", "ten", "1.2.3", "12.345,6.7", "USD 5", "", ".", "1e9", "99999999999999999999"] {
            assert!(amount(wrong, eur).is_err(), "{wrong}");
        }
        assert!(amount("$ 500", None).is_err(), "whose dollars is not said");
        assert_eq!(amount("500 JPY", None).map(Money::minor), Ok(500), "yen have no smaller unit");
        assert_eq!(
            amount("1.500", Currency::parse("KWD").ok()).map(Money::minor),
            Ok(1_500),
            "dinars have three digits"
        );
    }

    #[test]
    fn words_for_tiers_and_agreements_are_those_of_registers() {
        assert_eq!(tier("Critical"), Ok(Tier::Critical));
        assert_eq!(tier("High risk"), Ok(Tier::High));
        assert!(tier("1").is_err() && tier("Tier 2").is_err(), "some count from the worst, some to it");
        assert_eq!(nda("Click-through"), Ok(NdaState::ClickThrough));
        assert!(nda("No").is_err(), "not needed, or missing?");
        assert_eq!((days("90"), days("30 days")), (Ok(90), Ok(30)));
        assert!(days("3 months").is_err() && days("-1").is_err());
    }

    proptest! {
        #[test]
        fn a_guarded_text_is_never_a_formula_and_comes_back(text in "['=+@a-]{0,6}|.{0,20}") {
            let out = guarded(&text);
            prop_assert!(!out.starts_with(['=', '+', '-', '@', '\t', '\r']), "{out} would be computed");
            prop_assert_eq!(without_guard(&out), text);
        }

        #[test]
        fn nothing_in_a_cell_panics(text in "\\PC{0,24}|[0-9./, '€$-]{0,16}") {
            let _told = (said(&text), date(&text, None), date(&text, Some(DateOrder::Mdy)), tier(&text), nda(&text), days(&text));
            let _told = (amount(&text, None), amount(&text, Currency::parse("EUR").ok()), list(&text).count());
        }

        #[test]
        fn an_amount_comes_back(minor in 0_i64..1_000_000_000_000, code in "EUR|JPY|KWD|USD") {
            let currency = Currency::parse(&code).expect("a currency");
            let money = Money::new(minor, currency).expect("an amount");
            prop_assert_eq!(amount(&amount_text(money), Some(currency)), Ok(money));
        }

        #[test]
        fn a_list_comes_back(names in proptest::collection::vec("[a-z;,]{1,8}", 1..5)) {
            let text = list_text(names.iter().map(String::as_str));
            prop_assert_eq!(list(&text).collect::<Vec<_>>(), names);
        }
    }
}
