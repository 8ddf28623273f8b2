//! Opening: finding the key, the store and the session, and saying plainly when one is missing.

use super::device::DEVICE_SECRETS;
use super::judging::Judgings;
use super::kept::Kept;
use super::news::Untold;
use super::outbox::Passes;
use super::refreshing::Refreshing;
use super::session::{Presence, SESSION_SECRET, Session};
use super::turn::Turns;
use super::{Applicant, Setting};
use crate::client::PortalClient;
use crate::ports::{Clock, MemorySecrets, Secrets};
use crate::store::{Store, StoreError};
use contract::draft::{Draft, DraftKey};
use contract::host::{Keeping, Settings, Start};
use contract::policy::Policy;
use contract::{Code, Language, Problem};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

impl Applicant {
    /// Opens what is kept on this device and the session, if one is kept.
    ///
    /// Without a store of secrets nothing is written to disk: drafts and the session then end with
    /// the app, and [`Start::keeping`] says so. A store whose key is gone, or that was damaged, is set
    /// aside, not overwritten, and [`Start::notice`] says so.
    ///
    /// # Errors
    /// `malformed` for an address that is no portal's, `disk_full`, `device_read_only`,
    /// `device_data_newer`, `device_store_failed`.
    pub fn open(
        setting: Setting,
        secrets: Arc<dyn Secrets>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Problem> {
        let client = PortalClient::new(&setting.portal)?;
        let (store, kept) = Kept::open(&setting.folder, Arc::clone(&secrets), Arc::clone(&clock))?;
        let secrets = match kept.keeping() {
            Keeping::OnDevice => secrets,
            _ => Arc::new(MemorySecrets::default()),
        };
        // Secrets that outlived their store belong to an installation that is gone, unless the store
        // is new because the former was damaged.
        if store.is_new() && kept.notice() != Some(Code::DeviceDataDamaged) {
            let _ = secrets.remove(SESSION_SECRET);
            let _ = secrets.remove(DEVICE_SECRETS);
        }
        let session = secrets
            .get(SESSION_SECRET)
            .ok()
            .flatten()
            .and_then(|kept| serde_json::from_slice::<Session>(&kept).ok())
            // The demonstration's portal has another port each time.
            .filter(|session| setting.demonstration || session.portal == setting.portal);
        Ok(Self {
            setting,
            policy: Policy::default(),
            client,
            store,
            kept: Arc::new(kept),
            secrets,
            clock,
            presence: Mutex::new(Presence::of(session)),
            first_sign_in: Mutex::new(None),
            second_factor: Mutex::new(None),
            answering: Mutex::new(None),
            others: Mutex::default(),
            behind: AtomicBool::new(true),
            stages: Arc::default(),
            judgings: Judgings::default(),
            turns: Turns::default(),
            passes: Passes::default(),
            untold: Untold::default(),
            refreshing: Refreshing::default(),
        })
    }

    /// What the first page needs.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn start(&self) -> Result<Start, Problem> {
        let signed_in = self.session().ok().map(|session| session.account);
        let (settings, place) = match self.store(first).await {
            // What could be read of it was taken along.
            Err(problem) if problem.code == Code::DeviceDataDamaged => self.store(first).await?,
            read => read?,
        };
        let language = settings.language.unwrap_or_else(|| self.system_language());
        let path = match place {
            Some(Draft::Place(place)) => Some(place.path),
            _ => None,
        };
        Ok(Start {
            language,
            settings,
            signed_in,
            path,
            keeping: self.kept.keeping(),
            notice: self.kept.notice(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            demonstration: self.setting.demonstration,
        })
    }
}

impl Applicant {
    fn system_language(&self) -> Language {
        locale::negotiate(self.setting.system_languages.iter().map(String::as_str))
    }
}

/// What the first page reads of the store. A place that cannot be read is none.
fn first(store: &Store) -> Result<(Settings, Option<Draft>), StoreError> {
    let settings = super::settings::kept(store)?;
    match store.draft(super::drafts::DEVICE, DraftKey::Place) {
        Err(error) if error.is_damage() => Err(error),
        place => Ok((settings, place.ok().flatten())),
    }
}
