//! Search finds words however they are typed, and never stumbles over what is typed.

use super::{Place, add, add_vendor, name, sample, stamp, vendor};
use crate::{Hit, Workspace};
use countersign_domain::Op;
use proptest::prelude::*;
use std::sync::OnceLock;

fn filled() -> (Place, Workspace) {
    let place = Place::new();
    let workspace = place.create(None);
    let mut cloud = vendor(1, "Nimbus Ärzteportal");
    cloud.aliases = vec![name("Kumulus d.o.o."), name("O'Neill \"Quick\" Hosting")];
    add_vendor(&workspace, &cloud).expect("enters");
    add_vendor(&workspace, &vendor(2, "Łódź Payments")).expect("enters");
    let pages = [
        "The système d'information was examined; see section 4.2 (CC6.1) of the report.",
        "Encryption AND access control. Nothing NOT tested. e\u{301}te\u{301} in decomposed letters.",
        "日本語 の 文書",
    ];
    add(&workspace, &sample(1, 100, &pages)).expect("adds");
    (place, workspace)
}

fn found(workspace: &Workspace, text: &str) -> Vec<String> {
    workspace
        .read(|db| db.search(text, 10))
        .expect("searches")
        .into_iter()
        .map(|hit| match hit {
            Hit::Vendor { name, .. } => name,
            Hit::Document { file_name, .. } => file_name,
            Hit::Page { page, .. } => format!("page {page}"),
        })
        .collect()
}

#[test]
fn words_are_found_whatever_their_case_and_diacritics() {
    let (_place, workspace) = filled();
    let find = |text: &str| found(&workspace, text);
    assert_eq!(find("arzteportal"), ["Nimbus Ärzteportal"]);
    assert_eq!(find("ÄRZTEPORTAL nimbus"), ["Nimbus Ärzteportal"], "words in any order");
    assert_eq!(find("nim"), ["Nimbus Ärzteportal"], "the last word may be unfinished");
    assert_eq!(find("nim arzteportal"), Vec::<String>::new(), "earlier words are whole");
    assert_eq!(find("kumulus"), ["Nimbus Ärzteportal"], "an alias finds its vendor");
    assert_eq!(find("d.o.o."), ["Nimbus Ärzteportal"]);
    assert_eq!(find("o'neill \"quick"), ["Nimbus Ärzteportal"], "quotes are no operators");
    assert_eq!(find("brucken"), ["report-1.pdf"], "a document by the organisation it is about");
    assert_eq!(find("report-1.pdf"), ["report-1.pdf"]);
    assert_eq!(find("systeme"), ["page 1"]);
    assert_eq!(find("SYSTÈME"), ["page 1"]);
    assert_eq!(find("cc6.1"), ["page 1"]);
    assert_eq!(find("été"), ["page 2"], "composed finds decomposed");
    assert_eq!(find("日本語"), ["page 3"]);
    assert_eq!(find("encryption AND control"), ["page 2"], "AND is a word like others");
    assert_eq!(find("nothing NOT tested"), ["page 2"]);
    assert_eq!(find("encryption NEAR control"), Vec::<String>::new(), "NEAR is a word that is not there");
    assert_eq!(find("name:nimbus"), Vec::<String>::new(), "no column can be named");
    for nothing in ["", "   ", "*", "\"", "(", "-", "^", "{}", "\u{0}", "AND", "OR NOT", "* OR *", "a*b\"c(d)"] {
        let hits = find(nothing);
        assert!(hits.len() <= 1, "{nothing:?} is no operator: {hits:?}");
    }
}

#[test]
fn a_snippet_shows_what_matches() {
    let (_place, workspace) = filled();
    let hits = workspace.read(|db| db.search("EXAMIN", 10)).expect("searches");
    let [Hit::Page { snippet, page: 1, file_name, .. }] = hits.as_slice() else { panic!("one page: {hits:?}") };
    assert_eq!(file_name, "report-1.pdf");
    let marked: Vec<_> = snippet.iter().filter(|piece| piece.matches).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["examined"]);
    let whole: String = snippet.iter().map(|piece| piece.text.as_str()).collect();
    assert!(whole.starts_with("The système"), "the text around comes along: {whole}");
}

#[test]
fn the_index_follows_changes() {
    let (_place, workspace) = filled();
    let mut renamed = vendor(2, "Wrocław Payments");
    renamed.aliases = vec![name("Breslau")];
    workspace.write(&stamp(Op::ChangeVendor), |db| db.update_vendor(&renamed)).expect("changes");
    let sample = sample(1, 100, &[]);
    let mut summary = sample.summary.clone();
    summary.organization = Some("Corrected Name Inc.".to_owned());
    workspace.write(&stamp(Op::JudgeFact), |db| db.set_summary(sample.document.id, &summary)).expect("corrects");
    assert_eq!(found(&workspace, "wrocław"), ["Wrocław Payments"]);
    assert_eq!(found(&workspace, "breslau"), ["Wrocław Payments"]);
    assert_eq!(found(&workspace, "łódź"), Vec::<String>::new(), "the old name is gone");
    assert_eq!(found(&workspace, "alias"), Vec::<String>::new(), "the old aliases are gone");
    assert_eq!(found(&workspace, "corrected"), ["report-1.pdf"]);
    assert_eq!(found(&workspace, "brückenbau"), Vec::<String>::new());
}

#[test]
fn no_more_than_wanted() {
    let place = Place::new();
    let workspace = place.create(None);
    for number in 0..5 {
        add_vendor(&workspace, &vendor(number, &format!("Same {number}"))).expect("enters");
    }
    assert_eq!(workspace.read(|db| db.search("same", 3)).expect("searches").len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_typed_is_an_error(text in prop_oneof![
        any::<String>(),
        "[a-z\"*^:(){}+\\-, \u{0}\u{1}éß\n]{0,40}",
        "(AND|OR|NOT|NEAR|\"|\\*|\\(|\\)|:|nimbus|-| ){0,12}",
    ]) {
        static FILLED: OnceLock<(Place, Workspace)> = OnceLock::new();
        let (_, workspace) = FILLED.get_or_init(filled);
        let hits = workspace.read(|db| db.search(&text, 10));
        prop_assert!(hits.is_ok(), "{:?}: {:?}", text, hits);
    }
}
