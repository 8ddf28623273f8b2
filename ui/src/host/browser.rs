//! The host in browsers: the portal itself, under whose address the page lies. The session is a
//! cookie that no script can read; drafts are kept by the portal under the account; a picked picture
//! is held while the page is open. Nothing of an applicant is written to the device: what is kept in
//! the tab is how the interface is shown, and that ends with the tab.

#[cfg(feature = "household")]
mod asking;
mod board;
#[cfg(feature = "household")]
mod checker;
mod drafts;
mod estimator;
mod examiner;
mod photo;
mod picker;
mod portal;
mod session;
mod settings;
mod upload;
mod worker;
mod writing;

use super::{Answer, Host, Household, Picture};
use crate::browser;
use contract::account::StorePassword;
use contract::account::{
    FirstSignIn, FirstSignInTicket, SessionGranted, SessionView, SignIn, SignedIn,
};
use contract::address::GiveAddress;
#[cfg(feature = "household")]
use contract::ask::Ask;
use contract::crop::Crop;
use contract::declaration::DeclarePresence;
#[cfg(feature = "household")]
use contract::draft::DraftElsewhere;
use contract::draft::facts::Begun;
use contract::draft::{Draft, DraftKey};
use contract::examination::Examination;
#[cfg(feature = "household")]
use contract::factor::GiveSecondFactor;
#[cfg(feature = "household")]
use contract::genuine::Findings;
use contract::host::{BoardView, Picking, SessionTime, Settings, StaleReason, Start};
#[cfg(feature = "household")]
use contract::host::{Keeping, KeepingDecision};
use contract::id::{AccountId, IdempotencyKey, PersonId, PhotoId};
#[cfg(feature = "household")]
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack};
use contract::photo::PhotoReceipt;
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::policy::Policy;
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Problem};
use portal::{get, get_in_background, post, request};
#[cfg(feature = "household")]
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::future::Future;
use std::rc::Rc;

/// The portal as the host of its own page.
#[derive(Default)]
pub(super) struct Browser {
    held: Rc<Held>,
}

/// What is held while the page is open, all of it gone with a sign-out.
#[derive(Default)]
struct Held {
    drafts: drafts::Drafts,
    pictures: photo::Pictures,
    writes: writing::Writes,
    board: RefCell<Option<board::SeenBoard>>,
    timelines: RefCell<HashMap<PersonId, Timeline>>,
    /// Username and temporary password of a first sign-in under way, which the own password must
    /// not repeat.
    first_sign_in: RefCell<Option<(String, String)>>,
    estimator: estimator::Estimator,
    #[cfg(feature = "household")]
    checker: checker::Checker,
}

impl Held {
    /// What is held from now on belongs to this session's account; what another one left goes.
    fn belongs_to(&self, granted: &SessionGranted) -> AccountId {
        let account = granted.session.account;
        if portal::spoken_for() != Some(account) {
            self.forget();
            portal::speak_for(Some(account));
        }
        account
    }

    fn forget(&self) {
        self.drafts.forget();
        self.pictures.forget();
        self.writes.forget();
        self.board.take();
        self.timelines.take();
        self.first_sign_in.take();
    }
}

impl Browser {
    fn with<T, F>(&self, work: impl FnOnce(Rc<Held>) -> F) -> Answer<T>
    where
        F: Future<Output = Result<T, Problem>> + 'static,
    {
        Box::pin(work(Rc::clone(&self.held)))
    }
}

impl Host for Browser {
    fn start(&self) -> Answer<Start> {
        self.with(|_| session::start())
    }

    fn keep_settings(&self, settings: Settings) -> Answer<()> {
        settings::keep(&settings);
        self.with(|_| async { Ok(()) })
    }

    fn portal_info(&self) -> Answer<PortalInfo> {
        self.with(|_| get("portal"))
    }

    fn first_sign_in(&self, answers: &FirstSignIn) -> Answer<()> {
        let answers = answers.clone();
        self.with(|held| async move {
            browser::keeps_cookies()?;
            let _: FirstSignInTicket = post("first-sign-in", &answers).await?;
            let words = (answers.username, answers.temporary_password);
            held.first_sign_in.replace(Some(words));
            Ok(())
        })
    }

    fn password_strength(&self, password: &str, own: &str) -> Answer<String> {
        let (password, own) = (password.to_owned(), own.to_owned());
        self.with(|held| async move { held.estimator.ask(&password, &own).await })
    }

    fn store_password(&self, password: &str) -> Answer<AccountId> {
        let body = StorePassword { password: password.to_owned() };
        self.with(|held| session::store_password(held, body))
    }

    fn sign_in(&self, answers: &SignIn) -> Answer<SignedIn> {
        let answers = answers.check().map_err(Problem::from);
        self.with(|held| async move { session::sign_in(&held, &answers?).await })
    }

    fn load_draft(&self, key: DraftKey) -> Answer<Option<Draft>> {
        self.with(|held| async move { held.drafts.load(key).await })
    }

    fn save_draft(&self, key: DraftKey, draft: &Draft) -> Answer<()> {
        let draft = draft.clone();
        self.with(|held| async move { held.drafts.save(key, draft).await })
    }

    #[cfg(feature = "household")]
    fn draft_elsewhere(&self, key: DraftKey) -> Answer<Option<DraftElsewhere>> {
        self.with(|held| async move { held.drafts.elsewhere(key).await })
    }

    #[cfg(feature = "household")]
    fn save_draft_over(&self, key: DraftKey, draft: &Draft, version: &str) -> Answer<()> {
        let (draft, version) = (draft.clone(), version.to_owned());
        self.with(|held| async move { held.drafts.save_over(key, draft, version).await })
    }

    fn discard_draft(&self, key: DraftKey) -> Answer<()> {
        self.with(|held| async move { held.drafts.discard(key).await })
    }
}

impl Household for Browser {
    #[cfg(feature = "household")]
    fn second_factor(&self, answers: &GiveSecondFactor) -> Answer<AccountId> {
        let answers = answers.check().map_err(Problem::from);
        self.with(|held| async move { session::second_factor(&held, &answers?).await })
    }

    #[cfg(feature = "household")]
    fn ask(&self, ask: Ask) -> Answer<Value> {
        self.with(|_| asking::ask(ask))
    }

    #[cfg(feature = "household")]
    fn check_email(&self, text: &str) -> Answer<Findings> {
        let text = text.to_owned();
        self.with(|held| async move { held.checker.check(&text.into()).await })
    }

    #[cfg(feature = "household")]
    fn open_email(&self) -> Answer<Option<Findings>> {
        // Within the press itself: a browser opens its dialog for nothing else.
        let picked = picker::pick(picker::EMAILS);
        self.with(|held| async move {
            match picked.await? {
                None => Ok(None),
                Some(picked) => held.checker.check(&picked.file).await.map(Some),
            }
        })
    }

    fn remove_device_data(&self) -> Answer<()> {
        self.with(|held| async move {
            session::sign_out(&held).await?;
            settings::forget();
            Ok(())
        })
    }

    /// The portal keeps what is typed; there is nothing to decide.
    #[cfg(feature = "household")]
    fn decide_keeping(&self, _: &KeepingDecision) -> Answer<Keeping> {
        Box::pin(std::future::ready(Err(Problem::new(Code::WrongState))))
    }

    fn sign_out(&self) -> Answer<()> {
        self.with(|held| async move { session::sign_out(&held).await })
    }

    fn session_time(&self) -> Answer<SessionTime> {
        self.with(|_| async {
            let view: SessionView = get_in_background("sessions/current").await?;
            Ok(SessionTime::of(&view))
        })
    }

    fn extend_session(&self) -> Answer<SessionTime> {
        self.with(|_| async {
            let call = request("POST", "sessions/current/extension");
            let view: SessionView = call.send().await?.parse().await?;
            Ok(SessionTime::of(&view))
        })
    }

    fn board(&self, background: bool) -> Answer<BoardView> {
        self.with(|held| board::board(held, background))
    }

    fn timeline(&self, person: PersonId) -> Answer<Timeline> {
        self.with(|held| async move {
            match get::<Timeline>(&format!("people/{person}/timeline")).await {
                Ok(timeline) => {
                    held.timelines.borrow_mut().insert(person, timeline.clone());
                    Ok(timeline)
                }
                Err(problem) if StaleReason::of(problem.code).is_some() => {
                    held.timelines.borrow().get(&person).cloned().ok_or(problem)
                }
                Err(problem) => Err(problem),
            }
        })
    }

    fn begun(&self) -> Answer<Begun> {
        self.with(|held| async move {
            let drafts = held.drafts.begun().await?;
            Ok(Begun { drafts, pictures: held.pictures.begun() })
        })
    }

    fn declare(&self, declaration: &DeclarePresence) -> Answer<Receipt> {
        let body = declaration.check().map_err(Problem::from);
        self.with(|held| async move { held.writes.write("declarations", &body?).await })
    }

    fn give_address(&self, address: &GiveAddress) -> Answer<Handed> {
        let body = address.check(&Policy::PROGRAMME).map_err(Problem::from);
        self.with(|held| async move {
            Ok(Handed::Sent { receipt: held.writes.write("addresses", &body?).await? })
        })
    }

    #[cfg(feature = "household")]
    fn send_message(&self, message: &SendMessage) -> Answer<Handed> {
        let message = message.clone();
        self.with(|_| async move {
            let reply = asking::ask(message.into()).await?;
            let receipt = serde_json::from_value(reply).map_err(|_| Code::UnexpectedReply)?;
            Ok(Handed::Sent { receipt })
        })
    }

    // Here everything is sent at once or not at all.
    fn outbox(&self, _: Act) -> Answer<Outbox> {
        self.with(|_| async { Ok(Outbox::default()) })
    }

    fn take_back(&self, _: IdempotencyKey) -> Answer<TakenBack> {
        self.with(|_| async { Err(Code::NotFound.into()) })
    }

    fn pick_photo(&self, person: PersonId) -> Answer<Picking> {
        // Within the press itself: a browser opens its dialog for nothing else.
        let picked = picker::pick(picker::PICTURES);
        self.with(|held| async move {
            match picked.await? {
                None => Ok(Picking::Cancelled),
                Some(file) => held.pictures.keep(person, file).await,
            }
        })
    }

    fn picked_photo(&self, person: PersonId) -> Answer<Option<PickedPhoto>> {
        self.with(|held| async move { Ok(held.pictures.photo(person)) })
    }

    fn picked_picture(&self, person: PersonId) -> Answer<Picture> {
        self.with(|held| async move { held.pictures.picture(person) })
    }

    fn prepared_picture(&self, person: PersonId) -> Answer<Picture> {
        self.with(|held| async move { held.pictures.prepared(person) })
    }

    fn frame_photo(&self, person: PersonId, crop: Option<Crop>) -> Answer<PickedPhoto> {
        self.with(|held| async move { held.pictures.frame(person, crop).await })
    }

    fn examine_photo(&self, person: PersonId, which: Examined) -> Answer<Examination> {
        self.with(|held| async move { photo::examine(&held, person, which).await })
    }

    fn photo_progress(&self, person: PersonId) -> Answer<Option<PhotoProgress>> {
        self.with(|held| async move { Ok(held.pictures.progress(person)) })
    }

    fn discard_photo(&self, person: PersonId) -> Answer<()> {
        self.with(|held| async move {
            held.drafts.discard(DraftKey::Photo { person }).await?;
            held.pictures.discard(person);
            Ok(())
        })
    }

    fn submit_photo(&self, person: PersonId) -> Answer<Handed<PhotoReceipt>> {
        self.with(|held| async move {
            Ok(Handed::Sent { receipt: photo::submit(&held, person).await? })
        })
    }

    fn submitted_picture(&self, person: PersonId, photo: PhotoId) -> Answer<Picture> {
        self.with(|_| async move {
            let call = request("GET", &format!("people/{person}/photos/{photo}/picture"));
            let bytes = call.for_picture().send().await?.picture().await?;
            Picture::from_buffer(&bytes).ok_or_else(|| Code::UnexpectedReply.into())
        })
    }

    fn photo_examination(&self, person: PersonId, photo: PhotoId) -> Answer<Option<Examination>> {
        self.with(|_| async move {
            match get(&format!("people/{person}/photos/{photo}/examination")).await {
                Ok(examination) => Ok(Some(examination)),
                Err(problem) if problem.code == Code::NotFound => Ok(None),
                Err(problem) => Err(problem),
            }
        })
    }
}
