//! What the interface asks of the program around it: one use case of the applicant per method. In
//! the app the shell answers through Tauri's commands; in a browser the portal does, over `fetch`.
//! Every refusal is a [`Problem`] whose code becomes words only here.

mod browser;
#[cfg(any(feature = "prerender", not(feature = "household")))]
mod nobody;
#[cfg(feature = "household")]
mod tauri;

#[cfg(any(feature = "prerender", not(feature = "household")))]
pub(crate) use nobody::Nobody;

use contract::Problem;
use contract::account::{FirstSignIn, SignIn, SignedIn};
use contract::address::GiveAddress;
#[cfg(feature = "household")]
use contract::ask::{Ask, Request};
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
use contract::host::{BoardView, Picking, SessionTime, Settings, Start};
#[cfg(feature = "household")]
use contract::host::{Keeping, KeepingDecision};
use contract::id::{AccountId, IdempotencyKey, PersonId, PhotoId};
#[cfg(feature = "household")]
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack};
use contract::photo::PhotoReceipt;
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
#[cfg(feature = "household")]
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// An answer that is on its way.
pub(crate) type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// A picture's bytes as the page shows them; freed when dropped.
pub(crate) type Picture = crate::pictures::PictureUrl;

/// The program around the interface, as it is used before a sign-in.
pub(crate) trait Host {
    /// What the first page needs.
    fn start(&self) -> Answer<Start>;
    /// Keeps how the interface is shown.
    fn keep_settings(&self, settings: Settings) -> Answer<()>;
    /// What anyone may know of the portal.
    fn portal_info(&self) -> Answer<PortalInfo>;
    /// First sign-in; the leave to store a password stays with the host.
    fn first_sign_in(&self, answers: &FirstSignIn) -> Answer<()>;
    /// How hard a new password is to guess (`Strength::in_short`) for somebody who knows the person's own words, which are
    /// given one a line. Neither leaves the device. A newer question takes the place of one that is
    /// not answered yet.
    fn password_strength(&self, password: &str, own: &str) -> Answer<String>;
    /// Stores the own password, which signs in.
    fn store_password(&self, password: &str) -> Answer<AccountId>;
    /// Sign-in: into an account, or as far as the second factor, which is given in the program of the
    /// household. Until then the leave to give it stays with the host.
    fn sign_in(&self, answers: &SignIn) -> Answer<SignedIn>;
    /// What was typed before.
    fn load_draft(&self, key: DraftKey) -> Answer<Option<Draft>>;
    /// Keeps what is typed.
    fn save_draft(&self, key: DraftKey, draft: &Draft) -> Answer<()>;
    /// A draft as another window left it, where it changed under this one; nothing where it is gone.
    #[cfg(feature = "household")]
    fn draft_elsewhere(&self, key: DraftKey) -> Answer<Option<DraftElsewhere>>;
    /// Keeps what is typed in place of that writing of another window, which its typist was shown.
    #[cfg(feature = "household")]
    fn save_draft_over(&self, key: DraftKey, draft: &Draft, version: &str) -> Answer<()>;
    /// Forgets what was typed.
    fn discard_draft(&self, key: DraftKey) -> Answer<()>;
}

/// The program around the interface, for what belongs to a household and its session.
pub(crate) trait Household: Host {
    /// The second factor, after a sign-in that asked for it.
    #[cfg(feature = "household")]
    fn second_factor(&self, answers: &GiveSecondFactor) -> Answer<AccountId>;
    /// One of the listed requests of the portal; its reply as JSON. Pages use [`ask`].
    #[cfg(feature = "household")]
    fn ask(&self, ask: Ask) -> Answer<Value>;
    /// What text shows that was copied out of an email. It never leaves the device.
    #[cfg(feature = "household")]
    fn check_email(&self, text: &str) -> Answer<Findings>;
    /// Opens the system's picker and tells what the saved email shows that was picked; nothing where
    /// none was. It never leaves the device.
    #[cfg(feature = "household")]
    fn open_email(&self) -> Answer<Option<Findings>>;
    /// Sign-out.
    fn sign_out(&self) -> Answer<()>;
    /// Signs out and removes everything that is kept on this device.
    fn remove_device_data(&self) -> Answer<()>;
    /// What is to be done about keeping things on a device without a secret store.
    #[cfg(feature = "household")]
    fn decide_keeping(&self, decision: &KeepingDecision) -> Answer<Keeping>;
    /// How much of the session is left; asking does not count as use.
    fn session_time(&self) -> Answer<SessionTime>;
    /// Makes the session last longer.
    fn extend_session(&self) -> Answer<SessionTime>;
    /// The household board; in the background it does not count as use of the session.
    fn board(&self, background: bool) -> Answer<BoardView>;
    /// A person's timeline.
    fn timeline(&self, person: PersonId) -> Answer<Timeline>;
    /// Everything that was begun and is not sent yet.
    fn begun(&self) -> Answer<Begun>;
    /// Declares presence.
    fn declare(&self, declaration: &DeclarePresence) -> Answer<Receipt>;
    /// Gives an address.
    fn give_address(&self, address: &GiveAddress) -> Answer<Handed>;
    /// Sends a message; sent again under the same key, it is the same message.
    #[cfg(feature = "household")]
    fn send_message(&self, message: &SendMessage) -> Answer<Handed>;
    /// Does something with what waits to be sent; a browser has nothing that waits.
    fn outbox(&self, act: Act) -> Answer<Outbox>;
    /// Takes something back that waits to be sent.
    fn take_back(&self, id: IdempotencyKey) -> Answer<TakenBack>;
    /// Opens the system's picker.
    fn pick_photo(&self, person: PersonId) -> Answer<Picking>;
    /// What was picked before.
    fn picked_photo(&self, person: PersonId) -> Answer<Option<PickedPhoto>>;
    /// A preview of the whole picked picture, upright.
    fn picked_picture(&self, person: PersonId) -> Answer<Picture>;
    /// Exactly what will be sent.
    fn prepared_picture(&self, person: PersonId) -> Answer<Picture>;
    /// Makes what will be sent of a part of what was picked, or of all of it where that fits.
    fn frame_photo(&self, person: PersonId, crop: Option<Crop>) -> Answer<PickedPhoto>;
    /// What is seen in what was picked, or in what will be sent: at once where it was judged before.
    /// `not_found` where another picture or frame took its place meanwhile.
    fn examine_photo(&self, person: PersonId, which: Examined) -> Answer<Examination>;
    /// How far the work on what was picked has come; nothing while there is none.
    fn photo_progress(&self, person: PersonId) -> Answer<Option<PhotoProgress>>;
    /// Forgets what was picked.
    fn discard_photo(&self, person: PersonId) -> Answer<()>;
    /// Sends what was prepared. Sent again after a failure, it goes on where it stopped.
    fn submit_photo(&self, person: PersonId) -> Answer<Handed<PhotoReceipt>>;
    /// A picture that was sent.
    fn submitted_picture(&self, person: PersonId, photo: PhotoId) -> Answer<Picture>;
    /// What the portal saw in it; nothing where it was not examined.
    fn photo_examination(&self, person: PersonId, photo: PhotoId) -> Answer<Option<Examination>>;
}

/// Asks the portal through the host. A reply of another form than the request's is not the portal's.
#[cfg(feature = "household")]
pub(crate) fn ask<R: Request>(host: &Rc<Around>, request: R) -> Answer<R::Reply> {
    let answer = host.ask(request.into());
    Box::pin(async move {
        serde_json::from_value(answer.await?).map_err(|_| contract::Code::UnexpectedReply.into())
    })
}

/// What the interface knows of the program around it: all of it, but for the entrance.
#[cfg(feature = "household")]
pub(crate) type Around = dyn Household;
/// What the interface knows of the program around it: all of it, but for the entrance.
#[cfg(not(feature = "household"))]
pub(crate) type Around = dyn Host;

/// The host of this page.
#[cfg(feature = "household")]
pub(crate) fn here() -> Rc<Around> {
    if tauri::is_here() { Rc::new(tauri::Tauri) } else { Rc::new(browser::Browser::default()) }
}

/// The host of this page: the entrance is for browsers only.
#[cfg(not(feature = "household"))]
pub(crate) fn here() -> Rc<Around> {
    Rc::new(browser::Browser::default())
}
