//! What the gallery's portal says to the listed requests. All of it is made up.

use super::Sample;
use crate::gallery::people::{Scene, name, now, person_id};
use contract::ask::Ask;
use contract::board::{HouseholdState, Relationship};
use contract::devices::{
    AccountView, ClientKind, Device, Devices, NewEmail, OwnAccount, OwnAccountState,
};
use contract::factor::{RecoveryCodes, SecondFactorSecret};
use contract::id::{AccountId, MessageId, SessionId};
use contract::invitation::{AnsweredAddress, Invitation, InvitationOpened, InvitedPerson};
use contract::message::{Author, Message, Thread};
use contract::receipt::Receipt;
use contract::{Code, Problem};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::Value;

/// The reply to a request, in the form in which it comes from a portal.
pub(super) fn reply(sample: &Sample, ask: &Ask) -> Result<Value, Problem> {
    match ask {
        Ask::OpenInvitation(_) => json(InvitationOpened {
            token: None,
            ends_at: in_hours(1),
            invitation: invitation(HouseholdState::Invited),
        }),
        Ask::AnswerInvitation(answer) if !answer.in_canada => {
            json(invitation(HouseholdState::WaitingOutside))
        }
        Ask::ShowInvitation(_) | Ask::AnswerInvitation(_) | Ask::SendConfirmation(_) => {
            json(invitation(HouseholdState::Answered))
        }
        Ask::ShowAccount(_) => json(account(sample, None)),
        Ask::ChangeEmail(change) => json(account(sample, Some(change.email.clone()))),
        Ask::BeginSecondFactor(_) => json(secret()),
        Ask::TurnOnSecondFactor(_) | Ask::NewRecoveryCodes(_) => json(codes()),
        Ask::ListDevices(_) => json(devices()),
        Ask::ShowMessages(_) => json(thread(sample)),
        Ask::SendMessage(_) => json(Receipt { reference: "MS-4F7H-2MKQ".into(), at: now() }),
        Ask::SendInvitation(_)
        | Ask::ConfirmAddress(_)
        | Ask::ReissueTemporary(_)
        | Ask::SendResetCode(_)
        | Ask::ResetPassword(_)
        | Ask::RemindUsername(_)
        | Ask::ChangePassword(_)
        | Ask::TurnOffSecondFactor(_)
        | Ask::SignOutDevice(_)
        | Ask::SignOutElsewhere(_)
        | Ask::AskOwnAccount(_)
        | Ask::MarkRead(_) => Ok(Value::Null),
    }
}

fn json(reply: impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(reply).map_err(|_| Code::Internal.into())
}

fn in_hours(hours: i64) -> Timestamp {
    now().saturating_add(SignedDuration::from_hours(hours)).unwrap_or_else(|_| now())
}

/// Four people; once it was answered, one address is confirmed and one is not.
fn invitation(state: HouseholdState) -> Invitation {
    let answered = state == HouseholdState::Answered;
    let (mine, other) = ("leila.haddad@example.org", "wei.chen@example.org");
    let person = |number: u8, given: &str, family: &str, relationship| InvitedPerson {
        id: person_id(number),
        name: name(given, family),
        relationship,
        minor: relationship == Relationship::Child,
        email: match number {
            0 => Some(mine.into()),
            1 => Some(other.into()),
            _ => None,
        },
        own_account: answered && number == 1,
    };
    let address = |email: &str, number, confirmed: bool| AnsweredAddress {
        email: email.into(),
        people: vec![person_id(number)],
        confirmed,
        code_ends_at: (!confirmed).then(|| in_hours(23)),
        tries_left: if confirmed { 10 } else { 8 },
    };
    Invitation {
        state,
        last_day: date(2027, 1, 12),
        people: vec![
            person(0, "Leila", "Haddad", Relationship::Principal),
            person(1, "Wei", "Chen", Relationship::Spouse),
            person(2, "Maximiliana Guadalupe", "Haddad-Chen", Relationship::Child),
            person(3, "Mei", "Haddad-Chen", Relationship::Child),
        ],
        addresses: if answered {
            vec![address(mine, 0, true), address(other, 1, false)]
        } else {
            Vec::new()
        },
    }
}

/// With a second factor, but where the entry's name ends otherwise.
fn account(sample: &Sample, new_email: Option<String>) -> AccountView {
    let has_factor = !sample.name().ends_with("-off");
    let own_account = match sample.scene() {
        Scene::Begins | Scene::Waits => Some(OwnAccount::None),
        Scene::Cards => Some(OwnAccount::Opened),
        Scene::Stopped => Some(OwnAccount::Confirming),
        Scene::Returned | Scene::Alone => None,
    };
    AccountView {
        account: AccountId::new(1_790_000_000_000, [7; 10]),
        username: "K7MP-2XQD".into(),
        email: Some("leila.haddad@example.org".into()),
        new_email: new_email.map(|email| NewEmail {
            email,
            code_ends_at: Some(in_hours(24)),
            holds_from: None,
        }),
        second_factor_since: has_factor.then(|| date(2026, 11, 9)),
        recovery_codes_left: if has_factor { 7 } else { 0 },
        own_accounts: own_account
            .map(|state| OwnAccountState { person: person_id(1), state })
            .into_iter()
            .collect(),
    }
}

fn secret() -> SecondFactorSecret {
    SecondFactorSecret {
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".into(),
        uri: "otpauth://totp/Landed:K7MP-2XQD?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into(),
        qr_svg: picture_code(),
    }
}

/// Looks like a picture code; no camera reads it.
fn picture_code() -> String {
    const SIDE: i32 = 33;
    const MARK: i32 = 7;
    let in_mark = |x: i32, y: i32| {
        let (dx, dy) = ((x - MARK / 2).abs(), (y - MARK / 2).abs());
        (dx.max(dy) <= MARK / 2 + 1).then(|| matches!(dx.max(dy), 0 | 1 | 3))
    };
    let dark = |x: i32, y: i32| {
        in_mark(x, y)
            .or_else(|| in_mark(SIDE - 1 - x, y))
            .or_else(|| in_mark(x, SIDE - 1 - y))
            .unwrap_or((x * x * 7 + y * 11 + x * y * 5) % 13 < 6)
    };
    let squares = (0..SIDE).flat_map(|y| (0..SIDE).map(move |x| (x, y)));
    let path: String = squares
        .filter(|(x, y)| dark(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4))
        .collect();
    let side = SIDE + 8;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    )
}

fn codes() -> RecoveryCodes {
    let codes = [
        "7K2M-9QXT",
        "4F7H-2MKQ",
        "R3XW-8DPN",
        "K7MP-2XQD",
        "9RTW-4F7H",
        "M6QK-3VHT",
        "X2DN-7PRW",
        "T8KQ-5MFX",
        "H4VW-6NQD",
        "P9XR-2TKM",
    ];
    RecoveryCodes { codes: codes.map(String::from).to_vec() }
}

fn devices() -> Devices {
    let device = |number: u8, client, system: Option<&str>, browser: Option<&str>, hours| Device {
        id: SessionId::new(1_790_000_000_000, [number; 10]),
        current: number == 1,
        client,
        system: system.map(String::from),
        browser: browser.map(String::from),
        signed_in_at: in_hours(-26 * i64::from(number)),
        used_at: in_hours(hours),
    };
    Devices {
        devices: vec![
            device(1, ClientKind::App, Some("Android"), None, 0),
            device(2, ClientKind::Browser, Some("Windows"), Some("Firefox"), -5),
            device(3, ClientKind::Browser, None, None, -60),
        ],
    }
}

/// Two each way, of which the last was not opened before.
fn thread(sample: &Sample) -> Thread {
    let message = |number: u8, hours, from, read: bool, text: &str| Message {
        id: MessageId::new(1_790_000_000_000, [number; 10]),
        from,
        at: in_hours(hours),
        text: text.into(),
        read_at: read.then(|| in_hours(hours + 3)),
    };
    let leila = || Author::Applicant { name: name("Leila", "Haddad") };
    let messages = [
        message(1, -120, leila(), true, "We move on 1 December. Which address should I give?"),
        message(
            2,
            -96,
            Author::Officer,
            true,
            "Give the address where the card can reach you in two weeks.\nYou can change it until \
             the card is made.",
        ),
        message(3, -90, leila(), true, "Thank you. That is the new one, then."),
        message(
            4,
            -20,
            Author::Officer,
            false,
            "The photo of Mei has a shadow. Stand further from the wall.",
        ),
    ];
    let is_empty = sample.name().ends_with("-empty");
    Thread {
        messages: if is_empty { Vec::new() } else { messages.to_vec() },
        open: sample.scene() != Scene::Stopped,
    }
}
