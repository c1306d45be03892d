//! The company's logo: chosen once, kept in the workspace as pixels, frozen with each decision.

use crate::{App, application::stamp, fail};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Op};
use countersign_packet::{
    input::FrozenLogo,
    logo::{self, NotALogo},
};
use countersign_store::{Snapshot, StoreError};
use std::{fs, path::Path};

/// The setting that holds it.
const SETTING: &str = "logo";

/// The logo as it stands; one that cannot be read counts as none, and nothing is lost by that.
pub(crate) fn logo_of(db: &Snapshot<'_>) -> Result<Option<FrozenLogo>, StoreError> {
    Ok(db.setting(SETTING)?.and_then(|value| serde_json::from_value(value).ok()))
}

impl App {
    /// The logo as it is printed.
    pub(crate) fn logo_view(&self) -> Result<Option<w::LogoView>, Failure> {
        let logo = self.opened()?.store.read(logo_of).map_err(fail::store)?;
        Ok(logo.as_ref().and_then(view))
    }

    /// Asks for a picture and makes it the logo.
    pub(crate) fn choose_logo(&self) -> Result<Option<w::LogoView>, Failure> {
        self.opened()?.permit(Action::KeepWorkspace)?;
        self.host.choose_picture().map(|path| self.logo_from(&path)).transpose().map(Option::flatten)
    }

    /// Makes a picture the logo of the packets of decisions from now on.
    pub fn logo_from(&self, path: &Path) -> Result<Option<w::LogoView>, Failure> {
        let length = fs::metadata(path).map_err(|_| Failure::Inaccessible)?.len();
        if length > logo::MOST_BYTES {
            return Err(Failure::NoLogo { reason: w::NoLogo::TooLarge });
        }
        let bytes = fs::read(path).map_err(|_| Failure::Inaccessible)?;
        let logo = logo::read(&bytes).map_err(|error| Failure::NoLogo { reason: reason(error) })?;
        self.keep_logo(Some(&logo))?;
        Ok(view(&logo))
    }

    /// Takes the logo away; packets that are there keep theirs.
    pub(crate) fn remove_logo(&self) -> Result<w::Nothing, Failure> {
        self.keep_logo(None)?;
        Ok(w::Nothing {})
    }

    fn keep_logo(&self, logo: Option<&FrozenLogo>) -> Result<(), Failure> {
        let _turn = self.turn();
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepWorkspace)?;
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let subject = opened.as_subject(&organisation);
        let value = logo.map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        let stamp = stamp(&person, permit, self.clock.now(), Op::ChangeSettings, subject);
        let written = opened.store.write(&stamp, |db| {
            db.note("logo", if logo.is_some() { "chosen" } else { "removed" });
            db.set_setting(SETTING, value.as_ref())
        });
        written.map_err(fail::store)
    }
}

fn view(logo: &FrozenLogo) -> Option<w::LogoView> {
    let rgb = STANDARD.encode(logo::pixels(logo)?);
    Some(w::LogoView { width: logo.width, height: logo.height, rgb })
}

const fn reason(error: NotALogo) -> w::NoLogo {
    match error {
        NotALogo::NotPng => w::NoLogo::NotPng,
        NotALogo::Damaged => w::NoLogo::Damaged,
        NotALogo::TooLarge => w::NoLogo::TooLarge,
        NotALogo::Blank => w::NoLogo::Blank,
    }
}
