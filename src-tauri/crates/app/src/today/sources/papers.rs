//! Certificates and penetration tests held besides the main evidence (`practice.md` §4.3, §8.2).

use super::{Source, of_those_in_use};
use countersign_domain::{
    Kind,
    attention::{AttentionKind, Remedy},
};
use countersign_policy::watch;

pub(super) const SOURCE: Source = |watched| {
    of_those_in_use(watched, |vendor| {
        let papers = watch::papers(&vendor.whole()).into_iter();
        let items = papers.map(|paper| {
            let reason = match paper.kind {
                Kind::PentestReport | Kind::SecurityAssessment => "The test is then older than the class allows",
                _ => "Its last day, as it says",
            };
            vendor
                .item(AttentionKind::PaperEnds, paper.document, reason, Remedy::AskVendor)
                .named(paper.kind.title())
                .on(paper.until)
        });
        items.collect::<Vec<_>>()
    })
};
