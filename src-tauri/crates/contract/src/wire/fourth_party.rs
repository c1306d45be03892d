use super::{CitationView, MethodName, StageName, TierName, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// What is known of a vendor's monitoring of a party.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the domain")]
    pub enum MonitoringName { Tested, Said, None }

    /// Whose parties are wanted.
    #[serde(deny_unknown_fields)]
    pub struct FourthPartiesQuery {
        /// The vendor whatever its stage; `null` = all that are not left behind.
        pub vendor: Option<Uuid>,
    }

    /// The subservice organizations that current reports name.
    pub struct FourthPartiesView {
        /// The parties, those on which most vendors rest first.
        pub parties: Vec<FourthPartyView>,
        /// The vendors that were looked at, by name.
        pub vendors: Vec<RestingVendor>,
        /// How much rests on how few.
        pub concentration: ConcentrationView,
        /// Carved-out parties that matter, and of these those of which something assures us.
        pub coverage: CoverageCount,
        /// Names that may be of one party.
        pub proposals: Vec<AliasProposal>,
        /// What to ask of whom, the gravest vendors first.
        pub chase: Vec<ChaseView>,
        /// Whether who acts may say what is of one party, and record what is known.
        pub may_keep: bool,
    }

    /// A vendor that was looked at.
    pub struct RestingVendor {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The report that was looked at; `None` where none names its parties, or none is held.
        pub document: Option<Uuid>,
        /// Its file name.
        pub file_name: Option<String>,
        /// The keys of the parties on which it rests.
        pub parties: Vec<String>,
        /// Where its report states that it uses none; `None` where it names some, or nothing was found.
        pub denied: Option<Vec<CitationView>>,
        /// Controls that its report expects of nobody whom it names.
        pub unassigned: Vec<CsocView>,
    }

    /// How much rests on how few (`practice.md` §9).
    pub struct ConcentrationView {
        /// Vendors that were looked at.
        pub vendors: u32,
        /// Of these, those whose report names anybody.
        pub naming: u32,
        /// Of all, those of the class critical or high.
        pub gravest: u32,
        /// How often a vendor rests on a party.
        pub dependences: u32,
        /// Herfindahl index, Σ share² over the parties' parts of all dependences; `None` where nobody rests on anybody.
        pub herfindahl: Option<f64>,
    }

    /// How many of how many.
    #[derive(Copy, Eq)]
    pub struct CoverageCount {
        /// How many.
        pub count: u32,
        /// Of how many.
        pub of: u32,
    }

    /// A party with who rests on it.
    pub struct FourthPartyView {
        /// Its key.
        pub key: String,
        /// The name by which it is known.
        pub name: String,
        /// Every name of it.
        pub names: Vec<PartyNameView>,
        /// What it does, in the words of the reports, each once.
        pub services: Vec<String>,
        /// Vendors that rest on it.
        pub vendors: u32,
        /// Of these, those of the class critical or high.
        pub gravest: u32,
        /// Vendors for which it is to be chased.
        pub open: u32,
        /// Who rests on it.
        pub dependants: Vec<DependantView>,
        /// The party as a vendor in the register; `None` where it is none.
        pub own: Option<OwnReportView>,
    }

    /// A name of a party.
    pub struct PartyNameView {
        /// The name as it is folded.
        pub key: String,
        /// The name as it is written.
        pub name: String,
        /// Whether a person merged it into the party, so that it can be split off.
        pub merged: bool,
    }

    /// What we hold of a party that is a vendor in the register.
    pub struct OwnReportView {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Where it stands.
        pub stage: StageName,
        /// What is held of it.
        pub held: HeldName,
        /// The main evidence held of it.
        pub document: Option<Uuid>,
        /// Its file name.
        pub file_name: Option<String>,
        /// Until when it suffices.
        pub until: Option<NaiveDate>,
    }

    /// What is held of a party's own.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum HeldName {
        /// Nothing that counts today.
        Nothing,
        /// Current evidence that nobody has reviewed yet.
        Unread,
        /// Current evidence, reviewed.
        Read,
    }

    /// A vendor that rests on a party.
    pub struct DependantView {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The report.
        pub document: Uuid,
        /// Its file name.
        pub file_name: String,
        /// The party as the report names it.
        pub named: String,
        /// What it does for the vendor, in the report's words.
        pub services: Option<String>,
        /// How the report treats it; `None` where it does not say.
        pub method: Option<MethodName>,
        /// Where the report names it.
        pub citations: Vec<CitationView>,
        /// The controls that the report expects of it.
        pub csocs: Vec<CsocView>,
        /// Whether it hosts or processes our data.
        pub has_our_data: Option<bool>,
        /// The vendor's monitoring of it.
        pub monitoring: Option<MonitoringName>,
        /// Whether the expected controls were mapped to the party's own report.
        pub mapped: Option<bool>,
        /// What was noted.
        pub note: Option<String>,
        /// Who said so.
        pub by: Option<String>,
        /// When.
        pub at: Option<DateTime<Utc>>,
        /// Whether assurance on it is needed.
        pub matters: bool,
        /// What assures us; `None` = nothing.
        pub cover: Option<CoverName>,
    }

    /// What assures us of a carved-out party.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum CoverName {
        /// Its own current report, reviewed.
        Report,
        /// The vendor's monitoring, tested without exception.
        Monitoring,
    }

    /// A control that a report expects of a party (CSOC).
    pub struct CsocView {
        /// The control.
        pub text: String,
        /// The criteria that it complements.
        pub criteria: Vec<String>,
        /// The party as it is named there; `None` where it names nobody.
        pub of: Option<String>,
        /// Where it stands.
        pub citations: Vec<CitationView>,
    }

    /// That two names may be of one party.
    pub struct AliasProposal {
        /// The party, by its key.
        pub party: String,
        /// Its name.
        pub party_name: String,
        /// The other name as it is folded.
        pub other: String,
        /// The other name as it is written.
        pub other_name: String,
        /// The vendor of the register whose name it is; `None` where it is another party.
        pub vendor: Option<Uuid>,
        /// What speaks for it.
        pub why: AlikeName,
    }

    /// Why two names may be of one party.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum AlikeName {
        /// The one is a part of the other.
        Part,
        /// The one is the first letters of the other.
        Initials,
        /// They differ in one letter.
        OneLetter,
    }

    /// What to ask a vendor about parties on which it rests.
    pub struct ChaseView {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The parties, by key and as the report names them.
        pub parties: Vec<ChasedParty>,
        /// What is asked of the vendor, a line each.
        pub asks: Vec<String>,
    }

    /// A party to be chased.
    pub struct ChasedParty {
        /// Its key.
        pub key: String,
        /// The name that the report uses.
        pub name: String,
        /// What is known of the vendor's monitoring.
        pub monitoring: Option<MonitoringName>,
        /// Whether anybody has said that it has our data.
        pub has_our_data: Option<bool>,
        /// The party as a vendor of the register, of which evidence can be asked.
        pub own: Option<Uuid>,
        /// What is held of its own.
        pub held: HeldName,
    }

    /// Says that two names are of one party.
    #[serde(deny_unknown_fields)]
    pub struct MergeParties {
        /// A name, folded or as it is written.
        pub name: String,
        /// The name of the party into which it goes.
        pub into: String,
    }

    /// What a merge has done, so that it can be undone.
    pub struct MergedParties {
        /// The name that stands below the other now: splitting it off undoes the merge.
        pub name: String,
    }

    /// Names a name of a party.
    #[serde(deny_unknown_fields)]
    pub struct PartyNameRef {
        /// The name.
        pub name: String,
    }

    /// Says that two names are of two parties, or forgets that.
    #[serde(deny_unknown_fields)]
    pub struct KeepApart {
        /// A name.
        pub name: String,
        /// The other one.
        pub other: String,
        /// Whether they are two.
        pub apart: bool,
    }

    /// Says what is known of a vendor's dependence on a party; where all is open, what was said is taken back.
    #[serde(deny_unknown_fields)]
    pub struct RecordDependence {
        /// The vendor.
        pub vendor: Uuid,
        /// The party as the vendor's report names it.
        pub name: String,
        /// Whether it has our data.
        pub has_our_data: Option<bool>,
        /// The vendor's monitoring of it.
        pub monitoring: Option<MonitoringName>,
        /// Whether the expected controls were mapped to its own report.
        pub mapped: Option<bool>,
        /// Anything else.
        pub note: Option<String>,
    }
}
