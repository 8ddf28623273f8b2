//! What waits to be sent in the gallery, by the name of the entry.

use super::super::people::{mailing, now, person_id};
use contract::draft::facts::{Begun, KeptDraft, PickedFor};
use contract::draft::{AddressDraft, DeclarationDraft, Draft, DraftKey, MessageDraft, PhotoDraft};
use contract::id::IdempotencyKey;
use contract::outbox::{Outbox, Sent, Waiting, WaitingState, What};
use contract::photo::SourceKind;
use contract::{Code, FieldProblem, Problem};
use jiff::SignedDuration;

fn waiting(number: u8, what: What, state: WaitingState) -> Waiting {
    let may_have_arrived = number == 2;
    let text = matches!(what, What::Message { .. }).then(|| "Our flight lands on Friday.".into());
    let id = IdempotencyKey::new(0, [number; 10]);
    let mended = false;
    Waiting { id, what, queued_at: now(), text, may_have_arrived, mended, state }
}

fn failed(code: Code) -> WaitingState {
    let next_try = now() + SignedDuration::from_mins(4);
    WaitingState::Waiting { attempts: 3, next_try, problem: Some(code.into()) }
}

fn too_small() -> Problem {
    let seen = Problem::new(Code::PhotoTooSmall).with("width", 600).with("height", 840);
    seen.with("min_width", 715).with("min_height", 1000)
}

/// What was begun in an entry.
pub(super) fn begun(name: &str) -> Begun {
    if name != "board-begun" && name != "person-begun" {
        return Begun::default();
    }
    let address = AddressDraft {
        people: Some(vec![person_id(0), person_id(2)]),
        mailing: mailing(),
        ..AddressDraft::default()
    };
    let photo = PhotoDraft { kind: Some(SourceKind::Scan), ..PhotoDraft::default() };
    let message = MessageDraft { text: "Our flight".into(), key: None };
    let drafts = [
        (
            DraftKey::Declaration,
            Draft::Declaration(DeclarationDraft { people: vec![person_id(0)] }),
        ),
        (DraftKey::Address, Draft::Address(Box::new(address))),
        (DraftKey::Photo { person: person_id(0) }, Draft::Photo(photo)),
        (DraftKey::Message { person: person_id(3) }, Draft::Message(message)),
    ];
    let pictures = [(0, true), (3, false)];
    Begun {
        drafts: drafts.into_iter().map(|(key, draft)| KeptDraft { key, draft }).collect(),
        pictures: pictures
            .map(|(n, prepared)| PickedFor { person: person_id(n), prepared })
            .to_vec(),
    }
}

/// The outbox of an entry.
pub(super) fn sample(name: &str) -> Outbox {
    let everyone = || What::Address { people: (0..4).map(person_id).collect() };
    let photo = |n| What::Photo { person: person_id(n) };
    let message = |n| What::Message { person: person_id(n) };
    let one = |waiting| Outbox { waiting: vec![waiting], sent: Vec::new() };
    match name {
        "waits-address" => one(waiting(1, everyone(), failed(Code::Offline))),
        "waits-photo" => one(waiting(2, photo(3), failed(Code::PortalUnreachable))),
        "waits-held-back" => one(waiting(1, everyone(), WaitingState::HeldBack)),
        "waits-message" => one(waiting(1, message(3), failed(Code::Offline))),
        "waits-stuck" => {
            let street = FieldProblem::new("mailing.street", Code::NotPrintable);
            let problem = Problem::from(vec![street]);
            one(waiting(1, everyone(), WaitingState::Stuck { problem }))
        }
        "board-outbox" => Outbox {
            waiting: vec![
                waiting(1, everyone(), failed(Code::Offline)),
                waiting(2, photo(0), WaitingState::Behind),
                waiting(3, photo(2), WaitingState::Sending),
                waiting(4, message(1), WaitingState::HeldBack),
                waiting(5, photo(3), WaitingState::Stuck { problem: too_small() }),
            ],
            sent: vec![Sent {
                id: IdempotencyKey::new(0, [6; 10]),
                what: message(3),
                reference: "MS-7K2M-9QXT".into(),
                at: now(),
            }],
        },
        _ => Outbox::default(),
    }
}
