//! Everything that the lists are made of, read at one moment.

use crate::clock::Clock;
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{
    Decision, DecisionId, Finding, LongText, Offboarding, Op, PacketId, PaperSignature, Person, PersonId, Signature,
    SignedCopy, Stage, Vendor, VendorId, checklist::Tick, register::Profile,
};
use countersign_store::{
    AcceptanceRow, AuditEntry, AuditFilter, ChainReport, DocumentFilter, DocumentRow, PacketRow, PolicyRow, ReviewRow,
    Snapshot, StoreError,
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// How many entries of the audit log are asked for at once.
const PART: u32 = 1_000;

/// The period of the populations; both days belong to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Period {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Period {
    /// Whether a day lies in it.
    pub(super) fn has(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// Of which day the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Of the last day of the period.
    OfItsEnd,
    /// Of today, because what they were on the last day is not known.
    OfToday,
}

/// A decision with what followed it.
pub(super) struct Decided {
    pub(super) decision: Decision,
    pub(super) signatures: Vec<Signature>,
}

/// A step of the lifecycle as it is in the audit log.
pub(super) struct Moved {
    pub(super) vendor: VendorId,
    pub(super) on: NaiveDate,
    pub(super) was: Stage,
    pub(super) became: Stage,
}

/// Everything.
pub(super) struct Gathered {
    pub(super) period: Period,
    pub(super) state: State,
    pub(super) organisation: String,
    pub(super) people: Vec<Person>,
    /// The vendors that were entered by the end of the period, by name.
    pub(super) vendors: Vec<Vendor>,
    pub(super) in_use: HashSet<VendorId>,
    /// By number.
    pub(super) decisions: Vec<Decided>,
    pub(super) packets: Vec<PacketRow>,
    pub(super) reviews: Vec<ReviewRow>,
    pub(super) findings: Vec<Finding>,
    pub(super) acceptances: Vec<AcceptanceRow>,
    pub(super) offboardings: HashMap<VendorId, Offboarding>,
    pub(super) ticks: HashMap<VendorId, Vec<Tick>>,
    pub(super) documents: Vec<DocumentRow>,
    pub(super) policies: Vec<PolicyRow>,
    pub(super) profiles: HashMap<VendorId, Profile>,
    /// Copies of packets that came back signed, by the end of the period.
    pub(super) copies: Vec<SignedCopy>,
    /// What was said of signatures on paper, for each packet of which a copy came.
    pub(super) on_paper: HashMap<PacketId, Vec<PaperSignature>>,
    /// When each vendor was first spoken of in the log.
    pub(super) entered: HashMap<VendorId, DateTime<Utc>>,
    /// Vendors that were removed with the import that had entered them.
    pub(super) removed: HashMap<VendorId, DateTime<Utc>>,
    /// Steps of the lifecycle by the end of the period, in order of time.
    pub(super) moves: Vec<Moved>,
    /// The log of the period in order.
    pub(super) log: Vec<AuditEntry>,
    pub(super) chain: ChainReport,
    clock: Arc<dyn Clock>,
}

impl Gathered {
    /// Reads it; `chain` is that of the whole log of today.
    pub(super) fn read(
        db: &Snapshot<'_>,
        period: Period,
        state: State,
        chain: ChainReport,
        clock: &Arc<dyn Clock>,
    ) -> Result<Self, StoreError> {
        let mut it = Self {
            period,
            state,
            organisation: db.workspace()?.organisation.to_string(),
            people: db.persons()?,
            vendors: db.vendors()?.into_iter().map(|row| row.vendor).collect(),
            in_use: HashSet::new(),
            decisions: Vec::new(),
            packets: db.all_packets()?,
            reviews: db.all_reviews()?,
            findings: db.findings()?,
            acceptances: db.acceptances()?,
            offboardings: db.offboardings()?,
            ticks: db.all_ticks()?,
            documents: db.documents(DocumentFilter::All)?,
            policies: db.policies()?,
            profiles: db.profiles()?,
            copies: db.signed_copies(None)?,
            on_paper: HashMap::new(),
            entered: HashMap::new(),
            removed: HashMap::new(),
            moves: Vec::new(),
            log: Vec::new(),
            chain,
            clock: Arc::clone(clock),
        };
        it.copies.retain(|copy| clock.day_of(copy.at) <= period.to);
        for packet in it.copies.iter().filter_map(|copy| copy.packet).collect::<HashSet<_>>() {
            let mut said = db.paper_signatures(packet)?;
            said.retain(|said| said.signed && clock.day_of(said.at) <= period.to);
            it.on_paper.insert(packet, said);
        }
        it.follow_log(db)?;
        it.vendors.retain(|vendor| clock.day_of(vendor.created_at) <= period.to);
        it.vendors.sort_by_key(|vendor| (vendor.name.as_str().to_lowercase(), vendor.id));
        for vendor in &it.vendors {
            if db.in_use(vendor)? {
                it.in_use.insert(vendor.id);
            }
            for decision in db.decisions(vendor.id)? {
                let signatures = db.signatures(decision.id)?;
                it.decisions.push(Decided { decision, signatures });
            }
        }
        it.decisions.retain(|decided| clock.day_of(decided.decision.recorded_at) <= period.to);
        it.decisions.sort_by_key(|decided| decided.decision.number);
        Ok(it)
    }

    fn follow_log(&mut self, db: &Snapshot<'_>) -> Result<(), StoreError> {
        let mut filter = AuditFilter::default();
        loop {
            let part = db.audit(&filter, PART)?;
            let Some(last) = part.last() else { break };
            filter.before = Some(last.seq);
            for entry in part {
                self.follow(entry);
            }
        }
        self.moves.reverse();
        self.log.reverse();
        Ok(())
    }

    /// Takes an entry; they come newest first.
    fn follow(&mut self, entry: AuditEntry) {
        if let Some(vendor) = entry.subject.vendor {
            // The last that is seen is the oldest.
            self.entered.insert(vendor, entry.at);
            if entry.op == Op::RemoveVendor {
                self.removed.insert(vendor, entry.at);
            }
            let stage = |name: &str| entry.detail.get(name).and_then(|stage| stage.as_str()).and_then(Stage::from_name);
            let on = self.day_of(entry.at);
            if let (Op::MoveVendor, Some(was), Some(became)) = (entry.op, stage("was"), stage("became"))
                && on <= self.period.to
            {
                self.moves.push(Moved { vendor, on, was, became });
            }
        }
        if self.in_period(entry.at) {
            self.log.push(entry);
        }
    }

    /// The business day of a moment: the period is one of such days.
    pub(super) fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.clock.day_of(at)
    }

    /// Whether a moment lies in the period.
    pub(super) fn in_period(&self, at: DateTime<Utc>) -> bool {
        self.period.has(self.day_of(at))
    }

    /// Whether a decision of that number was recorded by the end of the period.
    pub(super) fn has_decision(&self, number: u32) -> bool {
        self.decisions.iter().any(|decided| decided.decision.number == number)
    }

    /// The name of a person, whether they still act or not.
    pub(super) fn person(&self, id: PersonId) -> String {
        crate::people::name_in(&self.people, id)
    }

    /// The name of a vendor.
    pub(super) fn vendor_name(&self, id: VendorId) -> String {
        self.vendor(id).map_or_else(String::new, |vendor| vendor.name.to_string())
    }

    pub(super) fn vendor(&self, id: VendorId) -> Option<&Vendor> {
        self.vendors.iter().find(|vendor| vendor.id == id)
    }

    /// The decisions on a vendor in order.
    pub(super) fn decisions_on(&self, vendor: VendorId) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().map(|decided| &decided.decision).filter(move |decision| decision.vendor == vendor)
    }

    /// The first day on which a vendor's use was approved.
    pub(super) fn first_approval(&self, vendor: VendorId) -> Option<&Decision> {
        self.decisions_on(vendor).find(|decision| decision.outcome.is_approval())
    }

    /// The latest packet of a decision; one to which documents of the vendor are appended only where there is no other, as they
    /// are not ours to pass on.
    pub(super) fn packet(&self, decision: DecisionId) -> Option<&PacketRow> {
        let appended = |packet: &PacketRow| packet.details["appended"].as_array().is_some_and(|it| !it.is_empty());
        let of_decision = self.packets.iter().filter(|packet| packet.decision == decision);
        of_decision.max_by_key(|packet| (!appended(packet), packet.version))
    }

    /// The packets of a decision of which signed copies came, with the documents that are those copies.
    pub(super) fn copies_of(&self, decision: DecisionId) -> Vec<(&PacketRow, &DocumentRow)> {
        let of_decision = |id: PacketId| self.packets.iter().find(|row| row.id == id && row.decision == decision);
        let found = self.copies.iter().filter_map(|copy| {
            let packet = of_decision(copy.packet?)?;
            Some((packet, self.documents.iter().find(|row| row.document.id == copy.document)?))
        });
        found.collect()
    }

    /// The reviews of a vendor that were finished by a day, the earliest first.
    pub(super) fn finished_by(&self, vendor: VendorId, day: NaiveDate) -> Vec<&ReviewRow> {
        let done = |review: &&ReviewRow| {
            review.vendor == vendor && review.finished.is_some_and(|(at, _)| self.day_of(at) <= day)
        };
        let mut found: Vec<&ReviewRow> = self.reviews.iter().filter(done).collect();
        found.sort_by_key(|review| review.number);
        found
    }
}

/// A text in one line.
pub(super) fn one_line(text: &LongText) -> String {
    text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}
