//! The lists that people work through with a vendor: as the organisation works with them, and what was ticked.

use crate::{App, application::stamp, fail, names as shared, people, register::names};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, DocumentId, Op, Person, Stage, Vendor,
    checklist::{Checklist, Item, ItemId, Template, Tick},
};
use countersign_policy::standard::origin;
use countersign_store::{Snapshot, StoreError, Subject};
use serde_json::json;
use std::sync::LazyLock;
use uuid::Uuid;

/// The lists that the program brings, with the source of each item.
static STANDARD: LazyLock<Vec<Template>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("standard.json")).expect("the lists that the program brings are well-formed")
});

fn standard(list: Checklist) -> &'static Template {
    STANDARD.iter().find(|template| template.checklist == list).expect("the program brings all seven lists")
}

fn setting(list: Checklist) -> String {
    format!("checklist/{}", list.as_str())
}

/// The list as the organisation works with it.
pub(crate) fn template(db: &Snapshot<'_>, list: Checklist) -> Result<Template, StoreError> {
    let own = db.setting(&setting(list))?.and_then(|own| serde_json::from_value(own).ok());
    Ok(own.unwrap_or_else(|| standard(list).clone()))
}

/// Whether the item cannot be taken off its list, because a guard of the lifecycle asks for it.
fn is_fixed(list: Checklist, item: &ItemId) -> bool {
    match list {
        Checklist::Offboarding => item.as_str() == ItemId::POST_EXIT_CHECK,
        Checklist::DueDiligence => item.as_str() == ItemId::ALTERNATIVE_PATH,
        _ => false,
    }
}

/// The list that belongs to where a vendor stands.
const fn current(stage: Stage) -> Checklist {
    match stage {
        Stage::Draft | Stage::Intake => Checklist::Intake,
        Stage::Tiered | Stage::EvidenceRequested | Stage::InReview | Stage::MoreEvidence => Checklist::DueDiligence,
        Stage::DecisionPending | Stage::Escalated | Stage::Rejected | Stage::Withdrawn => Checklist::Decision,
        Stage::Approved | Stage::ApprovedWithConditions | Stage::Onboarding => Checklist::Onboarding,
        Stage::Active | Stage::AtRisk => Checklist::Monitoring,
        Stage::ReviewDue => Checklist::Renewal,
        Stage::Offboarding | Stage::Closed => Checklist::Offboarding,
    }
}

impl App {
    /// The lists as they stand for a vendor.
    pub(crate) fn checklist_views(&self, vendor: Uuid) -> Result<Vec<w::ChecklistView>, Failure> {
        let vendor = self.known_vendor(vendor)?.vendor;
        self.opened()?
            .store
            .read(|db| {
                let (ticks, people) = (db.ticks(vendor.id)?, db.persons()?);
                let all = Checklist::ALL.iter().map(|list| Ok(view(&template(db, *list)?, &vendor, &ticks, &people)));
                all.collect::<Result<_, StoreError>>()
            })
            .map_err(fail::store)
    }

    /// Ticks an item, or takes ticks back.
    pub(crate) fn tick_item(&self, input: &w::TickItem) -> Result<Vec<w::ChecklistView>, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let list = names::checklist(input.checklist);
        let item = input.item.as_deref().map(ItemId::parse).transpose();
        let item = item.map_err(|_| fail::not_found("item"))?;
        let tick = match (&item, input.state) {
            (_, None) => None,
            (None, Some(_)) => return Err(fail::not_found("item")),
            (Some(item), Some(state)) => {
                let known = opened.store.read(|db| template(db, list)).map_err(fail::store)?;
                let known = known.items.into_iter().find(|known| known.id == *item);
                let known = known.ok_or_else(|| fail::not_found("item"))?;
                let tick = Tick {
                    checklist: list,
                    item: item.clone(),
                    state: names::tick(state),
                    note: people::optional_text("note", input.note.as_deref())?,
                    proof: input.proof.map(|proof| self.proof_of(vendor.id, proof)).transpose()?,
                    by: person.id,
                    at: now,
                };
                if !known.is_settled_by(&tick) {
                    let missing = match state {
                        w::TickStateName::Done => fail::invalid("proof", Problem::ProofMissing),
                        w::TickStateName::NotNeeded => fail::invalid("note", Problem::ReasonMissing),
                    };
                    return Err(missing);
                }
                Some(tick)
            }
        };
        let stamp = stamp(&person, permit, now, Op::TickItem, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("checklist", list.as_str());
                db.note("item", item.as_ref().map(ItemId::as_str));
                db.note("became", tick.as_ref().map(|tick| tick.state.as_str()));
                match &tick {
                    Some(tick) => {
                        db.note("note", tick.note.as_ref().map(ToString::to_string));
                        db.note("proof", tick.proof.map(|proof| proof.to_string()));
                        db.tick(vendor.id, tick)
                    }
                    None => db.untick(vendor.id, list, item.as_ref()).map(|_| ()),
                }
            })
            .map_err(fail::store)?;
        self.checklist_views(input.vendor)
    }

    /// The lists as the organisation works with them.
    pub(crate) fn checklist_templates(&self) -> Result<Vec<w::ChecklistTemplate>, Failure> {
        let read = |db: &Snapshot<'_>| {
            Checklist::ALL.iter().map(|list| template(db, *list)).collect::<Result<Vec<_>, StoreError>>()
        };
        let templates = self.opened()?.store.read(read).map_err(fail::store)?;
        Ok(templates.iter().map(template_view).collect())
    }

    /// Changes a list, or brings back what the program brought.
    pub(crate) fn save_checklist(&self, input: &w::SaveChecklist) -> Result<Vec<w::ChecklistTemplate>, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepWorkspace)?;
        let now = self.clock.now();
        let list = names::checklist(input.checklist);
        let own = match &input.items {
            None => None,
            Some(items) => Some(Template { checklist: list, items: self.items(list, items)? }),
        };
        let (before, organisation) =
            opened.store.read(|db| Ok((template(db, list)?, db.workspace()?.organisation))).map_err(fail::store)?;
        let after = own.as_ref().unwrap_or_else(|| standard(list));
        let texts = |template: &Template| template.items.iter().map(|it| it.text.to_string()).collect::<Vec<_>>();
        let (was, is) = (texts(&before), texts(after));
        let stamp = stamp(&person, permit, now, Op::ChangeChecklists, opened.as_subject(&organisation));
        let value = own.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        opened
            .store
            .write(&stamp, |db| {
                db.note("checklist", list.as_str());
                db.note("added", json!(is.iter().filter(|text| !was.contains(text)).collect::<Vec<_>>()));
                db.note("removed", json!(was.iter().filter(|text| !is.contains(text)).collect::<Vec<_>>()));
                db.set_setting(&setting(list), value.as_ref())
            })
            .map_err(fail::store)?;
        self.checklist_templates()
    }

    fn items(&self, list: Checklist, items: &[w::ChecklistItem]) -> Result<Vec<Item>, Failure> {
        let now = self.clock.now();
        let mut parsed: Vec<Item> = Vec::new();
        for (at, it) in items.iter().enumerate() {
            let field = format!("items.{at}.text");
            let fresh = || format!("own-{}", self.id(now));
            let id = it.id.clone().unwrap_or_else(fresh);
            let id = ItemId::parse(&id).map_err(|_| fail::invalid(&field, Problem::WrongForm))?;
            if parsed.iter().any(|other| other.id == id) {
                return Err(fail::invalid(&field, Problem::WrongForm));
            }
            let brought = standard(list).items.iter().find(|item| item.id == id);
            parsed.push(Item {
                text: people::name(&field, &it.text)?,
                from_tier: it.from_tier.map(shared::tier),
                mandatory: it.mandatory || is_fixed(list, &id) && brought.is_some_and(|item| item.mandatory),
                proof: it.proof,
                source: brought.and_then(|item| item.source.clone()),
                id,
            });
        }
        let fixed = standard(list).items.iter().filter(|item| is_fixed(list, &item.id));
        if fixed.into_iter().any(|fixed| !parsed.iter().any(|item| item.id == fixed.id)) {
            return Err(fail::invalid("items", Problem::Empty));
        }
        Ok(parsed)
    }
}

fn template_view(template: &Template) -> w::ChecklistTemplate {
    w::ChecklistTemplate {
        checklist: names::checklist_name(template.checklist),
        items: template.items.iter().map(|item| item_view(template.checklist, item)).collect(),
        changed: template != standard(template.checklist),
    }
}

fn item_view(list: Checklist, item: &Item) -> w::ChecklistItem {
    w::ChecklistItem {
        id: Some(item.id.to_string()),
        text: item.text.to_string(),
        from_tier: item.from_tier.map(shared::tier_name),
        mandatory: item.mandatory,
        proof: item.proof,
        source: item.source.as_ref().map(|short| origin(&short.to_string())),
        fixed: is_fixed(list, &item.id),
    }
}

fn view(template: &Template, vendor: &Vendor, ticks: &[Tick], people: &[Person]) -> w::ChecklistView {
    let list = template.checklist;
    let of = |item: &Item| ticks.iter().find(|tick| tick.checklist == list && tick.item == item.id);
    let items: Vec<w::ChecklistEntry> = template
        .items
        .iter()
        .filter(|item| item.is_for(vendor.tier))
        .map(|item| w::ChecklistEntry {
            settled: of(item).is_some_and(|tick| item.is_settled_by(tick)),
            tick: of(item).map(|tick| tick_view(tick, people)),
            item: item_view(list, item),
        })
        .collect();
    w::ChecklistView {
        checklist: names::checklist_name(list),
        current: list == current(vendor.stage),
        settled: items.iter().filter(|entry| entry.settled).count() as u32,
        items,
    }
}

fn tick_view(tick: &Tick, people: &[Person]) -> w::TickView {
    w::TickView {
        state: names::tick_name(tick.state),
        note: tick.note.as_ref().map(ToString::to_string),
        proof: tick.proof.map(DocumentId::uuid),
        by: people::name_in(people, tick.by),
        at: tick.at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_brings_all_seven_lists_with_their_source_and_no_name_twice() {
        for list in Checklist::ALL {
            let template = standard(*list);
            let mut names: Vec<&ItemId> = template.items.iter().map(|item| &item.id).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), template.items.len(), "{list:?} names an item twice");
            assert!(template.items.iter().all(|item| item.source.is_some()), "{list:?} has an item without its source");
        }
        let fixed = |list: Checklist| standard(list).items.iter().filter(|item| is_fixed(list, &item.id)).count();
        assert_eq!((fixed(Checklist::Offboarding), fixed(Checklist::DueDiligence)), (1, 1), "the guards name them");
    }
}
