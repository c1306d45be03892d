//! The memo that an auditor asks for (`practice.md` §7.1, page 8): from the workbooks to paper.

use super::book::Listed;
use super::show::completion;
use super::table::{Sheet, sheets};
use crate::{App, documents::write_whole, fail, names, packets::fonts};
use countersign_contract::{Failure, wire as w};
use countersign_domain::VendorId;
use countersign_packet::{
    cuec_memo::{self as paper, CuecMemo},
    typeset::Printed,
};
use std::path::Path;

impl App {
    /// Saves the memo where the person says.
    pub(crate) fn save_cuec_memo(&self, input: &w::CuecMemoRequest) -> Result<w::SavedPaper, Failure> {
        let name = self.cuec_file_name(input.vendor, "pdf")?;
        let Some(path) = self.host.choose_save(&name) else {
            return Ok(w::SavedPaper { name: None, uncovered: Vec::new() });
        };
        let uncovered = self.cuec_memo_to(&path, input)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(w::SavedPaper { name, uncovered })
    }

    /// Writes the memo to a path, whole or not at all; gives the characters that no font draws.
    pub fn cuec_memo_to(&self, path: &Path, input: &w::CuecMemoRequest) -> Result<Vec<String>, Failure> {
        let opened = self.opened()?;
        let printed = self.cuec_memo(input.vendor.map(VendorId::from_uuid), input.paper)?;
        write_whole(&opened, path, |file| crate::import::put(file, &printed.bytes))?;
        Ok(fonts::told(&printed.uncovered))
    }

    /// The memo on a vendor or on all.
    pub(crate) fn cuec_memo(&self, vendor: Option<VendorId>, on: w::Paper) -> Result<Printed, Failure> {
        let opened = self.opened()?;
        let actor = opened.actor()?;
        let now = self.clock.now();
        let (sheets, organisation) = opened
            .store
            .read(|db| Ok((sheets(db, vendor.into(), self.day())?, db.workspace()?.organisation)))
            .map_err(fail::store)?;
        let memo = CuecMemo {
            organisation: organisation.to_string(),
            made_by: actor.name.to_string(),
            made_at: now,
            paper: names::paper(on),
            vendors: sheets.iter().map(of_vendor).collect(),
        };
        fonts::print(|fonts| paper::print(&memo, fonts)).map_err(fail::unexpected)
    }
}

fn of_vendor(sheet: &Sheet) -> paper::MemoVendor {
    let counted = completion(&sheet.book, sheet.ground.today);
    paper::MemoVendor {
        name: sheet.vendor.name.to_string(),
        tier: sheet.vendor.tier,
        report: sheet.book.report.as_ref().map(|row| paper::MemoReport {
            file_name: row.document.file_name.to_string(),
            from: row.summary.from,
            to: row.summary.to,
        }),
        none_stated: sheet.book.none_stated,
        applying: counted.applying,
        in_place: counted.in_place,
        undecided: counted.undecided,
        controls: sheet.book.rows.iter().map(|row| control(&row.listed, sheet)).collect(),
        dropped: sheet.book.dropped.iter().map(|one| one.control.text.clone()).collect(),
        responsibilities: sheet.book.responsibilities.len() as u32,
    }
}

fn control(listed: &Listed, sheet: &Sheet) -> paper::MemoControl {
    let place = listed.control.citations.first();
    paper::MemoControl {
        text: listed.control.text.clone(),
        criteria: listed.control.criteria.clone(),
        page: place.map(|place| place.label.clone().unwrap_or_else(|| place.page.to_string())),
        ours: listed.said.as_ref().map(|said| {
            let (ours, ground) = (&said.ours, &sheet.ground);
            let own = |id| ground.own.get(id);
            let controls = ours.controls.iter().filter_map(|id| own(*id));
            let lent = controls.clone().filter_map(|own| own.evidence.as_ref()).map(ToString::to_string);
            let evidence = ours.evidence.as_ref().map(ToString::to_string);
            let proof = ours.proof.and_then(|proof| ground.file_names.get(&proof).cloned());
            paper::MemoSide {
                applies: ours.applies,
                why: ours.why.as_ref().map(ToString::to_string),
                controls: controls.map(|own| own.name.to_string()).collect(),
                owner: ours.answerable(own).map(|owner| ground.name(owner)),
                progress: ours.progress,
                evidence: evidence.into_iter().chain(proof).chain(lent).collect(),
                due: ours.due_on(),
                verified: ours.verified.map(|verified| (verified.on, ground.name(verified.by))),
                recheck_on: ours.recheck_on(),
            }
        }),
    }
}
