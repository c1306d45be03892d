//! Section III: what management says of its system.

use super::{
    complementary,
    plan::{ReportPlan, Span},
    set::{chapter, head, pairs, para, points},
    words::{list, when},
};
use countersign_domain::Category;
use countersign_packet::typeset::{Block, Text};

/// The title of the section.
pub(super) fn title(plan: &ReportPlan) -> String {
    let company = plan.company;
    match plan.span {
        Span::General(..) => {
            format!("Section III: {}’s Description of the Boundaries of Its {}", company.short, company.system)
        }
        _ => format!("Section III: {}’s Description of Its {}", company.short, company.system),
    }
}

/// The chapters of the section: title and anchor.
pub(super) fn chapters(plan: &ReportPlan) -> Vec<(&'static str, &'static str)> {
    let mut chapters = vec![
        ("Overview of the company and its services", "overview"),
        ("Principal service commitments and system requirements", "commitments"),
        ("Components of the system", "components"),
    ];
    if !matches!(plan.span, Span::General(..)) {
        chapters.push(("How the company is run and controlled", "governance"));
        chapters.push(("Incidents and significant changes", "incidents"));
    }
    chapters.push(("Subservice organizations and complementary controls", "subservice"));
    chapters.push(("Complementary user entity controls", "cuecs"));
    chapters
}

/// Sets the section.
pub(super) fn section(plan: &ReportPlan) -> Vec<Block> {
    let mut blocks = vec![Block::section("", &title(plan), "description")];
    for (title, anchor) in chapters(plan) {
        blocks.extend(chapter(title, anchor));
        blocks.extend(match anchor {
            "overview" => overview(plan),
            "commitments" => commitments(plan),
            "components" => components(plan),
            "governance" => governance(plan),
            "incidents" => incidents(plan),
            "subservice" => complementary::of_subservice(plan),
            _ => complementary::of_user_entities(plan),
        });
    }
    blocks
}

fn overview(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    vec![
        para(format!(
            "{} (“{}”) {} It was founded in {} and has its head office in {}. About {} people work there, most of them in engineering, customer service, and operations.",
            company.name, company.short, company.does, company.founded, company.city, company.staff
        )),
        para(format!(
            "This description is about the {system}, as customers use it through the browser and through its programming interface, and about the people and processes that develop, run, and support it {when}. It does not cover professional services under separate agreements, pilots that are marked as such in the product, or software that customers install themselves.",
            system = company.system,
            when = when(plan.span),
        )),
    ]
}

fn commitments(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let rows = plan.categories.iter().map(|category| (Text::bold(category.title()), commitment(*category)));
    vec![
        para(format!(
            "{} makes service commitments to its customers in the master agreement, in the service level terms, and in the security annex that both refer to. The system requirements follow from them, from laws that apply to the service, and from the company’s own policies; they are kept in the policy handbook and are known to everyone whose work they concern. The principal ones are:",
            company.short
        )),
        pairs("Principal service commitments", ("Category", "Commitment"), 38.0, rows),
        Block::Space(8.0),
        para(
            "A commitment made to one customer alone is not part of this list, and controls that serve only such a commitment are not described.",
        ),
    ]
}

fn commitment(category: Category) -> &'static str {
    match category {
        Category::Security => {
            "Access to customers’ data is limited to those who need it for their work, is granted by somebody else than the person who receives it, and is traceable. Data are encrypted on public networks and where they are stored. Customers are told of a breach that concerns them within 72 hours after it is confirmed."
        }
        Category::Availability => {
            "The service can be used 99.9 % of each calendar month, announced maintenance aside. Copies of customers’ data are made every day and kept in a second region; after a disaster the service is back within eight hours, with at most four hours of data lost."
        }
        Category::ProcessingIntegrity => {
            "What is processed is complete, right, on time, and ordered by somebody who may. A run that fails is found by the company, not by its customers, and is repeated or corrected before the results are used."
        }
        Category::Confidentiality => {
            "Customers’ content is confidential and is used for nothing but the service. It is deleted within 60 days after a contract ends, and a confirmation is given on request."
        }
        Category::Privacy => {
            "Personal information is collected, used, kept, disclosed, and disposed of as the privacy notice and the data processing terms say."
        }
    }
}

fn components(plan: &ReportPlan) -> Vec<Block> {
    let company = plan.company;
    let hosts: Vec<&str> = company.rests_on.iter().map(|other| other.name).collect();
    let mut blocks = vec![
        head("Infrastructure"),
        para(format!(
            "The system runs on virtual machines and managed databases rented from {}. Production, staging, and development are separate accounts with separate credentials. Traffic from outside ends at a load balancer behind a web application firewall; nothing else can be reached from the internet. The whole configuration is kept as code and is changed in no other way.",
            list(&hosts)
        )),
        head("Software"),
        pairs("Software", ("Component", "Purpose"), 48.0, company.parts.iter().copied()),
        Block::Space(8.0),
        head("People"),
        para(format!(
            "{} is led by its executive team, which meets every week. The teams that matter for the system are:",
            company.short
        )),
        points([
            "Engineering builds and maintains the system, reviews its own changes, and takes turns on call.",
            "Platform operations runs the infrastructure, the deployment pipeline, backups, and monitoring.",
            "Security and compliance keeps the policies, runs the risk assessment and the access reviews, and leads the response to incidents.",
            "Customer service answers customers and may look into their accounts only with their consent, which is recorded.",
            "People and finance hires, trains, and sees people off, and keeps the contracts with suppliers.",
        ]),
        head("Procedures"),
        para(
            "Policies for information security, access, change, incidents, backup and recovery, suppliers, and acceptable use are reviewed every year by their owners and approved by the executive team. Work instructions stand beside the tools that they are about. Everyone confirms the policies on joining and once a year.",
        ),
        head("Data"),
        pairs("Data", ("Kind of data", "Examples"), 48.0, company.data.iter().copied()),
        Block::Space(8.0),
    ];
    if !matches!(plan.span, Span::General(..)) {
        blocks.push(para("All of it is classified as restricted, the strictest of three classes. Restricted data stay in the production account; copies for tests are made from generated records. Each customer’s records carry the customer’s key, and every query is bound to it by the data access layer."));
    }
    blocks
}

fn governance(plan: &ReportPlan) -> Vec<Block> {
    let short = plan.company.short;
    vec![
        head("Control environment"),
        para(format!(
            "The board of {short} has five members, two of them from outside. It is told about security and availability every quarter and approves the yearly plan for both. A code of conduct says what is expected of people; a breach of it has consequences that it names. Job descriptions state duties for security. References and, where the law allows it, criminal records are checked before somebody starts."
        )),
        head("Risk assessment"),
        para(
            "Once a year, and whenever the business changes in a way that matters, security and compliance leads a workshop with the owners of systems and processes. Risks, fraud among them, are rated by likelihood and effect, get an owner and a treatment with a date, and are followed up every quarter until the treatment is done. The register is shown to the executive team.",
        ),
        head("Information and communication"),
        para(
            "People learn of changes in policies through the handbook’s change notices and through the monthly all-hands meeting. Customers find a status page, release notes, and a way to report a weakness or an incident on the company’s website. Commitments change only with notice, as the master agreement provides.",
        ),
        head("Monitoring"),
        para(format!(
            "{short} checks for itself whether its controls work. A tool compares the configuration of accounts, machines, and repositories with the policies every day and opens a ticket where they differ. Security and compliance tests a quarter of all controls in each quarter. An outside firm attempts to break into the system every year. What is found gets an owner and a date, and what is late is reported to the executive team."
        )),
        head("Access, change, and operation"),
        para(
            "People sign in once, with a second factor that cannot be phished, and reach only what their role needs. Production is entered through a gateway that records sessions. Every change to code or configuration is proposed, tested automatically, approved by somebody else than its author, and put into service by the pipeline. Machines and applications send their logs to one place, where rules raise alerts for the person on call.",
        ),
    ]
}

fn incidents(plan: &ReportPlan) -> Vec<Block> {
    let mut blocks = vec![para(
        "There was no incident that came from controls which were not suitably designed or did not operate effectively, and none that kept the company from meeting a service commitment or system requirement in a significant way.",
    )];
    if plan.has_tests() {
        blocks.push(para(match plan.pick("changes", 3) {
            0 => "During the period the deployment pipeline was moved to another product. The controls over change stayed as they were; the tests in Section IV cover both.",
            1 => "During the period a second region was opened for customers in Europe. It is run by the same people under the same controls and is part of this description from its first day.",
            _ => "There were no changes to the system during the period that would matter to a reader of this report.",
        }));
    }
    blocks.push(para(
        "All criteria of the categories examined apply to the system. Where a criterion is met in part by a subservice organization, the next chapter says so.",
    ));
    blocks
}
