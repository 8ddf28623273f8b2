//! Two versions side by side in the gallery, by the name of the entry.

use super::people::{mailing, now, person_id};
use super::photos;
use crate::app::{App, Conflict};
use crate::route::Route;
use contract::address::Address;
use contract::draft::{
    AcceptedWarnings, AddressDraft, DeclarationDraft, Draft, DraftElsewhere, DraftKey,
    MessageDraft, PhotoDraft,
};
use contract::photo::{Reason, SourceKind};
use dioxus::prelude::*;
use jiff::SignedDuration;

fn street(street: &str) -> Address {
    Address { street: street.into(), unit: String::new(), ..mailing() }
}

fn address(mailing: Address) -> AddressDraft {
    let people = Some((0..4).map(person_id).collect());
    AddressDraft { people, mailing, instead_of: Some(Vec::new()), ..AddressDraft::default() }
}

fn message(text: &str) -> Draft {
    Draft::Message(MessageDraft { text: text.into(), key: None })
}

fn declaration(people: &[u8]) -> Draft {
    let people = people.iter().copied().map(person_id).collect();
    Draft::Declaration(DeclarationDraft { people })
}

/// What was typed in this window.
pub(super) fn typed(name: &str, key: DraftKey) -> Option<Draft> {
    if !name.starts_with("conflict-") {
        return None;
    }
    Some(match key {
        DraftKey::Address => Draft::Address(Box::new(address(street("41 AVENUE LAURIER E")))),
        DraftKey::Declaration => declaration(&[0, 1, 2]),
        DraftKey::Message { .. } => message("Our flight lands on Friday.\nWe are four."),
        _ => return None,
    })
}

/// What was typed in the other one.
fn elsewhere(page: Route) -> Option<(DraftKey, Draft)> {
    Some(match page {
        Route::Address => {
            let residential = street("88 RUE SAINTE-CATHERINE O");
            let there = AddressDraft {
                lives_elsewhere: true,
                residential,
                ..address(street("41 AVENUE LAURIER O"))
            };
            (DraftKey::Address, Draft::Address(Box::new(there)))
        }
        Route::Declaration => (DraftKey::Declaration, declaration(&[0, 3])),
        Route::Messages(person) => {
            (DraftKey::Message { person }, message("Our flight lands on Saturday.\nWe are four."))
        }
        Route::Photo(person) => {
            let reasons = vec![Reason::BackgroundShadow, Reason::HeadTooSmall];
            let accepted = AcceptedWarnings { pixels_sha256: photos::RETURNED.repeat(32), reasons };
            let there =
                PhotoDraft { kind: Some(SourceKind::Scan), crop: None, accepted: Some(accepted) };
            (DraftKey::Photo { person }, Draft::Photo(there))
        }
        _ => return None,
    })
}

/// Both are there, and one is to be chosen.
pub(super) fn begin(mut app: App) {
    let page = *app.route.peek();
    if let Some((key, draft)) = elsewhere(page) {
        let at = Some(now() - SignedDuration::from_mins(12));
        let theirs = DraftElsewhere { draft, version: "1".into(), at };
        app.conflicts.write().insert(key, Conflict::Open(theirs));
    }
}

/// One was chosen.
pub(super) fn choose(mut app: App) {
    let page = *app.route.peek();
    if let Some((key, draft)) = elsewhere(page) {
        app.conflicts.write().insert(key, Conflict::Chosen(draft));
    }
}
