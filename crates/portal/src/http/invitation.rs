//! The invitation before any account exists: opened with its code and who one is, for a ticket;
//! answered with the ticket; and addresses confirmed by whoever reads them, on any device.

use super::answer::{
    OfAnswerInvitation, OfConfirmation, OfInvitation, OfOpenInvitation, OfSendConfirmation, OfWish,
};
use super::app::App;
use super::browser::Client;
use super::caller::{Asking, Peer};
use super::own_account::{new_code, prepared};
use super::recovery::alike;
use super::refusal::Refusal;
use super::session::{replaced, waiting};
use super::wire::Json;
use crate::access::Endpoint;
use crate::days;
use crate::rules::invitation as rules;
use crate::rules::recovery::folded;
use crate::secret;
use crate::store::{Confirmation, NewAnswer, NewInvitation, StoreError, Typed};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::Code;
use contract::invitation::{
    AnswerInvitation, ConfirmAddress, Invitation, InvitationOpened, OpenInvitation,
    SendConfirmation, SendInvitation,
};
use jiff::Timestamp;

/// How often what is done is tried when something else came in between.
const TRIES: usize = 3;

/// Opens the invitation where code, date of birth and UCI fit together.
#[utoipa::path(
    post, path = "/invitations/opening", tag = "invitation",
    params(("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie")),
    request_body = OpenInvitation,
    responses((status = 200, description = "Leave to answer the invitation, and nothing else", body = InvitationOpened), OfOpenInvitation)
)]
pub(super) async fn open_invitation(
    State(app): State<App>,
    asking: Asking,
    client: Client,
    Peer(peer): Peer,
    Json { value, .. }: Json<OpenInvitation>,
) -> Result<(HeaderMap, axum::Json<InvitationOpened>), Refusal> {
    asking.may(Endpoint::OpenInvitation)?;
    let now = app.now();
    let opened = value.check(days::day(now, &days::zone_of(None)), &app.policy)?;
    // Counted by the code: whoever has one guesses at the rest, and nobody guesses at codes.
    let key = format!("invitation:{}", secret::hex(&secret::code_hash("opening", &opened.code)));
    waiting(app.store.begin_attempt(&key, &peer, now).await?)?;
    let (case, code_fits) = app.store.invited(&opened).await?.ok_or(Code::InvitationRefused)?;
    let principal = match rules::opens(&case, code_fits, &opened, now) {
        Ok(principal) => principal,
        Err(problem) => {
            if problem.code != Code::InvitationRefused {
                app.store.attempt_succeeded(&key, &peer, now).await?;
            }
            return Err(problem.into());
        }
    };
    app.store.attempt_succeeded(&key, &peer, now).await?;

    let token = app.new_token()?;
    let ends_at = days::seconds_after(now, app.policy.answering_seconds);
    app.store.grant_answering(principal, secret::token_hash(&token), now, ends_at).await?;
    let invitation = app.store.invitation(principal, now).await?;
    replaced(&app, &asking, client).await?;
    let (headers, token) = client.hand_over(token)?;
    Ok((headers, axum::Json(InvitationOpened { token, ends_at, invitation })))
}

/// The opened invitation, and how far its answer has come.
#[utoipa::path(
    get, path = "/invitations/answer", tag = "invitation",
    security(("ticket" = []), ("browser" = [])),
    responses((status = 200, description = "The invitation", body = Invitation), OfInvitation)
)]
pub(super) async fn show_invitation(
    State(app): State<App>,
    asking: Asking,
) -> Result<axum::Json<Invitation>, Refusal> {
    let principal = asking.answering(Endpoint::ShowInvitation)?.principal;
    Ok(axum::Json(app.store.invitation(principal, app.now()).await?))
}

/// Answers the invitation, or answers it anew. From outside Canada nothing else is kept, and nothing
/// is mailed; else a code is mailed to each address that is not confirmed yet.
#[utoipa::path(
    put, path = "/invitations/answer", tag = "invitation",
    security(("ticket" = []), ("browser" = [])),
    request_body = AnswerInvitation,
    responses((status = 200, description = "Answered", body = Invitation), OfAnswerInvitation)
)]
pub(super) async fn answer_invitation(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<AnswerInvitation>,
) -> Result<axum::Json<Invitation>, Refusal> {
    let principal = asking.answering(Endpoint::AnswerInvitation)?.principal;
    let answer = value.check(principal)?;
    for _ in 0..TRIES {
        let now = app.now();
        let due = app.store.due_on_answer(principal, &answer, now).await?;
        let codes = answer.people.iter().map(|_| new_code(&app, now)).collect::<Result<_, _>>()?;
        let accounts = prepared(&app, due, now).await?;
        let answer = answer.clone();
        let answered = NewAnswer { principal, answer, codes, accounts, now };
        match app.store.answer(answered).await {
            Err(StoreError::Busy) => {}
            done => return Ok(axum::Json(done?)),
        }
    }
    Err(Refusal::unavailable())
}

/// Mails a new code to one of the answered addresses. The old one dies.
#[utoipa::path(
    post, path = "/invitations/codes", tag = "invitation",
    security(("ticket" = []), ("browser" = [])),
    request_body = SendConfirmation,
    responses((status = 200, description = "Mailed", body = Invitation), OfSendConfirmation)
)]
pub(super) async fn send_confirmation(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<SendConfirmation>,
) -> Result<axum::Json<Invitation>, Refusal> {
    let principal = asking.answering(Endpoint::SendConfirmation)?.principal;
    let now = app.now();
    let code = new_code(&app, now)?;
    Ok(axum::Json(app.store.send_confirmation(principal, &value.email, code, now).await?))
}

/// Mails the invitation once more, with a new code, to the address on file; the old code dies.
/// Answered alike whether or not there is one.
#[utoipa::path(
    post, path = "/invitations/again", tag = "invitation",
    request_body = SendInvitation,
    responses((status = 204, description = "If there is such an invitation, it is on its way"), OfWish)
)]
pub(super) async fn send_invitation(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<SendInvitation>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::SendInvitation)?;
    let now = app.now();
    let SendInvitation { date_of_birth, uci } =
        value.check(days::day(now, &days::zone_of(None)), &app.policy)?;
    app.store.begin_wish(&peer, now).await?;
    let invitation = new_invitation(&app, now)?;
    alike(&app, async { Ok(app.store.invite_again(&uci, date_of_birth, invitation).await?) }).await
}

fn new_invitation(app: &App, now: Timestamp) -> Result<NewInvitation, Refusal> {
    let code = secret::random().map(secret::invitation_code).map_err(Refusal::internal)?;
    Ok(NewInvitation { code, mail: app.new_id(now)?, now })
}

/// Confirms an address by the code that was mailed to it, wherever it waits: after an answer, for an
/// own account, or as the new address of an account.
#[utoipa::path(
    post, path = "/confirmations", tag = "invitation",
    request_body = ConfirmAddress,
    responses((status = 204, description = "Confirmed"), OfConfirmation)
)]
pub(super) async fn confirm_address(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<ConfirmAddress>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::ConfirmAddress)?;
    let ConfirmAddress { email, code } = value.check()?;
    let now = app.now();
    let key = format!("confirmation:{}", folded(&email));
    waiting(app.store.begin_attempt(&key, &peer, now).await?)?;
    for _ in 0..TRIES {
        let needed = app.store.due_on_confirmation(&email, &code, now).await?;
        let accounts = prepared(&app, needed.accounts, now).await?;
        let mails = (0..needed.mails).map(|_| app.new_id(now)).collect::<Result<_, _>>()?;
        let (email, code) = (email.clone(), code.clone());
        let refused =
            match app.store.confirm(Confirmation { email, code, accounts, mails, now }).await {
                Err(StoreError::Busy) => continue,
                Err(error) => return Err(error.into()),
                Ok(Typed::Refused) => return Err(Code::ConfirmationRefused.into()),
                Ok(Typed::Expired) => Some(Code::ConfirmationExpired),
                Ok(Typed::Fits) => None,
            };
        // Whoever has the code reads that mailbox, also where it came too late.
        app.store.attempt_succeeded(&key, &peer, now).await?;
        return refused.map_or(Ok(StatusCode::NO_CONTENT), |code| Err(code.into()));
    }
    Err(Refusal::unavailable())
}
