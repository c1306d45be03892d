use super::{
    AccessName, AiUseName, AlternativeName, DataClassName, DependenceName, DepositName, EscrowKindName,
    EvaluatedDocument, ExaminationTypeName, IntegrationName, NdaStateName, RelationName, ReleaseName, RenewalName,
    SchemeName, StepName, SubstitutabilityName, TierName, TieringView, wire,
};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// One part of what the register says of a vendor; each has an editor of its own, and a draft. `null` = not answered.
    #[serde(tag = "part", rename_all = "snake_case")]
    pub enum RegisterPart {
        /// Who the vendor is, and who wants it.
        Company(CompanyPart),
        /// A service that we buy.
        Service(Box<ServicePart>),
        /// A contract.
        Contract(Box<ContractPart>),
        /// All contacts.
        Contacts(ContactsPart),
        /// The confidentiality agreed.
        Nda(NdaPart),
        /// The next examination.
        Examination(ExaminationPart),
        /// How we would go on without the vendor.
        Continuity(Box<ContinuityPart>),
    }

    /// Who the vendor is, and who wants it.
    pub struct CompanyPart {
        /// The company that signs the contract.
        pub legal_name: Option<String>,
        /// Its web site.
        pub website: Option<String>,
        /// Numbers by which it is told apart.
        pub identifiers: Vec<IdentifierPart>,
        /// Companies that belong to it.
        pub affiliates: Vec<AffiliatePart>,
        /// Words by which we group vendors.
        pub tags: Vec<String>,
        /// Who asked for it.
        pub requester: Option<Uuid>,
        /// Who carries the purchase above the owner.
        pub sponsor: Option<Uuid>,
        /// What it replaces.
        pub replaces: Option<String>,
        /// When it is needed.
        pub needed_by: Option<NaiveDate>,
    }

    /// A number by which a company is told apart.
    pub struct IdentifierPart {
        /// Who gives it out.
        pub scheme: SchemeName,
        /// The number.
        pub value: String,
    }

    /// A company that belongs to the vendor.
    pub struct AffiliatePart {
        /// Its name.
        pub name: String,
        /// How it belongs.
        pub relation: RelationName,
    }

    /// A service that we buy (`practice.md` §6.1).
    pub struct ServicePart {
        /// Its id; `None` enters a new one.
        pub id: Option<Uuid>,
        /// The name that the vendor uses.
        pub name: String,
        /// What we use it for.
        pub purpose: Option<String>,
        /// Who uses it here.
        pub users: Option<String>,
        /// What the vendor reaches; an empty list means no data of ours.
        pub data: Option<Vec<DataClassName>>,
        /// Where the data is kept.
        pub data_locations: Option<Vec<String>>,
        /// How far it gets into our systems.
        pub access: Option<AccessName>,
        /// How deep it is built in.
        pub integration: Option<IntegrationName>,
        /// What happens when it fails.
        pub dependence: Option<DependenceName>,
        /// How many hours we can do without it.
        pub tolerable_outage: Option<i64>,
        /// How hard it would be to replace.
        pub substitutability: Option<SubstitutabilityName>,
        /// Whether law, contract or our own scope gives it rules.
        pub regulated: Option<bool>,
        /// Whether what it computes goes into our financial statements.
        pub feeds_financial_statements: Option<bool>,
        /// Whether it alone handles our customers' data for our product.
        pub sole_processor_of_customer_data: Option<bool>,
        /// Whether it is a subservice organization of our own report.
        pub in_our_soc2: Option<bool>,
        /// Whether we rely on a promised availability.
        pub sla_relied_on: Option<bool>,
        /// Whether we rely on what it promises people about their data.
        pub privacy_commitments_relied_on: Option<bool>,
        /// Whether artificial intelligence works on our data.
        pub ai_on_our_data: Option<AiUseName>,
        /// Subprocessors that it named.
        pub subprocessors: Option<Vec<String>>,
    }

    /// A contract (`practice.md` §6.4).
    pub struct ContractPart {
        /// Its id; `None` enters a new one.
        pub id: Option<Uuid>,
        /// What it is called.
        pub title: String,
        /// First day.
        pub start: Option<NaiveDate>,
        /// Last day as the paper says.
        pub end: Option<NaiveDate>,
        /// What happens then.
        pub renewal: Option<RenewalName>,
        /// For how many months it renews.
        pub renewal_months: Option<i64>,
        /// How many days before the end notice must be given.
        pub notice_days: Option<i64>,
        /// What a year costs, in the smallest unit of the currency.
        pub amount_minor: Option<i64>,
        /// Its currency, three letters.
        pub currency: Option<String>,
        /// Within how many hours a breach must be told.
        pub breach_notice: Option<i64>,
        /// Whether we may audit or assess.
        pub audit_right: Option<bool>,
        /// Whether data is returned or deleted at the end.
        pub return_or_deletion: Option<bool>,
        /// Whether a report must be given every year.
        pub right_to_reports: Option<bool>,
        /// Whether new subprocessors must be announced.
        pub subprocessor_notice: Option<bool>,
        /// Whether a data processing agreement is part of it.
        pub data_processing_agreement: Option<bool>,
        /// Whether it says what artificial intelligence may do with our data.
        pub ai_terms: Option<bool>,
        /// The law that governs it.
        pub governing_law: Option<String>,
    }

    /// All contacts.
    pub struct ContactsPart {
        /// In order.
        pub contacts: Vec<ContactPart>,
    }

    /// A person at the vendor.
    pub struct ContactPart {
        /// The person or the desk.
        pub name: String,
        /// What they do there.
        pub role: Option<String>,
        /// Their address.
        pub email: Option<String>,
        /// Their number.
        pub phone: Option<String>,
    }

    /// The confidentiality agreed.
    pub struct NdaPart {
        /// What was agreed.
        pub state: Option<NdaStateName>,
        /// When.
        pub signed_on: Option<NaiveDate>,
        /// Its last day.
        pub until: Option<NaiveDate>,
    }

    /// The next examination as it was told; empty where nothing was.
    #[derive(Default)]
    pub struct ExaminationPart {
        /// Who examines.
        pub firm: Option<String>,
        /// What kind of report comes of it.
        pub kind: Option<ExaminationTypeName>,
        /// First day of the period examined.
        pub from: Option<NaiveDate>,
        /// Its last day.
        pub to: Option<NaiveDate>,
        /// When the report is expected.
        pub expected_on: Option<NaiveDate>,
        /// The document that proves it, one of the vendor's.
        pub proof: Option<Uuid>,
        /// What the vendor said, where and when.
        pub said: Option<String>,
    }

    /// When something was done last.
    #[serde(tag = "last", rename_all = "snake_case")]
    pub enum LastDonePart {
        /// It has not been done.
        Never,
        /// It was done on that day.
        On {
            /// The day; `None` only in drafts.
            day: Option<NaiveDate>,
        },
    }

    /// How we would go on without the vendor (`practice.md` §6.8).
    pub struct ContinuityPart {
        /// When the plan to leave was written.
        pub exit_plan: Option<LastDonePart>,
        /// When it was last tried out.
        #[serde(default)]
        pub exit_test: Option<LastDonePart>,
        /// How many days leaving would take.
        pub exit_effort_days: Option<i64>,
        /// Whether the way to get our data out is known.
        pub export_known: Option<bool>,
        /// When an export was last tested.
        pub export_test: Option<LastDonePart>,
        /// How soon we need it back, in hours.
        pub rto_needed: Option<i64>,
        /// How soon the vendor promises it back.
        pub rto_offered: Option<i64>,
        /// How many hours of data we can lose.
        pub rpo_needed: Option<i64>,
        /// How many the vendor says may be lost.
        pub rpo_offered: Option<i64>,
        /// Whether there is an escrow agreement; its record is below.
        pub escrow_agreed: Option<bool>,
        /// The record, where there is one.
        pub escrow: Option<Box<EscrowPart>>,
        /// What there is instead.
        pub alternatives: Vec<AlternativeName>,
    }

    /// An escrow agreement.
    pub struct EscrowPart {
        /// What is deposited in general.
        pub kind: EscrowKindName,
        /// Who keeps it.
        pub agent: Option<String>,
        /// When it was agreed.
        pub agreed_on: Option<NaiveDate>,
        /// What the deposit holds.
        pub deposit: Option<Vec<DepositName>>,
        /// Every how many months one is due.
        pub deposit_every_months: Option<i64>,
        /// When it was made last.
        pub last_deposit_on: Option<NaiveDate>,
        /// What releases it.
        pub release_conditions: Option<Vec<ReleaseName>>,
        /// How it is released.
        pub release_procedure: Option<String>,
        /// What we may do with it then.
        pub rights_after_release: Option<String>,
        /// How thoroughly it was verified, 1 to 4.
        pub verification_level: Option<i64>,
        /// When.
        pub verified_on: Option<NaiveDate>,
        /// Who could run it.
        pub operator: Option<String>,
        /// When the release was last exercised.
        pub last_exercise_on: Option<NaiveDate>,
    }

    /// Which editor of a vendor.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the parts")]
    pub enum PartName {
        Company,
        Service,
        Contract,
        Contacts,
        Nda,
        Examination,
        Continuity,
    }

    /// Names an editor.
    pub struct PartRef {
        /// The vendor.
        pub vendor: Uuid,
        /// The part.
        pub part: PartName,
        /// The service or contract; `None` for a new one and for other parts.
        pub item: Option<Uuid>,
    }

    /// Keeps what is typed in an editor.
    pub struct KeepPart {
        /// Which editor.
        pub editor: PartRef,
        /// What is typed; `None` throws it away.
        pub draft: Option<RegisterPart>,
    }

    /// Writes a part.
    pub struct SavePart {
        /// The vendor.
        pub vendor: Uuid,
        /// What it says now.
        pub part: RegisterPart,
    }

    /// Takes a service or contract out of the register; it stays in the history.
    pub struct RemovePart {
        /// The vendor.
        pub vendor: Uuid,
        /// The service or contract.
        pub item: Uuid,
    }

    /// All that the register says of a vendor beyond its row.
    pub struct RegisterView {
        /// The vendor.
        pub vendor: Uuid,
        /// Who it is, and who wants it.
        pub company: CompanyPart,
        /// What we buy.
        pub services: Vec<ServicePart>,
        /// Under which contracts.
        pub contracts: Vec<ContractView>,
        /// Whom we talk to.
        pub contacts: Vec<ContactPart>,
        /// The confidentiality agreed.
        pub nda: NdaPart,
        /// Whether it is in force today, or none is needed.
        pub nda_in_force: bool,
        /// Whether reports are held for which none is.
        pub held_without_nda: bool,
        /// The next examination.
        pub examination: ExaminationPart,
        /// The documents that can prove it, by name.
        pub proofs: Vec<EvaluatedDocument>,
        /// How we would go on.
        pub continuity: ContinuityPart,
        /// Whether the class or an answer makes continuity matter.
        pub continuity_matters: bool,
        /// How the class comes about.
        pub tiering: TieringView,
        /// What is missing, step by step; the last is the next step.
        pub missing: Vec<StepGaps>,
        /// Steps that a person can take by hand now, each with what is missing for it.
        pub steps: Vec<StepGaps>,
        /// The plan to leave.
        pub offboarding: Option<OffboardingView>,
    }

    /// A contract with what follows from it today.
    pub struct ContractView {
        /// The contract.
        pub contract: ContractPart,
        /// The end of the term that runs today.
        pub current_end: Option<NaiveDate>,
        /// The last day on which notice can be given next.
        pub notice_deadline: Option<NaiveDate>,
        /// Days from today to then.
        pub days_left: Option<i64>,
    }

    /// A step and what is missing for it.
    #[derive(Eq)]
    pub struct StepGaps {
        /// The step.
        pub step: StepName,
        /// What is missing; empty where nothing is.
        pub gaps: Vec<GapView>,
    }

    /// Something that is missing.
    #[derive(Eq)]
    pub struct GapView {
        /// What.
        pub gap: GapName,
        /// The service or contract it is about.
        pub item: Option<Uuid>,
        /// What that, or the item of the list, is called.
        pub name: Option<String>,
        /// The day from which it counts.
        pub from: Option<NaiveDate>,
    }

    /// The kinds of what can be missing.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of `domain::guard`")]
    pub enum GapName {
        Owner,
        Service,
        Purpose,
        Data,
        Access,
        Dependence,
        Tier,
        Nda,
        Evidence,
        Contract,
        ContractTerm,
        NextReview,
        Signature,
        Declined,
        GoLive,
        ExitPlan,
        ExportTest,
        Offboarding,
        ExitItem,
        PostExitCheck,
    }

    /// The plan to leave a vendor.
    pub struct OffboardingView {
        /// Why.
        pub reason: String,
        /// Who answers for it.
        pub owner: Uuid,
        /// Their name.
        pub owner_name: String,
        /// The last day of use.
        pub ends_on: NaiveDate,
        /// What becomes of the data.
        pub data_plan: String,
        /// The first day on which the check after the exit counts.
        pub check_from: NaiveDate,
    }

    /// Plans to leave a vendor, and starts it where it is not under way.
    pub struct PlanOffboarding {
        /// The vendor.
        pub vendor: Uuid,
        /// Why.
        pub reason: String,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// The last day of use.
        pub ends_on: Option<NaiveDate>,
        /// What becomes of the data.
        pub data_plan: String,
    }

    /// Assigns a class.
    pub struct AssignTier {
        /// The vendor.
        pub vendor: Uuid,
        /// The class chosen by hand; `None` takes the one that the answers give.
        pub tier: Option<TierName>,
        /// Why; needed where it is chosen by hand.
        pub reason: Option<String>,
    }
}
