//! The host of the gallery: answers at once with samples, keeps nothing and sends nothing.

use super::entries::{Entry, Shown};
use super::people::{Scene, board, mailing, now, timeline};
use crate::browser;
use crate::host::{Answer, Host, Household, Picture};
use contract::account::{FirstSignIn, SignIn};
use contract::address::GiveAddress;
use contract::declaration::DeclarePresence;
use contract::draft::{AddressDraft, Draft, DraftKey, PhotoDraft, SignInDraft};
use contract::host::{
    BoardView, Keeping, PickedPhoto, Picking, SessionTime, Settings, StaleReason, Start,
};
use contract::id::{AccountId, PersonId, PhotoId};
use contract::photo::{PhotoReceipt, PictureFormat, SourceKind, check_picture};
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR, Policy};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Language, Problem};
use js_sys::Uint8Array;

/// The samples of an entry.
pub(super) struct Sample {
    pub(super) settings: Settings,
    pub(super) entry: Option<&'static Entry>,
}

fn answer<T: 'static>(answer: Result<T, Problem>) -> Answer<T> {
    Box::pin(std::future::ready(answer))
}

fn refuse<T: 'static>(code: Code) -> Answer<T> {
    answer(Err(code.into()))
}

/// A picture with a face that is drawn.
fn picture() -> Answer<Picture> {
    let bytes = Uint8Array::from(&include_bytes!("person.png")[..]);
    answer(Picture::from_buffer(&bytes).ok_or_else(|| Code::Internal.into()))
}

/// A file that fits, or one from a phone that does not.
fn picked(fits: bool) -> PickedPhoto {
    let (width, height, bytes) = if fits { (1000, 1400, 912_384) } else { (3024, 4032, 6_300_000) };
    PickedPhoto {
        file_name: if fits { "mei-2026.png" } else { "IMG_20261120_161502.png" }.into(),
        format: PictureFormat::Png,
        width,
        height,
        bytes,
        refusals: check_picture(width, height, bytes, &Policy::PROGRAMME.photo),
    }
}

impl Sample {
    fn name(&self) -> &'static str {
        self.entry.map_or("", |entry| entry.name)
    }

    fn scene(&self) -> Scene {
        self.entry.map_or(Scene::Begins, |entry| entry.scene)
    }
}

impl Host for Sample {
    fn start(&self) -> Answer<Start> {
        let path = match self.entry {
            Some(Entry { shown: Shown::Page(path, _), .. }) => path(),
            _ => "/help".to_owned(),
        };
        answer(Ok(Start {
            language: self.settings.language.unwrap_or_else(browser::likely_language),
            settings: self.settings,
            signed_in: self
                .entry
                .is_some_and(|entry| entry.signed_in)
                .then(|| AccountId::new(1_790_000_000_000, [7; 10])),
            path: Some(path),
            keeping: if self.name().ends_with("in-browser") {
                Keeping::WithPortal
            } else {
                Keeping::OnDevice
            },
            notice: None,
            version: "0.0.0".to_owned(),
            demonstration: self.name() == "board-offline",
        }))
    }

    fn keep_settings(&self, _: Settings) -> Answer<()> {
        answer(Ok(()))
    }

    fn portal_info(&self) -> Answer<PortalInfo> {
        answer(Ok(PortalInfo {
            contact_address: "IRCC.PRConfirmation-ConfirmationRP.IRCC@cic.gc.ca".into(),
            official_page_en: OFFICIAL_PAGE_EN.into(),
            official_page_fr: OFFICIAL_PAGE_FR.into(),
            statement_version: "1".into(),
            languages: Language::ALL.to_vec(),
            version: "0.0.0".into(),
        }))
    }

    fn first_sign_in(&self, _: &FirstSignIn) -> Answer<()> {
        refuse(Code::FirstSignInRefused)
    }

    fn store_password(&self, _: &str) -> Answer<AccountId> {
        refuse(Code::PortalUnreachable)
    }

    fn sign_in(&self, _: &SignIn) -> Answer<AccountId> {
        refuse(Code::SignInRefused)
    }

    fn load_draft(&self, key: DraftKey) -> Answer<Option<Draft>> {
        let draft = match key {
            DraftKey::SignIn => Some(Draft::SignIn(SignInDraft { username: "K7MP-2XQD".into() })),
            DraftKey::Address if self.name() == "address-check" => {
                let draft = AddressDraft { mailing: mailing(), ..AddressDraft::default() };
                Some(Draft::Address(Box::new(draft)))
            }
            DraftKey::Photo { .. } => {
                Some(Draft::Photo(PhotoDraft { kind: Some(SourceKind::DigitalPhoto) }))
            }
            _ => None,
        };
        answer(Ok(draft))
    }

    fn save_draft(&self, _: DraftKey, _: &Draft) -> Answer<()> {
        answer(Ok(()))
    }

    fn discard_draft(&self, _: DraftKey) -> Answer<()> {
        answer(Ok(()))
    }
}

impl Household for Sample {
    fn remove_device_data(&self) -> Answer<()> {
        answer(Ok(()))
    }

    fn sign_out(&self) -> Answer<()> {
        answer(Ok(()))
    }

    fn session_time(&self) -> Answer<SessionTime> {
        answer(Ok(SessionTime { seconds_left: 1_800, can_be_extended: true }))
    }

    fn extend_session(&self) -> Answer<SessionTime> {
        self.session_time()
    }

    fn board(&self, _: bool) -> Answer<BoardView> {
        if self.name() == "board-waits-for-it" {
            return Box::pin(std::future::pending());
        }
        if self.name() == "board-unreachable" {
            return refuse(Code::PortalUnreachable);
        }
        let stale = (self.name() == "board-offline").then_some(StaleReason::Offline);
        answer(Ok(BoardView { board: board(self.scene()), as_of: now(), stale }))
    }

    fn timeline(&self, _: PersonId) -> Answer<Timeline> {
        let entries =
            if self.name() == "timeline-empty" { Vec::new() } else { timeline(self.scene()) };
        answer(Ok(Timeline { entries }))
    }

    fn declare(&self, _: &DeclarePresence) -> Answer<Receipt> {
        // Never answers, so that a button at work can be looked at.
        Box::pin(std::future::pending())
    }

    fn give_address(&self, _: &GiveAddress) -> Answer<Receipt> {
        answer(Ok(Receipt { reference: "AD-4F7H-2MKQ".into(), at: now() }))
    }

    fn pick_photo(&self, _: PersonId) -> Answer<Picking> {
        answer(Ok(Picking::Picked { photo: picked(true) }))
    }

    fn picked_photo(&self, _: PersonId) -> Answer<Option<PickedPhoto>> {
        answer(Ok(match self.name() {
            "photo-fits" | "photo-fits-in-browser" | "photo-check" => Some(picked(true)),
            "photo-refused" => Some(picked(false)),
            _ => None,
        }))
    }

    fn picked_picture(&self, _: PersonId) -> Answer<Picture> {
        picture()
    }

    fn discard_photo(&self, _: PersonId) -> Answer<()> {
        answer(Ok(()))
    }

    fn submit_photo(&self, _: PersonId) -> Answer<PhotoReceipt> {
        refuse(Code::Offline)
    }

    fn submitted_picture(&self, _: PersonId, _: PhotoId) -> Answer<Picture> {
        picture()
    }
}
