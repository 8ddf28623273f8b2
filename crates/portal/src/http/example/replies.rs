//! What is answered, by method and path below the API's address, and status.

use super::{EMAIL, TEXT, account, at, born, household, mailing, message, shown, upload};
use contract::Language;
use contract::account::{FirstSignInTicket, SessionGranted, SessionView, SignInReply};
use contract::board::{
    Board, CardState, Clock, ClockKind, Declared, GivenAddress, Household, HouseholdState, Journey,
    Name, Person, PhotoState, ProofState, Relationship,
};
use contract::declaration::STATEMENT_VERSION;
use contract::devices::{
    AccountView, ClientKind, Device, Devices, NewEmail, OwnAccount, OwnAccountState,
};
use contract::draft::facts::{KeptDraft, KeptDrafts};
use contract::draft::{Draft, DraftKey, PhotoDraft};
use contract::factor::{RecoveryCodes, SecondFactorAsked, SecondFactorSecret};
use contract::id::{HouseholdId, MessageId, PhotoId, SessionId};
use contract::invitation::{AnsweredAddress, Invitation, InvitationOpened, InvitedPerson};
use contract::message::{Author, Message, Thread};
use contract::photo::{PhotoReceipt, Reason, SourceKind, UploadProgress};
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::{Event, Timeline, TimelineEntry};
use jiff::civil::date;
use serde_json::Value;
use uuid::Uuid;

const TOKEN: &str = "mJ4c0Yf0u3sYk2b8w0dQ7h1xT9vR5nZpK6aLeBgUoXI";
const REFERENCE: &str = "7KQX-M2PD-94RT";

/// The body of an answer; nothing where it has none, or one that is no JSON.
pub(super) fn of(call: &str, status: &str) -> Option<Value> {
    match (call, status) {
        ("GET /portal", _) => shown(PortalInfo {
            contact_address: "help@example.org".into(),
            official_page_en: contract::policy::OFFICIAL_PAGE_EN.into(),
            official_page_fr: contract::policy::OFFICIAL_PAGE_FR.into(),
            statement_version: STATEMENT_VERSION.into(),
            languages: Language::OFFICIAL.into(),
            version: "0.1.0".into(),
        }),
        ("POST /first-sign-in", _) => {
            shown(FirstSignInTicket { token: Some(TOKEN.into()), ends_at: at("15:15") })
        }
        ("POST /sessions", "200") => shown(SignInReply::SecondFactor(SecondFactorAsked {
            token: Some(TOKEN.into()),
            second_factor_ends_at: at("15:10"),
        })),
        ("POST /sessions" | "POST /first-sign-in/password" | "POST /sessions/second-factor", _) => {
            shown(granted())
        }
        ("GET /sessions/current" | "POST /sessions/current/extension", _) => shown(session()),
        ("POST /invitations/opening", _) => shown(InvitationOpened {
            token: Some(TOKEN.into()),
            ends_at: at("16:00"),
            invitation: invitation(),
        }),
        ("GET /invitations/answer" | "PUT /invitations/answer" | "POST /invitations/codes", _) => {
            shown(invitation())
        }
        _ => about_the_account(call).or_else(|| of_the_household(call)),
    }
}

fn about_the_account(call: &str) -> Option<Value> {
    let [leila, wei] = household();
    match call {
        "GET /account" | "POST /account/email" => shown(AccountView {
            account: account(),
            username: "K7MP-2XQD".into(),
            email: Some(EMAIL.into()),
            new_email: Some(NewEmail {
                email: "leila@example.net".into(),
                code_ends_at: Some(at("15:00")),
                holds_from: None,
            }),
            second_factor_since: Some(date(2026, 11, 20)),
            recovery_codes_left: 9,
            own_accounts: vec![OwnAccountState { person: wei, state: OwnAccount::None }],
        }),
        "POST /account/second-factor" => shown(SecondFactorSecret {
            secret: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".into(),
            uri: "otpauth://totp/Landed:K7MP-2XQD?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Landed"
                .into(),
            qr_svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>".into(),
        }),
        "PUT /account/second-factor" | "POST /account/recovery-codes" => shown(RecoveryCodes {
            codes: ["7KQX-M2PD", "94RT-K7MP"].map(str::to_owned).into(),
        }),
        "GET /account/sessions" => shown(Devices {
            devices: vec![Device {
                id: SessionId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0008)),
                current: true,
                client: ClientKind::Browser,
                system: Some("Windows".into()),
                browser: Some("Firefox".into()),
                signed_in_at: at("14:40"),
                used_at: at("15:00"),
            }],
        }),
        "GET /people/{person}/messages" => shown(Thread {
            messages: vec![
                Message {
                    id: message(),
                    from: Author::Officer,
                    at: at("13:00"),
                    text: "Is the apartment number 4B or 48?".into(),
                    read_at: Some(at("14:40")),
                },
                Message {
                    id: MessageId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0009)),
                    from: Author::Applicant { name: name(leila) },
                    at: at("14:45"),
                    text: TEXT.into(),
                    read_at: None,
                },
            ],
            open: true,
        }),
        _ => None,
    }
}

fn of_the_household(call: &str) -> Option<Value> {
    match call {
        "GET /household" => shown(board()),
        "POST /declarations" | "POST /addresses" | "POST /people/{person}/messages" => {
            shown(Receipt { reference: REFERENCE.into(), at: at("15:00") })
        }
        "PATCH /people/{person}/uploads/{upload}" | "GET /people/{person}/uploads/{upload}" => {
            shown(UploadProgress { upload: upload(), received: 524_288, total: 1_734_112 })
        }
        "POST /people/{person}/photos" => {
            shown(PhotoReceipt { photo: photo(), reference: REFERENCE.into(), at: at("15:00") })
        }
        "GET /people/{person}/photos/{photo}/examination" => shown(super::examination()),
        "GET /people/{person}/timeline" => shown(Timeline {
            entries: vec![TimelineEntry {
                at: at("15:00"),
                on: date(2026, 11, 22),
                event: Event::PhotoSubmitted,
                next_by: Some(date(2026, 12, 6)),
            }],
        }),
        "GET /drafts/{page}" => super::requests::of("PUT /drafts/{page}"),
        "GET /drafts/photo/{person}" => shown(Draft::Photo(PhotoDraft {
            kind: Some(SourceKind::Selfie),
            ..PhotoDraft::default()
        })),
        "GET /drafts/message/{person}" => super::requests::of("PUT /drafts/message/{person}"),
        "GET /drafts" => shown(KeptDrafts {
            drafts: vec![KeptDraft {
                key: DraftKey::Message { person: household()[1] },
                draft: super::requests::message_draft(),
            }],
        }),
        _ => None,
    }
}

fn name(person: contract::id::PersonId) -> Name {
    if person == household()[0] {
        Name { given: "Leila".into(), family: "Haddad".into() }
    } else {
        Name { given: "Wei".into(), family: "Chen".into() }
    }
}

fn photo() -> PhotoId {
    PhotoId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0006))
}

fn session() -> SessionView {
    SessionView {
        account: account(),
        person: household()[0],
        username: "K7MP-2XQD".into(),
        idle_ends_at: at("15:30"),
        ends_at: at("23:00"),
        now: at("15:00"),
        extensions_left: 10,
    }
}

fn granted() -> SessionGranted {
    SessionGranted { token: Some(TOKEN.into()), device: Some(TOKEN.into()), session: session() }
}

fn invitation() -> Invitation {
    let [leila, wei] = household();
    let person = |id, relationship, email: Option<&str>| InvitedPerson {
        id,
        name: name(id),
        relationship,
        minor: false,
        email: email.map(str::to_owned),
        own_account: id == wei,
    };
    Invitation {
        state: HouseholdState::Answered,
        last_day: date(2027, 1, 21),
        people: vec![
            person(leila, Relationship::Principal, Some(EMAIL)),
            person(wei, Relationship::Spouse, Some("wei.chen@example.org")),
        ],
        addresses: vec![AnsweredAddress {
            email: EMAIL.into(),
            people: vec![leila],
            confirmed: false,
            code_ends_at: Some(at("23:00")),
            tries_left: 10,
        }],
    }
}

fn board() -> Board {
    let [leila, wei] = household();
    let journey = Journey {
        date_of_birth: born(),
        age: 38,
        minor: false,
        declaration: Some(Declared {
            at: at("14:30"),
            on: date(2026, 11, 22),
            by: name(leila),
            reference: REFERENCE.into(),
        }),
        address: Some(GivenAddress {
            mailing: mailing(),
            residential: None,
            on: date(2026, 11, 22),
            open: true,
            reference: REFERENCE.into(),
            by: Some(household()[0]),
        }),
        photo: PhotoState::Returned {
            photo: photo(),
            on: date(2026, 11, 22),
            reasons: vec![Reason::HeadTooLarge],
            note_en: String::new(),
            note_fr: String::new(),
            earlier: Vec::new(),
        },
        proof: ProofState::Issued {
            became_resident_on: date(2026, 11, 20),
            on: date(2026, 11, 22),
        },
        card: CardState::None,
        clocks: vec![Clock {
            kind: ClockKind::ProofDownload,
            ends_on: date(2026, 12, 22),
            days_left: 30,
        }],
        unread_messages: 1,
    };
    let person = |id, relationship, journey| Person { id, name: name(id), relationship, journey };
    Board {
        household: Household {
            id: HouseholdId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0000)),
            application_number: "E001234567".into(),
            applied_on: date(2024, 9, 16),
            state: HouseholdState::Active,
        },
        account: account(),
        me: leila,
        people: vec![
            person(leila, Relationship::Principal, Some(journey)),
            person(wei, Relationship::Spouse, None),
        ],
        at: at("15:00"),
        today: date(2026, 11, 22),
    }
}
