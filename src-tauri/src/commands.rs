//! The commands that the webview may call. Each passes one use case on.

use crate::head::Head;
use crate::picker;
use contract::account::{FirstSignIn, SignIn, SignedIn};
use contract::address::GiveAddress;
use contract::ask::Ask;
use contract::crop::Crop;
use contract::declaration::DeclarePresence;
use contract::draft::facts::Begun;
use contract::draft::{Draft, DraftKey};
use contract::examination::Examination;
use contract::factor::GiveSecondFactor;
use contract::genuine::Findings;
use contract::host::{BoardView, Keeping, KeepingDecision, Picking, SessionTime, Settings, Start};
use contract::id::{AccountId, IdempotencyKey, PersonId, PhotoId};
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack};
use contract::password::Strength;
use contract::photo::PhotoReceipt;
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Problem};
use serde_json::Value;
use tauri::ipc::{Invoke, Response};
use tauri::{State, WebviewWindow, command, generate_handler};

/// Every command.
pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    generate_handler![
        start,
        keep_settings,
        remove_device_data,
        decide_keeping,
        session_time,
        extend_session,
        portal_info,
        first_sign_in,
        password_strength,
        check_email,
        open_email,
        store_password,
        sign_in,
        second_factor,
        sign_out,
        ask,
        board,
        timeline,
        load_draft,
        save_draft,
        draft_elsewhere,
        save_draft_over,
        discard_draft,
        begun,
        declare,
        give_address,
        send_message,
        outbox,
        take_back,
        pick_photo,
        picked_photo,
        picked_picture,
        prepared_picture,
        frame_photo,
        examine_photo,
        photo_progress,
        discard_photo,
        submit_photo,
        submitted_picture,
        photo_examination,
    ]
}

type Reply<T> = Result<T, Problem>;

#[command]
async fn start(head: State<'_, Head>) -> Reply<Start> {
    head.applicant().await?.start().await
}

#[command]
async fn keep_settings(head: State<'_, Head>, settings: Settings) -> Reply<()> {
    head.applicant().await?.keep_settings(settings).await
}

#[command]
async fn remove_device_data(head: State<'_, Head>) -> Reply<()> {
    head.applicant().await?.remove_device_data().await
}

/// The only command that a passphrase comes to.
#[command]
async fn decide_keeping(head: State<'_, Head>, decision: KeepingDecision) -> Reply<Keeping> {
    head.applicant().await?.decide_keeping(decision).await
}

#[command]
async fn session_time(head: State<'_, Head>) -> Reply<SessionTime> {
    head.applicant().await?.session_time().await
}

#[command]
async fn extend_session(head: State<'_, Head>) -> Reply<SessionTime> {
    head.applicant().await?.extend_session().await
}

#[command]
async fn portal_info(head: State<'_, Head>) -> Reply<PortalInfo> {
    head.applicant().await?.portal_info().await
}

#[command]
async fn first_sign_in(head: State<'_, Head>, answers: FirstSignIn) -> Reply<()> {
    head.applicant().await?.first_sign_in(answers).await
}

/// Judged here: it needs neither store nor portal.
#[command]
async fn password_strength(password: String, own: String) -> Reply<Strength> {
    let judge = move || {
        let own: Vec<&str> = own.lines().collect();
        strength::judge_own(&password, &own)
    };
    tauri::async_runtime::spawn_blocking(judge).await.map_err(|_| Code::Internal.into())
}

/// Looked at here, and on this device alone: it needs neither store nor portal.
#[command]
async fn check_email(text: String) -> Reply<Findings> {
    let check = move || invitation::check_text(&text);
    tauri::async_runtime::spawn_blocking(check).await.map_err(|_| Code::Internal.into())
}

/// The same for a saved email; nothing where the picker was closed without a choice.
#[command]
async fn open_email(window: WebviewWindow, head: State<'_, Head>) -> Reply<Option<Findings>> {
    let Some(bytes) = picker::pick_email(&window, &head).await? else { return Ok(None) };
    let check = move || Some(invitation::check_message(&bytes));
    tauri::async_runtime::spawn_blocking(check).await.map_err(|_| Code::Internal.into())
}

#[command]
async fn store_password(head: State<'_, Head>, password: String) -> Reply<AccountId> {
    head.applicant().await?.store_password(password).await
}

#[command]
async fn sign_in(head: State<'_, Head>, answers: SignIn) -> Reply<SignedIn> {
    head.applicant().await?.sign_in(answers).await
}

#[command]
async fn second_factor(head: State<'_, Head>, answers: GiveSecondFactor) -> Reply<AccountId> {
    head.applicant().await?.second_factor(answers).await
}

#[command]
async fn sign_out(head: State<'_, Head>) -> Reply<()> {
    head.applicant().await?.sign_out().await
}

#[command]
async fn ask(head: State<'_, Head>, ask: Ask) -> Reply<Value> {
    head.applicant().await?.ask(ask).await
}

#[command]
async fn board(head: State<'_, Head>, background: bool) -> Reply<BoardView> {
    let view = head.applicant().await?.board(background).await;
    head.keep_up();
    view
}

#[command]
async fn timeline(head: State<'_, Head>, person: PersonId) -> Reply<Timeline> {
    head.applicant().await?.timeline(person).await
}

#[command]
async fn load_draft(head: State<'_, Head>, key: DraftKey) -> Reply<Option<Draft>> {
    head.applicant().await?.load_draft(key).await
}

#[command]
async fn save_draft(head: State<'_, Head>, key: DraftKey, draft: Draft) -> Reply<()> {
    head.applicant().await?.save_draft(key, draft).await
}

#[command]
async fn draft_elsewhere(
    head: State<'_, Head>,
    key: DraftKey,
) -> Reply<Option<contract::draft::DraftElsewhere>> {
    head.applicant().await?.draft_elsewhere(key).await
}

#[command]
async fn save_draft_over(
    head: State<'_, Head>,
    key: DraftKey,
    draft: Draft,
    version: String,
) -> Reply<()> {
    head.applicant().await?.save_draft_over(key, draft, version).await
}

#[command]
async fn discard_draft(head: State<'_, Head>, key: DraftKey) -> Reply<()> {
    head.applicant().await?.discard_draft(key).await
}

#[command]
async fn begun(head: State<'_, Head>) -> Reply<Begun> {
    head.applicant().await?.begun().await
}

#[command]
async fn declare(head: State<'_, Head>, declaration: DeclarePresence) -> Reply<Receipt> {
    head.applicant().await?.declare(declaration).await
}

#[command]
async fn give_address(head: State<'_, Head>, address: GiveAddress) -> Reply<Handed> {
    head.applicant().await?.give_address(address).await
}

#[command]
async fn send_message(head: State<'_, Head>, message: SendMessage) -> Reply<Handed> {
    head.applicant().await?.send_message(message).await
}

#[command]
async fn outbox(head: State<'_, Head>, act: Act) -> Reply<Outbox> {
    head.applicant().await?.act_on_outbox(act).await
}

#[command]
async fn take_back(head: State<'_, Head>, id: IdempotencyKey) -> Reply<TakenBack> {
    head.applicant().await?.withdraw(id).await
}

#[command]
async fn pick_photo(
    window: WebviewWindow,
    head: State<'_, Head>,
    person: PersonId,
) -> Reply<Picking> {
    match picker::pick(&window, &head, person).await? {
        None => Ok(Picking::Cancelled),
        Some(picked) => {
            let applicant = head.applicant().await?;
            let photo = applicant.keep_photo(person, picked.name, picked.bytes).await?;
            Ok(Picking::Picked { photo: Box::new(photo) })
        }
    }
}

#[command]
async fn picked_photo(head: State<'_, Head>, person: PersonId) -> Reply<Option<PickedPhoto>> {
    head.applicant().await?.picked_photo(person).await
}

#[command]
async fn picked_picture(head: State<'_, Head>, person: PersonId) -> Reply<Response> {
    Ok(Response::new(head.applicant().await?.picked_picture(person).await?))
}

#[command]
async fn prepared_picture(head: State<'_, Head>, person: PersonId) -> Reply<Response> {
    Ok(Response::new(head.applicant().await?.prepared_picture(person).await?))
}

#[command]
async fn frame_photo(
    head: State<'_, Head>,
    person: PersonId,
    crop: Option<Crop>,
) -> Reply<PickedPhoto> {
    head.applicant().await?.frame_photo(person, crop).await
}

#[command]
async fn examine_photo(
    head: State<'_, Head>,
    person: PersonId,
    which: Examined,
) -> Reply<Examination> {
    head.applicant().await?.examine_photo(person, which).await
}

#[command]
async fn photo_progress(head: State<'_, Head>, person: PersonId) -> Reply<Option<PhotoProgress>> {
    Ok(head.applicant().await?.photo_progress(person))
}

#[command]
async fn discard_photo(head: State<'_, Head>, person: PersonId) -> Reply<()> {
    head.applicant().await?.discard_photo(person).await
}

#[command]
async fn submit_photo(head: State<'_, Head>, person: PersonId) -> Reply<Handed<PhotoReceipt>> {
    head.applicant().await?.submit_photo(person).await
}

#[command]
async fn submitted_picture(
    head: State<'_, Head>,
    person: PersonId,
    photo: PhotoId,
) -> Reply<Response> {
    Ok(Response::new(head.applicant().await?.submitted_picture(person, photo).await?))
}

#[command]
async fn photo_examination(
    head: State<'_, Head>,
    person: PersonId,
    photo: PhotoId,
) -> Reply<Option<Examination>> {
    head.applicant().await?.photo_examination(person, photo).await
}
