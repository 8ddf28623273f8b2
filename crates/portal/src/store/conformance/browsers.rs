//! What the browser edition asks of a store: sessions that are extended, and drafts.

use super::refused;
use super::scene::{Scene, at, id};
use crate::case::CardStep;
use crate::rules::draft::{Seen, version};
use crate::store::{Bearer, NewDraft, SessionFile, Stored, Use};
use contract::Code;
use contract::address::Address;
use contract::draft::facts::KeptDraft;
use contract::draft::{AddressDraft, Draft, DraftKey, MessageDraft, PhotoDraft};
use contract::id::{AccountId, PersonId};
use contract::policy::Policy;

const DAY: i64 = 86_400;

fn typed(street: &str) -> Draft {
    let mailing = Address { street: street.into(), ..Address::default() };
    Draft::Address(Box::new(AddressDraft { mailing, ..AddressDraft::default() }))
}

impl Scene {
    async fn asked(&self, token: [u8; 32], second: i64, used: Use) -> SessionFile {
        match self.store.bearer(token, at(second), used).await.expect("asked") {
            Bearer::Session(session) => session,
            other => panic!("no session: {other:?}"),
        }
    }

    async fn account_of(&self, person: PersonId) -> AccountId {
        let case = self.store.case_of_person(person).await.expect("asked").expect("there");
        case.person(person).and_then(|file| file.account.clone()).expect("an account").id
    }

    async fn keep(
        &self,
        account: AccountId,
        key: DraftKey,
        draft: Draft,
        seen: Seen,
        second: i64,
    ) -> Stored<()> {
        self.store.keep_draft(NewDraft { account, key, draft, seen, now: at(second) }).await
    }

    async fn kept(&self, account: AccountId, key: DraftKey) -> Option<Draft> {
        self.store.draft(account, key).await.expect("asked").map(|kept| kept.draft)
    }
}

pub(super) async fn sessions_are_extended(scene: Scene) {
    let store = &scene.store;
    let policy = Policy::PROGRAMME;
    let idle = i64::from(policy.session_idle_seconds);
    let token = [5; 32];
    let started = store.start_session(scene.session(token, at(0))).await.expect("started");
    assert_eq!(started.extensions_left, policy.session_extensions);
    let looked = scene.asked(token, idle - 1, Use::Uncounted).await;
    assert_eq!(looked.idle_ends_at, at(idle), "looking is no use");
    let extended = store.extend_session(token, at(idle - 1)).await.expect("extended");
    assert_eq!(extended.idle_ends_at, at(2 * idle - 1));
    assert_eq!(extended.extensions_left, policy.session_extensions - 1);
    assert_eq!(scene.asked(token, idle, Use::Uncounted).await, extended);
    let used = scene.asked(token, idle, Use::Counted).await;
    assert_eq!(used.extensions_left, policy.session_extensions, "a use gives them back");
    assert_eq!(used.idle_ends_at, at(2 * idle));
    for _ in 0..policy.session_extensions {
        store.extend_session(token, at(idle)).await.expect("extended");
    }
    let once_more = store.extend_session(token, at(idle)).await;
    assert_eq!(refused(once_more), Code::SessionCannotBeExtended);
    let ended = store.extend_session(token, at(2 * idle)).await;
    assert_eq!(refused(ended), Code::SignInRequired);
    assert_eq!(refused(store.extend_session([9; 32], at(0)).await), Code::SignInRequired);
}

pub(super) async fn drafts_follow_what_was_seen(scene: Scene) {
    let account = scene.account_of(scene.people[0]).await;
    let key = DraftKey::Address;
    let changed = Code::DraftChangedElsewhere;
    assert_eq!(scene.kept(account, key).await, None);
    let (one, other) = (typed("one"), typed("other"));
    let seen = |draft: &Draft| Seen::Versions(vec![version(draft)]);
    let early = scene.keep(account, key, one.clone(), seen(&one), 0).await;
    assert_eq!(refused(early), changed);
    scene.keep(account, key, one.clone(), Seen::Nothing, 0).await.expect("kept");
    assert_eq!(scene.kept(account, key).await, Some(one.clone()));
    let unseen = scene.keep(account, key, other.clone(), Seen::Nothing, 1).await;
    assert_eq!(refused(unseen), changed);
    scene.keep(account, key, other.clone(), seen(&one), 1).await.expect("kept");
    scene.keep(account, key, other.clone(), seen(&one), 2).await.expect("sent twice");
    assert_eq!(refused(scene.keep(account, key, typed("x"), seen(&one), 2).await), changed);
    assert_eq!(scene.kept(account, key).await, Some(other.clone()));
    assert_eq!(scene.kept(account, DraftKey::Declaration).await, None);
    let unseen = scene.store.discard_draft(account, key, seen(&one)).await;
    assert_eq!(refused(unseen), changed);
    assert_eq!(scene.kept(account, key).await, Some(other.clone()));
    for _ in 0..2 {
        scene.store.discard_draft(account, key, seen(&other)).await.expect("forgotten");
        assert_eq!(scene.kept(account, key).await, None);
    }
}

pub(super) async fn drafts_are_forgotten(scene: Scene) {
    let store = &scene.store;
    let (first, second) = (scene.people[0], scene.people[1]);
    let account = scene.account_of(first).await;
    let key = DraftKey::Address;
    let days = i64::from(Policy::PROGRAMME.draft_days) * DAY;
    scene.keep(account, key, typed("old"), Seen::Nothing, 0).await.expect("kept");
    scene.keep(account, key, typed("new"), Seen::Anything, 10).await.expect("kept");
    store.sweep(at(days + 9)).await.expect("swept");
    assert!(scene.kept(account, key).await.is_some(), "counted from the last change");
    store.sweep(at(days + 10)).await.expect("swept");
    assert_eq!(scene.kept(account, key).await, None);

    scene.up_to_accepted_photos().await;
    // What was said about somebody's photo goes when they sign in for themselves.
    for person in [first, second] {
        let draft = Draft::Photo(PhotoDraft::default());
        let key = DraftKey::Photo { person };
        scene.keep(account, key, draft, Seen::Nothing, 20).await.expect("kept");
    }
    let mut own = scene.account(second);
    own.account = AccountId(id());
    own.username = "BBBB-0000".into();
    store.open_account(own.clone()).await.expect("opened");
    store
        .grant_ticket(own.account, "temporary hash", [6; 32], at(20), at(30))
        .await
        .expect("granted");
    let about = async |person| scene.kept(account, DraftKey::Photo { person }).await.is_some();
    let written = DraftKey::Message { person: second };
    let message = Draft::Message(MessageDraft { text: "Hello".into(), key: None });
    scene.keep(account, written, message.clone(), Seen::Nothing, 21).await.expect("kept");
    let all = store.drafts(account).await.expect("asked");
    let latest = KeptDraft { key: written, draft: message };
    assert_eq!((all.len(), all.first()), (3, Some(&latest)), "the latest first");
    assert_eq!(store.drafts(own.account).await.expect("asked"), [], "nobody else's");
    assert!(about(second).await, "not before the first sign-in");
    let mut password = scene.password([6; 32], at(21));
    password.session = [7; 32];
    store.store_password(password).await.expect("stored");
    assert!(about(first).await && !about(second).await);
    assert_eq!(scene.kept(account, written).await, None, "nor what was written about them");

    scene.keep(own.account, key, typed("theirs"), Seen::Nothing, 60).await.expect("kept");
    for (person, step) in [
        (first, CardStep::Made),
        (second, CardStep::Made),
        (first, CardStep::Mailed),
        (second, CardStep::Mailed),
    ] {
        assert!(about(first).await && scene.kept(own.account, key).await.is_some());
        store.record_card(person, step, id(), at(100)).await.expect("recorded");
    }
    assert!(!about(first).await, "closed");
    assert_eq!(scene.kept(own.account, key).await, None, "for everyone");
    // What a window that was left open still sends does not stay.
    scene.keep(account, key, typed("late"), Seen::Nothing, 101).await.expect("kept");
    store.sweep(at(102)).await.expect("swept");
    assert_eq!(scene.kept(account, key).await, None);
}
