//! `countersign examination`

use super::{name, or_dash};
use crate::{
    Done,
    args::{Common, ExaminationArguments, ReportTypeArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _,
    wire::{ExaminationPart, ExaminationTypeName, RegisterPart, RegisterView, SavePart, VendorRef},
};
use uuid::Uuid;

/// Shows the next examination of a vendor as it was told, and records what is told of it.
pub(crate) fn run(common: &Common, asked: &ExaminationArguments, out: &mut Out) -> Result<Done, Trouble> {
    let view = if asked.tells() {
        let app = open::workspace_to_write(common)?;
        let vendor = super::vendor_exactly(&app, &asked.vendor)?.id;
        let part = told(asked, app.register(VendorRef { vendor })?)?;
        app.register_save(SavePart { vendor, part: RegisterPart::Examination(part) })?
    } else {
        let app = open::workspace(common)?;
        let vendor = super::vendor(&app, &asked.vendor)?.id;
        app.register(VendorRef { vendor })?
    };
    if out.is_json() {
        out.objects([&view.examination])?;
    } else {
        print(&view, out)?;
    }
    Ok(Done::Clean)
}

/// What is known afterwards: what is not said stays as it was told before.
fn told(asked: &ExaminationArguments, known: RegisterView) -> Result<ExaminationPart, Trouble> {
    if asked.forget {
        return Ok(ExaminationPart::default());
    }
    let before = known.examination.clone();
    let kind = asked.kind.map(|kind| match kind {
        ReportTypeArgument::Type1 => ExaminationTypeName::Type1,
        ReportTypeArgument::Type2 => ExaminationTypeName::Type2,
    });
    Ok(ExaminationPart {
        firm: asked.firm.clone().or(before.firm),
        kind: kind.or(before.kind),
        from: asked.from.or(before.from),
        to: asked.to.or(before.to),
        expected_on: asked.expected.or(before.expected_on),
        proof: asked.proof.as_deref().map(|wanted| proof(wanted, &known)).transpose()?.or(before.proof),
        said: asked.said.clone().or(before.said),
    })
}

/// The document of the vendor of that file name or id.
fn proof(wanted: &str, known: &RegisterView) -> Result<Uuid, Trouble> {
    let fits: Vec<Uuid> = known
        .proofs
        .iter()
        .filter(|proof| proof.file_name == wanted || proof.document.to_string() == wanted)
        .map(|proof| proof.document)
        .collect();
    match fits[..] {
        [document] => Ok(document),
        [] => Err(Trouble::Usage(format!("no document of the vendor is called {wanted}"))),
        _ => Err(Trouble::Usage(format!("several documents of the vendor are called {wanted}: give the id"))),
    }
}

fn print(view: &RegisterView, out: &mut Out) -> Result<(), Trouble> {
    let it = &view.examination;
    if *it == ExaminationPart::default() {
        return out.line("nothing is known of a next examination");
    }
    let proof = it.proof.and_then(|id| view.proofs.iter().find(|proof| proof.document == id));
    let cells = [
        ("report", or_dash(it.kind.map(name))),
        ("firm", or_dash(it.firm.as_ref())),
        ("from", or_dash(it.from)),
        ("to", or_dash(it.to)),
        ("expected on", or_dash(it.expected_on)),
        ("proved by", or_dash(proof.map(|proof| &proof.file_name))),
        ("said", or_dash(it.said.as_ref())),
    ];
    let cells: Vec<Vec<String>> = cells.into_iter().map(|(what, value)| vec![what.to_owned(), value]).collect();
    out.table(&["next examination", "as it was told"], &cells)
}
