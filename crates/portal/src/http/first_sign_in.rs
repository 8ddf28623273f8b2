//! The first sign-in: a temporary password and who one is, for a ticket; the ticket and an own
//! password, for a session. Until the second step is done the first can be repeated.

use super::account::own_password;
use super::answer::{OfFirstSignIn, OfStorePassword};
use super::app::App;
use super::arriving::{Arriving, granted};
use super::browser::Client;
use super::caller::{Asking, Peer};
use super::refusal::Refusal;
use super::session::{account_key, replaced, view, waiting};
use super::wire::Json;
use crate::access::Endpoint;
use crate::days;
use crate::secret;
use crate::store::{NewPassword, SignInFile};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::account::{FirstSignIn, FirstSignInTicket, SessionGranted, StorePassword};
use contract::password::check_password;
use contract::{Code, Problem};
use jiff::Timestamp;

/// Answers with a ticket where username, temporary password, date of birth and UCI fit together.
#[utoipa::path(
    post, path = "/first-sign-in", tag = "sign-in",
    params(("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie")),
    request_body = FirstSignIn,
    responses((status = 200, description = "Leave to store an own password, and nothing else", body = FirstSignInTicket), OfFirstSignIn)
)]
pub(super) async fn first_sign_in(
    State(app): State<App>,
    asking: Asking,
    client: Client,
    Peer(peer): Peer,
    Json { value: answers, .. }: Json<FirstSignIn>,
) -> Result<(HeaderMap, axum::Json<FirstSignInTicket>), Refusal> {
    asking.may(Endpoint::FirstSignIn)?;
    let now = app.now();
    let today = days::day(now, &days::zone_of(None));
    let answers = answers.check(today, &app.policy)?;
    let turn = app.passwords.turn()?;
    let account_key = account_key(&answers.username);
    waiting(app.store.begin_attempt(&account_key, &peer, now).await?)?;

    let kept = app.store.kept_passwords(&answers.username).await?;
    let kept = kept.and_then(|kept| kept.temporary_hash);
    let fits = turn.fits(answers.temporary_password.clone(), kept.clone()).await?;
    drop(turn);
    // Who it is is looked up only for somebody who has the temporary password.
    let file = if fits { app.store.sign_in_file(&answers.username).await? } else { None };
    let file = file.filter(|file| is_holder(file, &answers)).ok_or(Code::FirstSignInRefused)?;
    app.store.attempt_succeeded(&account_key, &peer, now).await?;
    not_expired(&file, now)?;

    let token = app.new_token()?;
    let ends_at = days::seconds_after(now, app.policy.first_sign_in_seconds);
    let (fitted, token_hash) = (kept.unwrap_or_default(), secret::token_hash(&token));
    app.store.grant_ticket(file.account, &fitted, token_hash, now, ends_at).await?;
    replaced(&app, &asking, client).await?;
    let (headers, token) = client.hand_over(token)?;
    Ok((headers, axum::Json(FirstSignInTicket { token, ends_at })))
}

fn is_holder(file: &SignInFile, answers: &FirstSignIn) -> bool {
    file.case.person(file.person).is_some_and(|person| {
        person.date_of_birth == answers.date_of_birth && person.uci == answers.uci
    })
}

fn not_expired(file: &SignInFile, now: Timestamp) -> Result<(), Refusal> {
    let last_day = file
        .case
        .person(file.person)
        .and_then(|person| person.account.as_ref()?.temporary_last_day)
        .ok_or(Code::FirstSignInRefused)?;
    if now < days::end_of(last_day, &file.case.zone()) {
        return Ok(());
    }
    Err(Problem::new(Code::TemporaryPasswordExpired).with("on", last_day.to_string()).into())
}

/// Stores an own password in place of the temporary one, and signs in.
#[utoipa::path(
    post, path = "/first-sign-in/password", tag = "sign-in",
    security(("ticket" = []), ("browser" = [])),
    params(
        ("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie"),
        ("landed-device" = Option<String>, Header, description = "What the portal gave at an earlier sign-in; browsers show a cookie instead"),
    ),
    request_body = StorePassword,
    responses((status = 201, description = "Signed in; the temporary password no longer works", body = SessionGranted), OfStorePassword)
)]
pub(super) async fn store_password(
    State(app): State<App>,
    asking: Asking,
    arriving: Arriving,
    Json { value, .. }: Json<StorePassword>,
) -> Result<(StatusCode, HeaderMap, axum::Json<SessionGranted>), Refusal> {
    let (ticket, ticket_hash) = asking.ticket(Endpoint::StorePassword)?;
    // A temporary password is shorter than any own one may be, so it need not be compared.
    if let Some(problem) =
        check_password(&value.password, Some(&ticket.username), None, &app.policy)
    {
        return Err(vec![problem].into());
    }
    let turn = app.passwords.turn()?;
    let file = app.store.sign_in_file(&ticket.username).await?.ok_or(Code::FirstSignInTimedOut)?;
    let holder = Some((&file.case, file.person));
    let password_hash = own_password(&turn, value.password, &ticket.username, holder).await?;
    drop(turn);
    let (token, now) = (app.new_token()?, app.now());
    let session = secret::token_hash(&token);
    let (client, username) = (arriving.client, ticket.username.clone());
    let counted = arriving.counted(&app, &username, now).await?;
    let known = arriving.known(&app, &username, counted, now).await?;
    let mail = app.new_id(now)?;
    let stored = NewPassword { ticket: ticket_hash, password_hash, session, mail, now };
    let started = app.store.store_password(stored).await?;
    app.store.note_device(session, known.origin, now).await?;
    let (headers, granted) = granted(&app, client, token, known.secret, view(started, now))?;
    Ok((StatusCode::CREATED, headers, axum::Json(granted)))
}
