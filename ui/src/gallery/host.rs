//! The host of the gallery: answers at once with samples, keeps nothing and sends nothing.

mod asked;
mod outbox;

use super::entries::{Entry, Shown};
use super::people::{Scene, board, mailing, now, person_id, timeline};
use super::{conflicts, emails, photos, seen};
use crate::browser;
use crate::host::{Answer, Host, Household, Picture};
use contract::account::{FirstSignIn, SignIn, SignedIn};
use contract::address::GiveAddress;
use contract::ask::Ask;
use contract::crop::Crop;
use contract::declaration::DeclarePresence;
use contract::draft::facts::Begun;
use contract::draft::{AddressDraft, Draft, DraftElsewhere, DraftKey, PhotoDraft, SignInDraft};
use contract::examination::Examination;
use contract::factor::GiveSecondFactor;
use contract::genuine::Findings;
use contract::host::{
    BoardView, Keeping, KeepingDecision, Picking, SessionTime, Settings, StaleReason, Start,
};
use contract::id::{AccountId, IdempotencyKey, PersonId, PhotoId};
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack};
use contract::photo::{PhotoReceipt, SourceKind};
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, FieldProblem, Language, Problem};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use serde_json::Value;

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
fn picture(bytes: &[u8]) -> Answer<Picture> {
    let bytes = Uint8Array::from(bytes);
    answer(Picture::from_buffer(&bytes).ok_or_else(|| Code::Internal.into()))
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
            keeping: match self.name() {
                "passphrase-choose" => Keeping::Undecided,
                "passphrase-enter" => Keeping::Locked,
                "settings-with-passphrase" => Keeping::WithPassphrase,
                name if name.ends_with("in-browser") => Keeping::WithPortal,
                _ => Keeping::OnDevice,
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

    fn password_strength(&self, _: &str, _: &str) -> Answer<String> {
        refuse(Code::PortalUnreachable)
    }

    fn store_password(&self, _: &str) -> Answer<AccountId> {
        refuse(Code::PortalUnreachable)
    }

    fn sign_in(&self, _: &SignIn) -> Answer<SignedIn> {
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
                let kind = Some(SourceKind::DigitalPhoto);
                let crop = photos::chosen(self.name());
                Some(Draft::Photo(PhotoDraft { kind, crop, accepted: None }))
            }
            key => conflicts::typed(self.name(), key),
        };
        answer(Ok(draft))
    }

    fn save_draft(&self, _: DraftKey, _: &Draft) -> Answer<()> {
        answer(Ok(()))
    }

    fn draft_elsewhere(&self, _: DraftKey) -> Answer<Option<DraftElsewhere>> {
        answer(Ok(None))
    }

    fn save_draft_over(&self, _: DraftKey, _: &Draft, _: &str) -> Answer<()> {
        answer(Ok(()))
    }

    fn discard_draft(&self, _: DraftKey) -> Answer<()> {
        answer(Ok(()))
    }
}

impl Household for Sample {
    fn second_factor(&self, _: &GiveSecondFactor) -> Answer<AccountId> {
        refuse(Code::SecondFactorRefused)
    }

    fn ask(&self, ask: Ask) -> Answer<Value> {
        answer(asked::reply(self, &ask))
    }

    fn check_email(&self, _: &str) -> Answer<Findings> {
        answer(Ok(emails::false_one()))
    }

    fn open_email(&self) -> Answer<Option<Findings>> {
        answer(Ok(Some(emails::ours())))
    }

    fn remove_device_data(&self) -> Answer<()> {
        answer(Ok(()))
    }

    fn decide_keeping(&self, _: &KeepingDecision) -> Answer<Keeping> {
        let problem = FieldProblem::new("passphrase", Code::PassphraseWrong);
        answer(Err(vec![problem].into()))
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

    fn begun(&self) -> Answer<Begun> {
        answer(Ok(outbox::begun(self.name())))
    }

    fn declare(&self, _: &DeclarePresence) -> Answer<Receipt> {
        // Never answers, so that a button at work can be looked at.
        Box::pin(std::future::pending())
    }

    fn give_address(&self, _: &GiveAddress) -> Answer<Handed> {
        let receipt = Receipt { reference: "AD-4F7H-2MKQ".into(), at: now() };
        answer(Ok(Handed::Sent { receipt }))
    }

    fn send_message(&self, _: &SendMessage) -> Answer<Handed> {
        refuse(Code::Offline)
    }

    fn outbox(&self, _: Act) -> Answer<Outbox> {
        answer(Ok(outbox::sample(self.name())))
    }

    fn take_back(&self, _: IdempotencyKey) -> Answer<TakenBack> {
        answer(Ok(TakenBack::Back))
    }

    fn pick_photo(&self, _: PersonId) -> Answer<Picking> {
        if self.name() == "photo-reading" {
            // Never answers, so that its progress can be looked at.
            return Box::pin(std::future::pending());
        }
        answer(Ok(Picking::Picked { photo: Box::new(photos::fits()) }))
    }

    fn picked_photo(&self, _: PersonId) -> Answer<Option<PickedPhoto>> {
        answer(Ok(photos::picked(self.name(), person_id(2))))
    }

    fn picked_picture(&self, _: PersonId) -> Answer<Picture> {
        picture(photos::whole(self.name()))
    }

    fn prepared_picture(&self, _: PersonId) -> Answer<Picture> {
        picture(photos::PERSON)
    }

    fn frame_photo(&self, _: PersonId, crop: Option<Crop>) -> Answer<PickedPhoto> {
        if self.name() == "photo-frame-refused" {
            return answer(Err(photos::no_room()));
        }
        answer(Ok(photos::framed(crop)))
    }

    fn examine_photo(&self, _: PersonId, which: Examined) -> Answer<Examination> {
        match seen::examination(self.name(), which) {
            Some(seen) => answer(seen),
            None => Box::pin(std::future::pending()),
        }
    }

    fn photo_progress(&self, _: PersonId) -> Answer<Option<PhotoProgress>> {
        answer(Ok(seen::progress(self.name()).or_else(|| photos::progress(self.name()))))
    }

    fn discard_photo(&self, _: PersonId) -> Answer<()> {
        answer(Ok(()))
    }

    fn submit_photo(&self, _: PersonId) -> Answer<Handed<PhotoReceipt>> {
        if self.name() == "photo-sending" {
            return Box::pin(std::future::pending());
        }
        // Some of it has been sent by then.
        Box::pin(async {
            TimeoutFuture::new(400).await;
            Err(Code::Offline.into())
        })
    }

    fn submitted_picture(&self, _: PersonId, _: PhotoId) -> Answer<Picture> {
        picture(photos::PERSON)
    }

    fn photo_examination(&self, _: PersonId, _: PhotoId) -> Answer<Option<Examination>> {
        answer(Ok(Some(seen::of_returned())))
    }
}
