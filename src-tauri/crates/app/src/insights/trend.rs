//! The way of figures over the months: each point is worked out of the workspace as it was at the end of its day
//! (`decisions/0024`), and kept in memory, because the past does not change.

use super::{
    gather::{Filter, Gathered},
    show,
};
use crate::{App, insights};
use chrono::{Datelike as _, Months, NaiveDate};
use countersign_contract::{Failure, wire as w};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many points there are with the day itself.
const POINTS: u32 = 12;

/// How many vendors times days are kept as they were gathered: about 20 kB each, so that a large register does not fill the
/// memory. Twelve months of 500 vendors fit.
const KEPT: usize = 6_000;

/// Figures of days that have passed, and what they were worked out of.
#[derive(Default)]
pub(crate) struct PastFigures(Mutex<Past>);

#[derive(Default)]
struct Past {
    figures: HashMap<(NaiveDate, Filter), Vec<w::TrendFigure>>,
    /// The one that was used last stands last.
    gathered: Vec<Arc<Gathered>>,
}

impl std::fmt::Debug for PastFigures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PastFigures").finish_non_exhaustive()
    }
}

impl PastFigures {
    fn past(&self) -> MutexGuard<'_, Past> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, key: &(NaiveDate, Filter)) -> Option<Vec<w::TrendFigure>> {
        self.past().figures.get(key).cloned()
    }

    fn keep(&self, key: (NaiveDate, Filter), figures: Vec<w::TrendFigure>) {
        self.past().figures.insert(key, figures);
    }

    /// What was gathered of a day before: another filter asks for the same.
    pub(super) fn gathered(&self, day: NaiveDate) -> Option<Arc<Gathered>> {
        let mut past = self.past();
        let at = past.gathered.iter().position(|known| known.day == day)?;
        let found = past.gathered.remove(at);
        past.gathered.push(Arc::clone(&found));
        Some(found)
    }

    /// Keeps what was gathered of a day that has passed; what was not used for longest goes.
    pub(super) fn keep_gathered(&self, gathered: &Arc<Gathered>) {
        let mut past = self.past();
        past.gathered.retain(|known| known.day != gathered.day);
        past.gathered.push(Arc::clone(gathered));
        let weight = |gathered: &[Arc<Gathered>]| gathered.iter().map(|one| one.rows.len().max(1)).sum::<usize>();
        while past.gathered.len() > 1 && weight(&past.gathered) > KEPT {
            past.gathered.remove(0);
        }
    }

    /// Forgets them: another workspace is open.
    pub(crate) fn clear(&self) {
        *self.past() = Past::default();
    }
}

impl App {
    /// The way of the figures over the last twelve months.
    pub(crate) fn insights_trend_view(&self, input: &w::InsightsQuery) -> Result<w::TrendView, Failure> {
        let (opened, today) = (self.opened()?, self.clock.today());
        let filter = insights::filter(input);
        let last = input.as_of.unwrap_or(today);
        let known_since = self.known_since(&opened)?;
        let mut points = Vec::new();
        for day in ends_of_months(last).into_iter().filter(|day| known_since.is_some_and(|since| *day >= since)) {
            let key = (day, filter.clone());
            let kept = if day < today { self.past_figures.get(&key) } else { None };
            let figures = match kept {
                Some(figures) => figures,
                None => {
                    let gathered = self.gathered_on(&opened, day)?;
                    insights::worked(&gathered, &filter).iter().map(show::trend).collect()
                }
            };
            if day < today {
                self.past_figures.keep(key, figures.clone());
            }
            points.push(w::TrendPoint { day, figures });
        }
        Ok(w::TrendView { points })
    }
}

/// The last days of the months before that of `last`, and `last` itself, oldest first.
fn ends_of_months(last: NaiveDate) -> Vec<NaiveDate> {
    let first = last.with_day(1).unwrap_or(last);
    let ends = (0..POINTS - 1).rev().filter_map(|back| first.checked_sub_months(Months::new(back))?.pred_opt());
    ends.chain([last]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_ends_of_months_and_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let days = ends_of_months(day("2026-03-17"));
        assert_eq!(days.len(), 12);
        assert_eq!(
            (days[0], days[9], days[10], days[11]),
            (day("2025-04-30"), day("2026-01-31"), day("2026-02-28"), day("2026-03-17"))
        );
    }
}
