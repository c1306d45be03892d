//! `countersign packet`

use super::copies;
use crate::{
    Done,
    args::{Common, PaperArgument},
    open,
    out::Out,
    say::{Trouble, not_appendable},
};
use countersign_app::App;
use countersign_contract::{
    Commands as _, Failure,
    wire::{DecisionRef, MakePacket, VendorRef},
};
use std::path::Path;
use uuid::Uuid;

/// What is asked for.
pub(crate) struct Wanted<'a> {
    /// Where to write it.
    pub(crate) output: &'a Path,
    /// The paper.
    pub(crate) paper: PaperArgument,
    /// The documents to append.
    pub(crate) append: &'a [String],
    /// Whether it says who has signed in the program.
    pub(crate) sign_offs: bool,
}

/// Writes the packet of the vendor's last decision.
pub(crate) fn run(common: &Common, vendor: &str, wanted: &Wanted<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let Wanted { output, paper, append, sign_offs } = *wanted;
    let app = open::workspace_to_write(common)?;
    let vendor = super::vendor(&app, vendor)?.id;
    let decision = app.vendor(VendorRef { vendor })?.decisions.into_iter().next();
    let decided = decision.ok_or(Trouble::Failed(Failure::NotFound { what: "decision".to_owned() }))?;
    let decision = decided.id;
    let (append, left_out) = labels(&app, decision, append)?;
    let packet = app.packet_make(MakePacket { decision, paper: paper.into(), append, sign_offs })?;
    app.packet_write(packet.id, output)?;
    if out.is_json() {
        out.objects([&packet])?;
    } else {
        out.note(&format!("wrote {} of {} pages: {}", packet.number, packet.pages, output.display()));
        for appended in &packet.appended {
            out.note(&format!("{} is appended from page {}", appended.label, appended.first));
        }
    }
    for why in &left_out {
        out.note(why);
    }
    if sign_offs {
        let said = match packet.sign_offs {
            0 => "nobody has signed in the program, or the decision is from before packets said so".to_owned(),
            1 => "it says one signature of the program".to_owned(),
            many => format!("it says {many} signatures of the program"),
        };
        out.note(&said);
    }
    if let Some(copy) = decided.copies.iter().find(|copy| copy.packet == packet.id) {
        out.note(&format!("signed copy: {}", copies::line(&app, copy)));
    }
    super::uncovered(&packet.uncovered, out);
    Ok(if packet.uncovered.is_empty() && left_out.is_empty() { Done::Clean } else { Done::Notable })
}

/// Which documents are appended, and of `all` which are not and why.
fn labels(app: &App, decision: Uuid, wanted: &[String]) -> Result<(Vec<String>, Vec<String>), Trouble> {
    let all = wanted.iter().any(|label| label.eq_ignore_ascii_case("all"));
    if wanted.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let documents = app.packet_appendices(DecisionRef { decision })?;
    if !all {
        let named = |label: &String| {
            let found = documents.iter().find(|document| document.label.eq_ignore_ascii_case(label.trim()));
            found.map(|document| document.label.clone()).ok_or_else(|| {
                let there: Vec<&str> = documents.iter().map(|document| document.label.as_str()).collect();
                Trouble::Usage(format!("the packet has no document {label}; it has: {}", there.join(", ")))
            })
        };
        return Ok((wanted.iter().map(named).collect::<Result<_, _>>()?, Vec::new()));
    }
    let (mut taken, mut left_out) = (Vec::new(), Vec::new());
    for document in documents {
        match document.refused {
            Some(why) => left_out.push(format!("{} is not appended: {}", document.label, not_appendable(why))),
            None if !document.nda => left_out.push(format!(
                "{} is not appended: no NDA is recorded for it; name it with --append {} to append it all the same",
                document.label, document.label
            )),
            None => taken.push(document.label),
        }
    }
    Ok((taken, left_out))
}
