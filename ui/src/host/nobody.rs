//! The host of nobody: whatever is asked needs a sign-in. It stands behind pages that are drawn at
//! build time, and behind the household in the entrance, where nobody is signed in.

use super::{Answer, Host, Household, Picture};
use contract::account::{FirstSignIn, SignIn, SignedIn};
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
use contract::{Code, Problem};
#[cfg(feature = "household")]
use serde_json::Value;

/// Nobody is signed in.
pub(crate) struct Nobody;

fn refused<T: 'static>() -> Answer<T> {
    Box::pin(std::future::ready(Err(Problem::new(Code::SignInRequired))))
}

macro_rules! refuses {
    ($kind:ident: $($(#[$only:meta])* $name:ident($($arg:ident: $type:ty),*) -> $reply:ty;)+) => {
        impl $kind for Nobody {
            $($(#[$only])* fn $name(&self, $($arg: $type),*) -> Answer<$reply> {
                $(let _ = $arg;)*
                refused()
            })+
        }
    };
}

refuses! { Host:
    start() -> Start;
    keep_settings(settings: Settings) -> ();
    portal_info() -> PortalInfo;
    first_sign_in(answers: &FirstSignIn) -> ();
    password_strength(password: &str, own: &str) -> String;
    store_password(password: &str) -> AccountId;
    sign_in(answers: &SignIn) -> SignedIn;
    load_draft(key: DraftKey) -> Option<Draft>;
    save_draft(key: DraftKey, draft: &Draft) -> ();
    #[cfg(feature = "household")]
    draft_elsewhere(key: DraftKey) -> Option<DraftElsewhere>;
    #[cfg(feature = "household")]
    save_draft_over(key: DraftKey, draft: &Draft, version: &str) -> ();
    discard_draft(key: DraftKey) -> ();
}

refuses! { Household:
    #[cfg(feature = "household")]
    second_factor(answers: &GiveSecondFactor) -> AccountId;
    #[cfg(feature = "household")]
    ask(ask: Ask) -> Value;
    #[cfg(feature = "household")]
    check_email(text: &str) -> Findings;
    #[cfg(feature = "household")]
    open_email() -> Option<Findings>;
    sign_out() -> ();
    remove_device_data() -> ();
    #[cfg(feature = "household")]
    decide_keeping(decision: &KeepingDecision) -> Keeping;
    session_time() -> SessionTime;
    extend_session() -> SessionTime;
    board(background: bool) -> BoardView;
    timeline(person: PersonId) -> Timeline;
    begun() -> Begun;
    declare(declaration: &DeclarePresence) -> Receipt;
    give_address(address: &GiveAddress) -> Handed;
    #[cfg(feature = "household")]
    send_message(message: &SendMessage) -> Handed;
    outbox(act: Act) -> Outbox;
    take_back(id: IdempotencyKey) -> TakenBack;
    pick_photo(person: PersonId) -> Picking;
    picked_photo(person: PersonId) -> Option<PickedPhoto>;
    picked_picture(person: PersonId) -> Picture;
    prepared_picture(person: PersonId) -> Picture;
    frame_photo(person: PersonId, crop: Option<Crop>) -> PickedPhoto;
    examine_photo(person: PersonId, which: Examined) -> Examination;
    photo_progress(person: PersonId) -> Option<PhotoProgress>;
    discard_photo(person: PersonId) -> ();
    submit_photo(person: PersonId) -> Handed<PhotoReceipt>;
    submitted_picture(person: PersonId, photo: PhotoId) -> Picture;
    photo_examination(person: PersonId, photo: PhotoId) -> Option<Examination>;
}
