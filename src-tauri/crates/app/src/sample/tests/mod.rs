//! The sample's documents as our own reader sees them.

mod workspace;

use super::{
    past::{month_end, period_start},
    plans::Plans,
    report::{ReportPlan, Span, Truth, Typeset},
};
use chrono::{Days, NaiveDate};
use countersign_domain::{Category, EffectiveFacts, FactKey, Kind, Opinion, Reading, Sha256};
use countersign_reader::{
    extraction::read_in_process,
    limits::Limits,
    reading::{SourceFile, printed_labels, read},
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn plans() -> Plans {
    Plans::new(day("2026-03-17"))
}

fn typeset(plan: &ReportPlan) -> Typeset {
    plan.typeset().expect("it can be typeset")
}

fn reading_of(document: &Typeset) -> Reading {
    let extraction =
        read_in_process(document.bytes.clone(), None, &Limits::default()).expect("our own PDF is readable");
    let file = SourceFile { name: "a.pdf", sha256: Sha256::of(&document.bytes), bytes: document.bytes.len() as u64 };
    read(&file, &extraction.properties, &extraction.pages)
}

/// What was read otherwise than the document says.
fn differences(truth: &Truth, reading: &Reading) -> Vec<String> {
    let facts = EffectiveFacts::new(reading, &[]);
    let mut found = Vec::new();
    for key in FactKey::ALL {
        // The reader says of letters and certificates only what kind they are, and of letters their date.
        let other = !truth.kind.is_attestation() && !matches!(key, FactKey::Kind | FactKey::ReportDate);
        let unsaid = other
            || key == FactKey::OpinionBasis
            || (key == FactKey::AuditorLocation && !truth.location_at_signature)
            || (key == FactKey::ReportType && truth.kind == Kind::Soc3);
        let (said, read) = (truth.value(key), facts.get(key).value().cloned());
        if !unsaid && said != read {
            found.push(format!("{}: says {said:?}, read {read:?}", key.as_str()));
        }
    }
    let roles: Vec<_> = reading.sections.iter().map(|section| section.role).collect();
    if roles != truth.sections {
        found.push(format!("sections: has {:?}, read {:?}", truth.sections, reading.sections));
    }
    found
}

fn reads_as_it_says(name: &str, document: &Typeset) -> Reading {
    let reading = reading_of(document);
    let found = differences(&document.truth, &reading);
    assert!(found.is_empty(), "{name} is read otherwise than it says: {found:#?}");
    reading
}

#[test]
fn every_report_is_read_as_it_says() {
    let plans = plans();
    for plan in [
        &plans.tidewrack_before,
        &plans.tidewrack,
        &plans.hollowmere,
        &plans.ospreyline,
        &plans.bramblegate,
        &plans.lintelbrook,
        &plans.cobblewick,
        &plans.gorsewind,
    ] {
        let reading = reads_as_it_says(plan.company.name, &typeset(plan));
        assert!(
            reading.contradictions.is_empty(),
            "{} contradicts itself: {:?}",
            plan.company.name,
            reading.contradictions
        );
        if !matches!(plan.span, Span::General(..)) {
            let assumed = plan.company.rests_on.iter().flat_map(|other| {
                let own = |(criteria, control): &(&str, &str)| {
                    (other.name.to_owned(), (*criteria).to_owned(), (*control).to_owned())
                };
                other.assumed.iter().map(own)
            });
            let read = reading.csocs.iter().map(|control| {
                (control.subservice.clone().unwrap_or_default(), control.criteria.join(", "), control.text.clone())
            });
            assert_eq!(read.collect::<Vec<_>>(), assumed.collect::<Vec<_>>(), "{}: what it assumes", plan.company.name);
        }
    }
}

#[test]
fn letter_and_certificate_are_read_as_they_say() {
    let plans = plans();
    reads_as_it_says("the letter", &plans.tidewrack_letter.typeset().expect("it can be typeset"));
    reads_as_it_says("the certificate", &plans.saltmarrow.typeset().expect("it can be typeset"));
}

#[test]
fn the_reader_finds_the_slip_on_the_cover() {
    let plan = plans().quernstone;
    let reading = reads_as_it_says("the report with the slip", &typeset(&plan));
    let about: Vec<&str> = reading.contradictions.iter().map(|one| one.about.as_str()).collect();
    assert_eq!(about, ["period_end"], "cover and opinion name different last days");
}

#[test]
fn a_qualified_opinion_is_read_with_its_basis() {
    let reading = reading_of(&typeset(&plans().bramblegate));
    assert_eq!(reading.opinion.map(|fact| fact.value), Some(Opinion::Qualified));
    let basis = reading.opinion_basis.map(|fact| fact.value).unwrap_or_default();
    assert!(basis.contains("The reviews of two quarters were not carried out"), "the matter itself: {basis}");
}

#[test]
fn dates_and_categories_of_all_kinds_are_read_as_they_say() {
    use Category as C;
    let plans = plans();
    let categories: [&[Category]; 4] = [
        &[C::Security],
        &[C::Security, C::Availability],
        &[C::Security, C::ProcessingIntegrity],
        &[C::Security, C::Availability, C::ProcessingIntegrity, C::Confidentiality],
    ];
    for (variation, categories) in (20_u64..).zip(categories) {
        let end = month_end(day("2025-12-02"), variation as u32);
        let plan = ReportPlan {
            variation,
            categories: categories.to_vec(),
            span: Span::Period(period_start(end, variation as u32 % 9 + 3), end),
            dated: end + Days::new(variation + 11),
            ..plans.gorsewind.clone()
        };
        reads_as_it_says(&format!("variation {variation}"), &typeset(&plan));
    }
}

#[test]
fn the_same_day_gives_the_same_bytes_and_another_day_other_ones() {
    let (a, b) = (typeset(&plans().tidewrack), typeset(&plans().tidewrack));
    assert_eq!(Sha256::of(&a.bytes), Sha256::of(&b.bytes), "the same plan");
    let other = typeset(&Plans::new(day("2026-04-17")).tidewrack);
    assert_ne!(Sha256::of(&a.bytes), Sha256::of(&other.bytes), "a month later");
}

#[test]
fn printed_numbers_differ_from_the_pages_of_the_file() {
    let document = typeset(&plans().tidewrack);
    let extraction = read_in_process(document.bytes, None, &Limits::default()).expect("our own PDF is readable");
    let labels = printed_labels(&extraction.properties, &extraction.pages);
    assert!(labels.len() >= 18, "a report as long as real ones begin: {}", labels.len());
    assert_eq!(labels[..3], [None, None, Some("1".to_owned())], "cover and contents carry no number");
    assert_eq!(labels.last(), Some(&Some((labels.len() - 2).to_string())), "numbers run to the end");
}

#[test]
fn every_page_says_that_it_is_a_sample() {
    let plans = plans();
    for document in [typeset(&plans.cobblewick), plans.tidewrack_letter.typeset().expect("it can be typeset")] {
        let extraction = read_in_process(document.bytes, None, &Limits::default()).expect("our own PDF is readable");
        for page in &extraction.pages {
            let words: Vec<&str> = page.words.iter().map(|word| word.text.as_str()).collect();
            let says = words.join(" ").contains("Sample report. Company, auditor and every fact are invented.");
            assert!(says, "page {} does not say that it is invented", page.number);
        }
    }
}
