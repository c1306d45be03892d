//! Withdrawing the path without a report: it was recorded by mistake, or nobody means to go it any more.

use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Op, VendorId};
use countersign_store::{Subject, Withdrawal};

impl App {
    /// Withdraws the latest version: the vendor has no such path until the next one, and an approval of it holds no more.
    pub(crate) fn withdraw_alternative(&self, input: &w::WithdrawAlternative) -> Result<w::AlternativeView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let now = self.clock.now();
        let id = VendorId::from_uuid(input.vendor);
        let (vendor, versions) =
            opened.store.read(|db| Ok((db.vendor(id)?, db.alternatives_of(id)?))).map_err(fail::store)?;
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        let last = versions.first().filter(|row| row.version == input.version);
        let last = last.ok_or_else(|| fail::invalid("version", Problem::WrongForm))?;
        if last.withdrawn.is_some() {
            return Err(fail::invalid("version", Problem::AlreadyDone));
        }
        let why = people::long_text("why", &input.why)?;
        let withdrawal = Withdrawal { on: self.clock.today(), by: person.id, at: now, why };
        let stamp = stamp(&person, permit, now, Op::WithdrawAlternative, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("version", last.version);
                db.note("why", withdrawal.why.as_str());
                db.withdraw_alternative(last.id, &withdrawal)
            })
            .map_err(fail::store)?;
        self.alternative_view(input.vendor)
    }
}
