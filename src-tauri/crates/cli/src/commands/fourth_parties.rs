//! `countersign fourth-parties`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{
        CoverName, DependantView, FourthPartiesQuery, FourthPartiesView, FourthPartyView, HeldName, MonitoringName,
        VendorRef,
    },
};
use std::path::Path;

/// Shows on whom vendors rest, and writes it out where that was asked for.
pub(crate) fn run(
    common: &Common,
    wanted: Option<&str>,
    export: Option<&Path>,
    letter: bool,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = wanted.map(|wanted| super::vendor(&app, wanted)).transpose()?.map(|row| row.id);
    if let Some(path) = export {
        let rows = app.export_fourth_parties_to(path)?;
        out.note(&format!("wrote {rows} rows to {}", path.display()));
    }
    if let Some(vendor) = vendor.filter(|_| letter) {
        let letter = app.fourth_parties_letter(VendorRef { vendor })?;
        if out.is_json() {
            out.objects([letter])?;
        } else {
            out.line(&format!("{}\n\n{}", letter.subject, letter.body.trim_end()))?;
        }
        return Ok(Done::Clean);
    }
    let view = app.fourth_parties(FourthPartiesQuery { vendor })?;
    if out.is_json() {
        out.objects([&view])?;
    } else if vendor.is_some() {
        of_vendor(&view, out)?;
    } else {
        of_all(&view, out)?;
    }
    Ok(if view.chase.is_empty() { Done::Clean } else { Done::Notable })
}

fn of_all(view: &FourthPartiesView, out: &mut Out) -> Result<(), Trouble> {
    let counted = &view.concentration;
    let cells: Vec<Vec<String>> = view
        .parties
        .iter()
        .map(|party| {
            vec![
                party.name.clone(),
                format!("{} of {}", party.vendors, counted.vendors),
                format!("{} of {}", party.gravest, counted.gravest),
                methods(party),
                own(party),
                if party.open > 0 { party.open.to_string() } else { "–".to_owned() },
            ]
        })
        .collect();
    out.table(&["fourth party", "vendors", "critical, high", "method", "own evidence", "to chase"], &cells)?;
    out.line(&format!(
        "{} of {} vendors name whom they rest on; carve-out coverage {} of {}; Herfindahl {}",
        counted.naming,
        counted.vendors,
        view.coverage.count,
        view.coverage.of,
        counted
            .herfindahl
            .map_or_else(|| "–".to_owned(), |index| format!("{index:.2} of {} dependences", counted.dependences))
    ))?;
    let denying: Vec<&str> =
        view.vendors.iter().filter(|vendor| vendor.denied.is_some()).map(|vendor| vendor.name.as_str()).collect();
    if !denying.is_empty() {
        out.line(&format!("state that they use none: {}", denying.join(", ")))?;
    }
    for proposal in &view.proposals {
        out.line(&format!("one party? {} and {}", proposal.party_name, proposal.other_name))?;
    }
    for chased in &view.chase {
        let names: Vec<&str> = chased.parties.iter().map(|party| party.name.as_str()).collect();
        out.line(&format!("ask {}: {}", chased.vendor_name, names.join(", ")))?;
    }
    Ok(())
}

fn of_vendor(view: &FourthPartiesView, out: &mut Out) -> Result<(), Trouble> {
    let row = |party: &FourthPartyView, one: &DependantView| {
        vec![
            one.named.clone(),
            or_dash(one.services.as_ref()),
            or_dash(one.method.map(|method| name(method).replace('_', "-"))),
            or_dash(one.citations.first().map(|place| place.page)),
            one.csocs.len().to_string(),
            or_dash(one.has_our_data.map(|has| if has { "yes" } else { "no" })),
            assurance(party, one),
        ]
    };
    let of_party = |party: &FourthPartyView| party.dependants.iter().map(|one| row(party, one)).collect::<Vec<_>>();
    let cells: Vec<Vec<String>> = view.parties.iter().flat_map(of_party).collect();
    out.table(&["named", "services", "method", "page", "CSOCs", "our data", "assurance"], &cells)?;
    if cells.is_empty() {
        let denied = view.vendors.first().and_then(|vendor| vendor.denied.as_ref());
        out.line(&match denied {
            Some(places) => format!(
                "the report states that it uses no subservice organizations{}",
                places.first().map_or_else(String::new, |place| format!(", p. {}", place.page))
            ),
            None => "no subservice organization was read in a current report".to_owned(),
        })?;
    }
    Ok(())
}

fn methods(party: &FourthPartyView) -> String {
    let mut methods: Vec<String> = party
        .dependants
        .iter()
        .map(|one| one.method.map_or_else(|| "not stated".to_owned(), |method| name(method).replace('_', "-")))
        .collect();
    methods.sort_unstable();
    methods.dedup();
    methods.join(", ")
}

fn own(party: &FourthPartyView) -> String {
    let Some(own) = &party.own else { return "not in the register".to_owned() };
    match own.held {
        HeldName::Nothing => "none that counts".to_owned(),
        HeldName::Unread => "held, not reviewed".to_owned(),
        HeldName::Read => format!("held until {}", or_dash(own.until)),
    }
}

fn assurance(party: &FourthPartyView, one: &DependantView) -> String {
    match (one.cover, one.monitoring) {
        (Some(CoverName::Report), _) => "report held".to_owned(),
        (Some(CoverName::Monitoring), _) => "monitoring tested clean".to_owned(),
        (None, Some(MonitoringName::Said)) => "the vendor says that it monitors".to_owned(),
        (None, _) if !one.matters => "not needed".to_owned(),
        (None, Some(MonitoringName::None)) => "none".to_owned(),
        (None, _) if party.own.as_ref().is_some_and(|own| own.held == HeldName::Unread) => {
            "report held, not reviewed".to_owned()
        }
        (None, _) => "nothing recorded".to_owned(),
    }
}
