//! An application with a folder, a clock that stands still and ids that repeat, called by JSON as the user interface does.

use crate::{bridge::BridgeHost, report::Report};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use countersign_app::{App, Clock, Config, Host, Ids};
use countersign_contract::{Failure, dispatch};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// A clock that stands still until a test lets days pass, and how far east of Greenwich it hangs.
#[derive(Debug)]
struct Standing(Mutex<(DateTime<Utc>, TimeDelta)>);

impl Standing {
    fn read(&self) -> (DateTime<Utc>, TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, at: DateTime<Utc>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0 = at;
    }
}

impl Clock for Standing {
    fn now(&self) -> DateTime<Utc> {
        self.read().0
    }

    fn today(&self) -> NaiveDate {
        self.day_of(self.now())
    }

    fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        (at + self.read().1).date_naive()
    }

    fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        day.succ_opt().unwrap_or(NaiveDate::MAX).and_time(NaiveTime::MIN).and_utc() - self.read().1
    }
}

/// The application as a test drives it.
#[derive(Debug)]
pub struct Journey {
    /// The application.
    pub app: Arc<App>,
    /// Its host; dialogs are answered from its queue.
    pub host: Arc<BridgeHost>,
    /// A folder for the files of the test; it goes with the journey.
    pub folder: tempfile::TempDir,
    clock: Arc<Standing>,
}

/// The moment at which every journey's clock stands at first: 17 March 2026, 09:00 UTC.
pub fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_773_738_000, 0).expect("a moment of this century")
}

impl Journey {
    /// Begins without a workspace. `reader` is a program that can be started as the reader's child.
    pub fn begin(reader: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let host = Arc::new(BridgeHost::new(folder.path().to_owned()));
        let config = Config::new(folder.path().join("config"), folder.path().join("data"))
            .expect("folders can be made")
            .with_reader(PathBuf::from(reader));
        let clock = Arc::new(Standing(Mutex::new((moment(), TimeDelta::zero()))));
        let app =
            App::new(config, Arc::clone(&clock) as Arc<dyn Clock>, Ids::seeded(7), Arc::clone(&host) as Arc<dyn Host>);
        Self { app, host, folder, clock }
    }

    /// Lets days pass.
    pub fn pass(&self, days: u64) {
        self.clock.set(self.clock.now().checked_add_days(Days::new(days)).expect("a moment of this century"));
    }

    /// Goes on at 09:00 UTC of a day, written as `2026-03-31`.
    pub fn on(&self, day: &str) {
        let day: NaiveDate = day.parse().expect("a date");
        self.clock.set(day.and_time(moment().time()).and_utc());
    }

    /// Goes on at a moment, written as `2026-03-31T23:30:00Z`, so many hours east of Greenwich.
    pub fn at(&self, moment: &str, east: i64) {
        let at = moment.parse().expect("a moment");
        *self.clock.0.lock().unwrap_or_else(PoisonError::into_inner) = (at, TimeDelta::hours(east));
    }

    /// Begins with a new workspace of "Larkfield Instruments", in which Mara Lind acts.
    pub fn with_workspace(reader: &str) -> Self {
        let journey = Self::begin(reader);
        let place = journey.call("workspace_choose", json!({ "purpose": "create", "suggested_name": "Larkfield" }));
        journey.call(
            "workspace_create",
            json!({
                "place": place["place"],
                "organisation": "Larkfield Instruments",
                "person": "Mara Lind",
                "title": "Procurement lead",
                "passphrase": null,
            }),
        );
        journey
    }

    /// Calls a command that must succeed.
    pub fn call(&self, name: &str, input: Value) -> Value {
        self.ask(name, input).unwrap_or_else(|failure| panic!("{name} failed: {failure:?}"))
    }

    /// Calls a command.
    pub fn ask(&self, name: &str, input: Value) -> Result<Value, Failure> {
        let answer = dispatch(&*self.app, name, input);
        self.keeps_nothing_stale(name);
        answer
    }

    /// What is kept in memory says the same as what is worked out anew, after every command.
    fn keeps_nothing_stale(&self, after: &str) {
        const SHOWN: [&str; 3] = ["today", "vendors", "decisions_stale"];
        let look = || SHOWN.map(|name| dispatch(&*self.app, name, json!({})).ok());
        let kept = look();
        self.app.look_again();
        for ((kept, fresh), name) in kept.into_iter().zip(look()).zip(SHOWN) {
            assert_eq!(kept, fresh, "{name} after {after}, as it was kept and as it is");
        }
    }

    /// Calls a command that must fail, and gives the failure as JSON.
    pub fn fails(&self, name: &str, input: Value) -> Value {
        match self.ask(name, input) {
            Ok(answer) => panic!("{name} should fail, it answered {answer}"),
            Err(failure) => serde_json::to_value(failure).expect("failures are plain data"),
        }
    }

    /// Receives a file and gives what became of it.
    pub fn receive(&self, path: &Path) -> Value {
        let view = self.app.receive_now(path.to_owned(), None).expect("a workspace is open");
        serde_json::to_value(view).expect("jobs are plain data")
    }

    /// Receives the invented report and gives the document's id.
    pub fn received(&self) -> Value {
        let path = self.file("harbourlight soc 2.pdf", &Report::default().pdf());
        let job = self.receive(&path);
        assert_eq!(job["state"]["state"], "stored", "a good report is stored: {job}");
        job["state"]["document"].clone()
    }

    /// Receives a file for a vendor, as JSON names it, and gives what became of it.
    pub fn receive_for(&self, path: &Path, vendor: Value) -> Result<Value, Failure> {
        let target = serde_json::from_value(vendor).expect("a vendor as the contract names it");
        let view = self.app.receive_now(path.to_owned(), Some(target))?;
        Ok(serde_json::to_value(view).expect("jobs are plain data"))
    }

    /// Has everybody who is named in the vendor's latest decision sign it; who acted goes on acting.
    pub fn signed_by_all(&self, vendor: &Value) {
        let actor = self.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let decision = self.call("vendor", json!({ "vendor": vendor }))["decisions"][0].clone();
        for signer in decision["signers"].as_array().expect("people") {
            self.call("actor_set", json!({ "person": signer["id"] }));
            self.call("decision_sign", json!({ "decision": decision["id"], "agrees": true, "comment": null }));
        }
        self.call("actor_set", json!({ "person": actor }));
    }

    /// Asks for a deviation and has the one who is named approve it; who acted goes on acting.
    pub fn approved(&self, request: Value) -> Value {
        let actor = self.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let approver = request["approver"].clone();
        let asked = self.call("acceptance_request", request);
        self.call("actor_set", json!({ "person": approver }));
        let answer = json!({ "request": asked["requests"][0]["id"], "agrees": true, "comment": null });
        let granted = self.call("acceptance_answer", answer);
        self.call("actor_set", json!({ "person": actor }));
        granted
    }

    /// Writes bytes into the journey's folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("the folder can be written");
        path
    }
}

/// Gives a fact of a document as the contract shows it.
pub fn fact<'v>(document: &'v Value, key: &str) -> &'v Value {
    document["facts"]
        .as_array()
        .and_then(|facts| facts.iter().find(|fact| fact["key"] == key))
        .unwrap_or_else(|| panic!("{key} is among the facts of {document}"))
}
