//! Section 2, the summary for a reader outside security: what we buy, what was examined and found, what stays open, in plain
//! English on one page, with the contents at its end (`practice.md` §7.1, page 2).

use super::words::{
    capitalised, categories, cite, count, date, ended, headline, joined, number as number_of, refer, shortened,
};
use super::{Cuts, cuecs, outline, subservice};
use crate::input::{Design, FrozenDecision, FrozenDocument, FrozenFact, FrozenRegister};
use crate::typeset::{Block, Cell, Document, Row, Style, Table, TableColumn, Text};
use countersign_domain::{Category, FactKey, Kind, Opinion, Outcome, Tier, register::AiUse};

/// The anchor at the end of the section, to see whether it is one page.
pub(super) const END: &str = "after-summary";

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    input.register.is_none().then_some(outline::BEFORE)
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    let Some(register) = &input.register else { return Vec::new() };
    let (number, title, anchor) = outline::SUMMARY;
    let row =
        |(label, text): (&str, Text)| Row::new([Cell::from(Text::bold(label)), Cell::from(text).at_most(cuts.summary)]);
    let cut = cuts.summary.filter(|_| input.design >= Design::Third).map(|_| {
        let (number, _, anchor) = outline::HISTORY;
        Text::new()
            .and("Long texts are cut here, with “…” at their end. All of them stand in full in ")
            .and_link(format!("section {number}"), anchor)
            .and(".")
    });
    let table = Table {
        columns: vec![TableColumn::new("", 43.5), TableColumn::rest("")],
        rows: parts(input, register).into_iter().map(row).collect(),
        style: Some(Style::Lead),
        name: format!("{number} {title}"),
        note: cut,
        ..Table::default()
    };
    let mut blocks = vec![Block::section(number, title, anchor), Block::Table(table)];
    blocks.extend(outline::blocks(input, cuts));
    blocks
}

/// The texts of the section with what each is about.
fn parts(input: &FrozenDecision, register: &FrozenRegister) -> [(&'static str, Text); 8] {
    [
        ("What we buy", what_we_buy(input, register)),
        ("Which data", which_data(register)),
        ("What was examined", examined(input)),
        ("What we found", found(input)),
        ("What we must do", duties(input)),
        ("What stays uncovered", uncovered(input)),
        ("Worst case", worst_case(input)),
        ("Recommendation", recommendation(input)),
    ]
}

/// The texts in full, where the section had to cut them; empty before the third design.
pub(super) fn in_full(input: &FrozenDecision, cuts: Cuts) -> Vec<(Text, Text)> {
    let Some(register) = input.register.as_ref().filter(|_| cuts.summary.is_some()) else { return Vec::new() };
    if input.design < Design::Third {
        return Vec::new();
    }
    parts(input, register).into_iter().map(|(label, text)| (Text::from(label), text)).collect()
}

/// Makes the section alone, to see whether it is one page.
pub(super) fn alone(input: &FrozenDecision, cuts: Cuts) -> Document {
    let mut blocks = blocks(input, cuts);
    blocks.push(Block::Anchor(END.to_owned()));
    Document { paper: input.paper, blocks, ..Document::default() }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{}{end}", capitalised(text))
}

fn what_we_buy(input: &FrozenDecision, register: &FrozenRegister) -> Text {
    let mut said = Vec::new();
    if let Some(service) = &input.vendor.service {
        said.push(sentence(service));
    }
    for service in &register.services {
        let purpose = service.purpose.as_ref().map(ToString::to_string);
        let users = service.users.as_ref().map(|users| format!("Used by: {}", users.as_str()));
        let parts: Vec<String> = purpose.into_iter().chain(users).map(|part| sentence(&part)).collect();
        if parts.is_empty() {
            said.push(format!("{}: what for is not recorded.", service.name));
        } else {
            said.push(format!("{}: {}", service.name, parts.join(" ")));
        }
    }
    if said.is_empty() { Text::from("What is bought is not recorded.") } else { Text::from(said.join(" ")) }
}

fn which_data(register: &FrozenRegister) -> Text {
    if register.services.is_empty() {
        return Text::from("Which data the vendor reaches is not recorded.");
    }
    let mut classes = Vec::new();
    let mut open = false;
    for service in &register.services {
        match &service.data {
            Some(data) => classes.extend(data.iter().copied()),
            None => open = true,
        }
    }
    classes.sort_unstable();
    classes.dedup();
    // The most sensitive first.
    classes.sort_by_key(|class| std::cmp::Reverse(class.points()));
    let names: Vec<String> = classes.iter().map(|class| class.title().to_lowercase()).collect();
    let mut said = match names.len() {
        0 if open => "Which data the vendor reaches is not recorded.".to_owned(),
        0 => "The vendor reaches no data of ours.".to_owned(),
        _ => {
            sentence(&format!("The vendor reaches: {}", joined(&names.iter().map(String::as_str).collect::<Vec<_>>())))
        }
    };
    if open && !names.is_empty() {
        said.push_str(" Of other services it is not recorded.");
    }
    let mut places: Vec<String> = register
        .services
        .iter()
        .flat_map(|service| service.data_locations.iter().flatten())
        .map(ToString::to_string)
        .collect();
    places.sort();
    places.dedup();
    if !places.is_empty() {
        let places = joined(&places.iter().map(String::as_str).collect::<Vec<_>>());
        said = format!("{said} It is kept in: {places}.");
    }
    let uses: Vec<AiUse> = register.services.iter().filter_map(|service| service.ai_on_our_data).collect();
    if uses.contains(&AiUse::Yes) {
        said.push_str(" Artificial intelligence works on it.");
    } else if uses.contains(&AiUse::Unknown) {
        said.push_str(" Whether artificial intelligence works on it is not known.");
    }
    Text::from(said)
}

/// The report on which the decision rests, if any is held.
pub(super) fn main_report(input: &FrozenDecision) -> Option<&FrozenDocument> {
    let main = input.documents.iter().find(|document| document.main && document.kind.is_attestation());
    main.or_else(|| input.documents.iter().find(|document| document.kind.is_attestation()))
}

fn fact(report: &FrozenDocument, key: FactKey) -> Option<&FrozenFact> {
    report.facts.iter().find(|fact| fact.key == key && fact.value.is_some())
}

fn value(report: &FrozenDocument, key: FactKey) -> Option<&str> {
    fact(report, key).and_then(|fact| fact.value.as_deref())
}

/// Adds the first page on which each of these facts stands.
pub(super) fn cited(text: Text, report: &FrozenDocument, keys: &[FactKey]) -> Text {
    let citations: Vec<_> = keys
        .iter()
        .filter_map(|key| fact(report, *key))
        .flat_map(|fact| fact.citations.iter().take(1).cloned())
        .collect();
    cite(text, report, &citations)
}

/// The same from the third design on; before, these statements had no reference.
fn since_third(input: &FrozenDecision, text: Text, report: &FrozenDocument, keys: &[FactKey]) -> Text {
    if input.design >= Design::Third { cited(text, report, keys) } else { text }
}

fn examined(input: &FrozenDecision) -> Text {
    let Some(report) = main_report(input) else {
        let held = match input.documents.len() {
            0 => "No document is held.".to_owned(),
            held => sentence(&format!("We hold {} of another kind (section 4)", count(held, "document", "documents"))),
        };
        return Text::from(format!("No independent auditor’s report on this vendor is held. {held}"));
    };
    let firm = value(report, FactKey::AuditorFirm);
    let firm =
        firm.map_or_else(|| "An independent auditor".to_owned(), |firm| format!("An independent auditor, {firm},"));
    let whose = value(report, FactKey::ServiceOrganization).unwrap_or(&input.vendor.name);
    let when = match report.span {
        Some(span) if span.start == span.end => {
            format!("looked at the controls of {whose} on one day, {}", date(span.end))
        }
        Some(span) => format!("tested the controls of {whose} from {} to {}", date(span.start), date(span.end)),
        None => format!("looked at the controls of {whose}; for which time is not stated"),
    };
    let dated = value(report, FactKey::ReportDate).map_or_else(String::new, |day| format!(" and reported on {day}"));
    let text = Text::from(format!("{firm} {when}{dated}: an attestation report (“{}”).", report.kind.title()));
    let keys = [FactKey::AuditorFirm, FactKey::PeriodStart, FactKey::PeriodEnd, FactKey::AsOfDate, FactKey::ReportDate];
    let mut text = cited(text, report, &keys);
    if let Some(held) = report.categories.as_ref().filter(|held| !held.is_empty()) {
        let said = text.and(format!(" It covers {}.", categories(held)));
        text = since_third(input, said, report, &[FactKey::TrustServicesCategories]);
    }
    match &input.review {
        Some(review) if review.of_report == Some(false) => {
            text.and(format!(" Review {} looked at what was held before it came.", review.number))
        }
        Some(review) => match (&review.reviewer, &review.second_reader) {
            (Some(by), Some(second)) => text.and(format!(" {by} reviewed it; {second} read it again.")),
            (Some(by), None) => text.and(format!(" {by} reviewed it.")),
            (None, _) => text,
        },
        None => text.and(" No review of it is finished."),
    }
}

fn found(input: &FrozenDecision) -> Text {
    let mut text = Text::new();
    if let Some(report) = main_report(input) {
        let said = match report.opinion {
            Some(Opinion::Unqualified) => "The auditor’s opinion is clean (“unqualified”).",
            Some(Opinion::Qualified) => {
                "The auditor made a reservation (a “qualified” opinion): part of what was examined fell short."
            }
            Some(Opinion::Adverse) => "The auditor’s opinion is negative (“adverse”).",
            Some(Opinion::Disclaimer) => "The auditor gave no opinion (a “disclaimer”).",
            None => "What the auditor concluded is not stated.",
        };
        text = cited(text.and(said), report, &[FactKey::Opinion]);
    }
    let space = if text.is_empty() { "" } else { " " };
    let exceptions = match input.findings.len() {
        0 => "No exception is read or recorded.".to_owned(),
        all => {
            let judged: Vec<(&str, usize)> = ["Critical", "High", "Medium", "Low"]
                .into_iter()
                .map(|name| (name, input.findings.iter().filter(|it| it.severity.as_deref() == Some(name)).count()))
                .filter(|(_, count)| *count > 0)
                .collect();
            let open = input.findings.iter().filter(|finding| finding.severity.is_none()).count();
            let mut parts: Vec<String> =
                judged.iter().map(|(name, many)| format!("{} {}", number_of(*many), name.to_lowercase())).collect();
            if open > 0 {
                parts.push(format!("{} not judged yet", number_of(open)));
            }
            let parts = joined(&parts.iter().map(String::as_str).collect::<Vec<_>>());
            let many = count(all, "exception or finding", "exceptions and findings");
            format!("{}: {parts} (section 7).", capitalised(&many))
        }
    };
    text = text.and(format!("{space}{exceptions}"));
    if let Some(worst) = input.findings.first().filter(|finding| finding.severity.is_some()) {
        let quote = shortened(&worst.result, 25);
        // What is not a document's is in our own words, and not quoted.
        let ours = input.design >= Design::Third && !worst.is_quoted();
        text = text.and(if ours {
            format!(" The gravest: {}", ended(&quote))
        } else {
            format!(" The gravest: “{quote}”")
        });
        if let Some(document) = input.documents.iter().find(|document| Some(&document.label) == worst.document.as_ref())
        {
            text = cite(text, document, &worst.citations);
        }
    }
    match super::policy::counted(input) {
        Some((met, applying)) => {
            let are = if met == 1 && input.design >= Design::Second { "is" } else { "are" };
            text.and(format!(" Of {applying} rules of our policy that apply, {met} {are} met."))
        }
        None => text,
    }
}

fn duties(input: &FrozenDecision) -> Text {
    let mut text = Text::new();
    if let Some(found) = input.cuecs.as_ref().filter(|_| cuecs::left_out(input).is_none()) {
        let all = found.controls.len();
        let (applying, in_place, undecided) = cuecs::counted(found);
        text = text.and(format!(
            "The report rests on {} that customers must run themselves (“CUECs”).",
            count(all, "safeguard", "safeguards")
        ));
        text = cuecs::refer_all(text, found);
        let open = applying - in_place;
        let said = match (applying, open) {
            (0, _) if undecided > 0 => String::new(),
            (0, _) => " None applies to us.".to_owned(),
            (_, 0) => format!(" {} to us, and all are in place.", capitalised(&count(applying, "applies", "apply"))),
            _ => format!(
                " {} to us: {} in place, {} open.",
                capitalised(&count(applying, "applies", "apply")),
                number_of(in_place),
                number_of(open)
            ),
        };
        text = text.and(said);
        if undecided > 0 {
            let whether = if undecided == 1 { "it applies" } else { "they apply" };
            text = text.and(format!(" For {} nobody has decided whether {whether}.", number_of(undecided)));
        }
    }
    let space = if text.is_empty() { "" } else { " " };
    let conditions = &input.decision.conditions;
    let said = match conditions.as_slice() {
        [] => "The decision sets no conditions.".to_owned(),
        all => {
            let first = all.iter().map(|condition| condition.due).min().map_or_else(String::new, date);
            let many = count(all.len(), "condition", "conditions");
            format!("The decision sets {many} (section 1); the first is due on {first}.")
        }
    };
    text.and(format!("{space}{said}"))
}

fn uncovered(input: &FrozenDecision) -> Text {
    let Some(report) = main_report(input) else {
        return Text::from(
            "Everything: nothing that the vendor says of itself was examined by an independent auditor.",
        );
    };
    let mut text = match report.span {
        Some(span) => Text::from(format!("Nothing after {} was examined.", date(span.end))),
        None => Text::from("For which time the report speaks is not stated."),
    };
    text = since_third(input, text, report, &[FactKey::PeriodEnd, FactKey::AsOfDate]);
    let end = report.span.map(|span| span.end);
    if let Some(coverage) = input.coverage.as_ref().filter(|coverage| end.is_some_and(|end| coverage.until > end)) {
        text = text.and(format!(" To {} we have management’s word only.", date(coverage.until)));
        text = coverage.carrying().fold(text, |said, letter| refer(said, &letter.label, &letter.pages));
    }
    let letter = input
        .documents
        .iter()
        .filter(|document| input.coverage.is_none() && document.kind == Kind::BridgeLetter)
        .filter(|letter| letter.span.map(|span| span.end) > end)
        .max_by_key(|letter| letter.span.map(|span| span.end));
    if let Some((letter, span)) = letter.and_then(|letter| Some((letter, letter.span?))) {
        text = text.and(format!(" To {} we have management’s word only.", date(span.end)));
        text = text.and_reference(format!("[{}]", letter.label), super::words::anchor(letter));
    }
    if let Some(held) = &report.categories {
        let missing: Vec<Category> = Category::ALL.into_iter().filter(|category| !held.contains(category)).collect();
        if !missing.is_empty() {
            let said = text.and(format!(" Not looked at: {}.", categories(&missing)));
            text = since_third(input, said, report, &[FactKey::TrustServicesCategories]);
        }
    }
    if let Some(found) = &input.subservice {
        let names: Vec<&str> = subservice::carved_out(found).map(|party| party.name.as_str()).collect();
        if !names.is_empty() {
            let (suppliers, were) = if names.len() == 1 { ("supplier", "was") } else { ("suppliers", "were") };
            text = text.and(format!(
                " {} {suppliers} of the vendor {were} left out of the examination: {}.",
                capitalised(&number_of(names.len())),
                joined(&names)
            ));
            text = subservice::refer_carved_out(text, found);
        }
    }
    text.and(" More in section 10.")
}

fn worst_case(input: &FrozenDecision) -> Text {
    let mut said = Vec::new();
    if let Some(residual) = &input.decision.residual {
        said.push(sentence(&residual.words));
        said.push(format!("The risk that stays is {}.", residual.level.title().to_lowercase()));
    }
    for worst in input.accepted.iter().map(|accepted| sentence(&accepted.worst_case)) {
        if !said.contains(&worst) {
            said.push(worst);
        }
    }
    if said.is_empty() { Text::from("Nobody has written down what could happen.") } else { Text::from(said.join(" ")) }
}

fn recommendation(input: &FrozenDecision) -> Text {
    let decision = &input.decision;
    let mut text = Text::bold(headline(decision.outcome, decision.conditions.len())).and(".");
    text = text.and(match decision.outcome {
        Outcome::Approved => " It sets no condition.",
        Outcome::ApprovedWithConditions => " The conditions, who answers for each and by when stand in section 1.",
        Outcome::MoreEvidence => " What is held does not suffice to decide.",
        Outcome::Escalated => " The matter is above the rank of those who prepared it.",
        Outcome::Rejected => " The vendor is not to be used.",
        Outcome::Withdrawn => " Nothing is bought.",
    });
    let approves = matches!(decision.outcome, Outcome::Approved | Outcome::ApprovedWithConditions);
    if let Some(until) = decision.evidence_good_until.filter(|_| approves) {
        text = text.and(format!(" The evidence is good until {}.", date(until)));
    }
    if let Some(next) = decision.next_review {
        text = text.and(format!(" We look again by {}.", date(next)));
    }
    if approves && matches!(input.vendor.tier, Some(Tier::Critical)) {
        text = text.and(" Much depends on this vendor: its tier is critical.");
    }
    text
}
