//! A large invented workspace at two sizes: Today, Insights with their way over the months, the register, search; and how that
//! grows. The sizes are those that the program is made for, and a tenth of it.

use crate::{
    Outcome,
    table::{self, ms, say, time_ratio},
    timing::{in_turn, timed},
};
use countersign_app::{App, Config, FixedClock, Headless, Ids};
use countersign_contract::{Commands as _, wire as w};
use countersign_store::StoreError;
use countersign_tests::seed;
use rusqlite::Connection;
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

const RUNS: usize = 5;
/// Vendors of the full size.
pub(crate) const VENDORS: u32 = 2_000;
/// What a person types: a pair of words that few pages have, and a word that nearly every page has.
const FEW: &str = "Section 4217";
const MANY: &str = "security";
const HITS: u32 = 20;

/// What the program wants to keep to, on one core.
const LIMITS: [(&str, u64); 8] = [
    ("Today", 200),
    ("Today after a change", 200),
    ("Insights", 1_000),
    ("Insights after a change", 1_000),
    ("list of vendors", 200),
    ("list after a change", 200),
    ("search, few pages", 100),
    ("search, most pages", 100),
];

const HEADS: [&str; 8] = ["what", "a tenth", "peer", "ours/peer", "full", "peer", "ours/peer", "growth"];

/// A workspace of one size, with the application on it and the peer beside it.
struct Sized {
    app: Arc<App>,
    peer: Connection,
    _folder: tempfile::TempDir,
}

pub(crate) fn measure(vendors: u32) -> Outcome<()> {
    let tenth = (vendors / 10).max(1);
    say(&format!("\nLarge workspace, {tenth} and {vendors} vendors, medians of {RUNS} runs in turn, in ms"));
    say(
        "peer: bare SQLite on the same file: reads the same rows whole and does nothing with them, or asks its full-text",
    );
    say("index for the same words without more");
    let [few, many] = [Sized::make(tenth)?, Sized::make(vendors)?];
    let mut rows = Vec::new();
    for ((name, limit), (ours, theirs)) in LIMITS.into_iter().zip(tasks()) {
        let [small, small_peer, large, large_peer] = in_turn(
            RUNS,
            [&mut || ours(&few.app), &mut || timed(|| theirs(&few.peer)), &mut || ours(&many.app), &mut || {
                timed(|| theirs(&many.peer))
            }],
        )?;
        let wanted = Duration::from_millis(limit);
        let kept = if large <= wanted { "" } else { ", over" };
        rows.push(vec![
            format!("{name} (wanted {limit}{kept})"),
            ms(small),
            ms(small_peer),
            time_ratio(small, small_peer),
            ms(large),
            ms(large_peer),
            time_ratio(large, large_peer),
            time_ratio(large, small),
        ]);
    }
    table::print(&HEADS, &rows);
    // The past is worked out once and kept: a second time says nothing.
    for (name, sized) in [("a tenth", &few), ("full", &many)] {
        let took = timed(|| asked(sized.app.insights_trend(everybody())))?;
        say(&format!("way over the months, asked the first time, {name}: {} ms", ms(took)));
    }
    Ok(())
}

type Task = (fn(&App) -> Outcome<Duration>, fn(&Connection) -> Outcome<usize>);

/// What is measured, in the order of [`LIMITS`]. What was worked out of the workspace is kept while nobody changes it: so
/// everything is asked again as it is, and after something was said of a vendor.
fn tasks() -> [Task; 8] {
    [
        (|app| timed(|| asked(app.today(w::Nothing {}))), read_rows),
        (|app| changed(app).and_then(|()| timed(|| asked(app.today(w::Nothing {})))), read_rows),
        (|app| timed(|| asked(app.insights(everybody()))), read_rows),
        (|app| changed(app).and_then(|()| timed(|| asked(app.insights(everybody())))), read_rows),
        (|app| timed(|| asked(app.vendors(w::Nothing {}))), read_rows),
        (|app| changed(app).and_then(|()| timed(|| asked(app.vendors(w::Nothing {})))), read_rows),
        (|app| timed(|| found(app, FEW)), |peer| look(peer, "section AND 4217*")),
        (|app| timed(|| found(app, MANY)), |peer| look(peer, "security*")),
    ]
}

/// Says something of a vendor: the owner, the class and everything else stay, the notes change.
fn changed(app: &App) -> Outcome<()> {
    let rows = asked(app.vendors(w::Nothing {}))?;
    let first = rows.first().ok_or("there are vendors")?.id;
    let known = asked(app.vendor(w::VendorRef { vendor: first }))?;
    let before: u32 = known.notes.as_deref().and_then(|notes| notes.parse().ok()).unwrap_or(0);
    let saved = w::SaveVendor {
        id: Some(first),
        name: known.row.name,
        aliases: known.aliases,
        service: known.row.service,
        tier: known.row.tier,
        tier_reason: known.tier_reason,
        owner: known.owner,
        notes: Some((before + 1).to_string()),
    };
    asked(app.vendor_save(saved)).map(|_| ())
}

fn everybody() -> w::InsightsQuery {
    w::InsightsQuery { as_of: None, tier: None, owner: None, tag: None }
}

fn asked<T>(answer: Result<T, countersign_contract::Failure>) -> Outcome<T> {
    answer.map_err(|failure| format!("{failure:?}").into())
}

fn found(app: &App, text: &str) -> Outcome<usize> {
    Ok(asked(app.search(w::Search { text: text.to_owned() }))?.len())
}

/// Reads every row that the figures rest on, whole.
fn read_rows(peer: &Connection) -> Outcome<usize> {
    let mut bytes = 0;
    for table in ["vendor", "vendor_profile", "document_evidence", "finding", "decision", "review"] {
        let mut statement = peer.prepare_cached(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                bytes += row.get_ref(column)?.as_bytes_or_null().ok().flatten().map_or(8, <[u8]>::len);
            }
        }
    }
    Ok(bytes)
}

/// Asks the full-text index for the first pages of words, in no order.
fn look(peer: &Connection, words: &str) -> Outcome<usize> {
    let mut statement = peer.prepare_cached("SELECT rowid FROM page_fts WHERE page_fts MATCH ? LIMIT ?")?;
    let rows = statement.query_map((words, HITS), |row| row.get::<_, i64>(0))?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.len())
}

impl Sized {
    fn make(vendors: u32) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("Large.countersign");
        let since = Instant::now();
        let made: Result<_, StoreError> = seed::make(&path, vendors, |_| {});
        drop(made?);
        let size = std::fs::metadata(&path)?.len() as f64 / 1e6;
        say(&format!("{vendors} vendors made in {:.1} s, {size:.0} MB", since.elapsed().as_secs_f64()));
        let app = opened(folder.path(), &path)?;
        // What the rules look at of documents is worked out the first time and kept.
        let first = timed(|| asked(app.today(w::Nothing {})))?;
        say(&format!("the very first look at {vendors} vendors reads every report once: {} ms", ms(first)));
        drop(app);
        let app = opened(folder.path(), &path)?;
        let first = timed(|| asked(app.today(w::Nothing {})))?;
        say(&format!("the first look after opening it again: {} ms", ms(first)));
        Ok(Self { app, peer: Connection::open(&path)?, _folder: folder })
    }
}

fn opened(folder: &Path, path: &Path) -> Outcome<Arc<App>> {
    let config = Config::new(folder.join("config"), folder.join("data"))?;
    let app = App::new(config, Arc::new(FixedClock(seed::moment())), Ids::seeded(7), Arc::new(Headless));
    asked(app.open_path(path, None))?;
    Ok(app)
}
