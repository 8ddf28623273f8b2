//! Own passwords, second factors and devices.

use super::refused;
use super::scene::{Scene, at, id};
use crate::mail::{Credential, Notice};
use crate::rules::devices::{Agent, device_key, session_id};
use crate::rules::factor::{SECRET_BYTES, Secret, is_recovery_code};
use crate::secret::{self, Sha};
use crate::store::{
    Bearer, Change, GivenFactor, NewFactorTicket, NewSignIn, Origin, SessionFile, Stored, Use,
};
use contract::Code;
use contract::devices::ClientKind;
use contract::id::AccountId;
use contract::policy::Policy;
use jiff::civil::date;
use totp_rs::Builder;

const SECRET: Secret = [5; SECRET_BYTES];
const DAY: i64 = 86_400;

/// The code of an authenticator app at a moment.
fn code(secret: &Secret, second: i64) -> String {
    let totp = Builder::new().with_secret(secret.to_vec()).build().expect("a secret");
    totp.generate(u64::try_from(at(second).as_second()).expect("a time")).to_string()
}

/// What is kept of a recovery code. To a store it is so many bytes.
fn kept_of(code: &str) -> Sha {
    secret::sha256(code.as_bytes())
}

impl Scene {
    async fn holder(&self) -> AccountId {
        let kept = self.store.kept_passwords("AAAA-0000").await.expect("asked").expect("there");
        kept.account
    }

    fn origin(&self, peer: &str, device: u8, known: bool) -> Origin {
        let agent = Agent::of(ClientKind::Browser, "Windows Firefox/145.0");
        let account_key = "account:AAAA-0000".into();
        Origin { account_key, peer_key: peer.into(), agent, device: [device; 32], known }
    }

    /// Signs in from an address with a device that shows nothing.
    async fn signs_in(&self, token: u8, peer: &str, second: i64) -> Stored<SessionFile> {
        let origin = self.origin(peer, token, false);
        let (account, now) = (self.holder().await, at(second));
        let fitted = Some("own hash".into());
        let sign_in = NewSignIn { account, fitted, origin, token: [token; 32], mail: id(), now };
        self.store.sign_in(sign_in).await
    }

    async fn change(&self, second: i64) -> Change {
        Change { account: self.holder().await, by: Some([4; 32]), mail: id(), now: at(second) }
    }

    /// The last mail that is queued.
    async fn told(&self) -> Notice {
        let due = self.store.due_mails(at(1000 * DAY), 99).await.expect("asked");
        due.last().expect("a mail").notice.clone()
    }

    async fn mails(&self) -> usize {
        self.store.due_mails(at(1000 * DAY), 99).await.expect("asked").len()
    }

    async fn turned_on(&self, second: i64, recovery: Vec<Sha>) {
        let account = self.holder().await;
        self.store.begin_factor(account, SECRET, at(second)).await.expect("begun");
        let change = self.change(second).await;
        let typed = code(&SECRET, second);
        self.store.turn_factor_on(change, &typed, recovery).await.expect("on");
    }

    /// Asks for the second factor with a ticket that ends after ten minutes.
    async fn asked_factor(&self, ticket: u8, second: i64) {
        let ticket = NewFactorTicket {
            account: self.holder().await,
            fitted: "own hash".into(),
            account_key: "account:AAAA-0000".into(),
            peer_key: "somewhere".into(),
            token: [ticket; 32],
            ends_at: at(second + 600),
            now: at(second),
        };
        self.store.ask_factor(ticket).await.expect("asked");
    }

    async fn gives(&self, ticket: u8, code: &str, second: i64) -> Stored<SessionFile> {
        let sign_in = NewSignIn {
            // The ticket says whose it is.
            account: AccountId(id()),
            fitted: None,
            origin: self.origin("home", 9, true),
            token: [ticket + 100; 32],
            mail: id(),
            now: at(second),
        };
        let (code, factor_key) = (code.to_owned(), "factor:AAAA-0000".to_owned());
        let ticket = [ticket; 32];
        let recovery = is_recovery_code(&code).then(|| kept_of(&code));
        let given = GivenFactor { ticket, code, recovery, factor_key, sign_in, code_mail: id() };
        self.store.give_factor(given).await
    }
}

pub(super) async fn a_device_that_signed_in_is_known(scene: Scene) {
    let store = &scene.store;
    let knows = async |username, device: u8, second| {
        store.knows_device(username, [device; 32], at(second)).await.expect("asked")
    };
    assert!(!knows("AAAA-0000", 20, 0).await);
    let session = scene.signs_in(20, "home", 1).await.expect("started");
    assert_eq!(session.username, "AAAA-0000");
    assert!(knows("AAAA-0000", 20, 1).await);
    assert!(!knows("BBBB-0000", 20, 1).await, "by this account only");
    assert!(store.is_device([20; 32], at(1)).await.expect("asked"));
    assert!(!store.is_device([21; 32], at(1)).await.expect("asked"));
    let days = i64::from(Policy::PROGRAMME.known_device_days) * DAY;
    assert!(knows("AAAA-0000", 20, days).await);
    assert!(!knows("AAAA-0000", 20, days + 1).await);
    // What another way started is noted, too, and a device that comes again is known for longer.
    let origin = scene.origin("home", 20, true);
    store.note_device([4; 32], origin, at(50)).await.expect("noted");
    store.sweep(at(days + 2)).await.expect("swept");
    assert!(knows("AAAA-0000", 20, days + 2).await);
    store.sweep(at(days + 50)).await.expect("swept");
    assert!(!store.is_device([20; 32], at(2)).await.expect("asked"), "forgotten");
}

pub(super) async fn a_new_kind_of_device_or_address_is_told(scene: Scene) {
    let before = scene.mails().await;
    scene.signs_in(20, "home", 1).await.expect("started");
    let told = scene.told().await;
    let Notice::NewDevice { name, device, day, time } = told else { panic!("{told:?}") };
    assert_eq!((name.as_str(), device.as_str()), ("First", "Firefox, Windows"));
    assert_eq!((day, time.as_str()), (date(2026, 11, 22), "10:00"));
    scene.signs_in(21, "home", 2).await.expect("started");
    assert_eq!(scene.mails().await, before + 1, "one of its kind is known at the address");
    let mut origin = scene.origin("home", 24, false);
    origin.agent = Agent::of(ClientKind::Browser, "iPhone Safari/605");
    let (account, token) = (scene.holder().await, [24; 32]);
    let other = NewSignIn { account, fitted: None, origin, token, mail: id(), now: at(2) };
    scene.store.sign_in(other).await.expect("started");
    assert_eq!(scene.mails().await, before + 2, "another kind is not");
    let account = scene.holder().await;
    let origin = scene.origin("device:20", 20, true);
    let token = [22; 32];
    let sign_in = NewSignIn { account, fitted: None, origin, token, mail: id(), now: at(3) };
    scene.store.sign_in(sign_in).await.expect("started");
    assert_eq!(scene.mails().await, before + 2, "the device is known");
    scene.signs_in(23, "elsewhere", 4).await.expect("started");
    assert_eq!(scene.mails().await, before + 3);
}

pub(super) async fn a_known_device_never_waits_for_strangers(scene: Scene) {
    let store = &scene.store;
    let key = device_key(&[7; 32]);
    for stranger in 0..40 {
        for _ in 0..5 {
            let peer = format!("stranger {stranger}");
            store.begin_attempt("account:AAAA-0000", &peer, at(0)).await.expect("asked");
        }
    }
    let ask = async |peer: &str, second| {
        store.begin_attempt("account:AAAA-0000", peer, at(second)).await.expect("asked")
    };
    assert_eq!(ask("another stranger", 0).await, Some(30));
    for second in 0..5 {
        assert_eq!(ask(&key, second).await, None, "its own failures count");
    }
    assert_eq!(ask(&key, 5).await, Some(29));
    store.attempt_was_right("account:AAAA-0000", &key).await.expect("noted");
    assert_eq!(ask(&key, 5).await, None);
    store.attempt_was_right("account:AAAA-0000", &key).await.expect("noted");
    assert_eq!(ask("another stranger", 5).await, Some(25), "nobody else's are forgotten");
}

pub(super) async fn a_second_factor_is_asked_for_and_holds_once(scene: Scene) {
    let store = &scene.store;
    let account = scene.holder().await;
    assert!(!store.has_factor(account).await.expect("asked"));
    let wrong = store.turn_factor_on(scene.change(0).await, "123456", Vec::new()).await;
    assert_eq!(refused(wrong), Code::WrongState, "none was begun");
    store.begin_factor(account, [6; SECRET_BYTES], at(0)).await.expect("begun");
    store.begin_factor(account, SECRET, at(0)).await.expect("begun anew");
    let other = code(&[6; SECRET_BYTES], 0);
    let wrong = store.turn_factor_on(scene.change(0).await, &other, Vec::new()).await;
    assert_eq!(refused(wrong), Code::SecondFactorRefused);
    assert!(!store.has_factor(account).await.expect("asked"), "not before the first code");
    let change = scene.change(1).await;
    store.turn_factor_on(change, &code(&SECRET, 1), Vec::new()).await.expect("on");
    assert!(store.has_factor(account).await.expect("asked"));
    let what = Credential::SecondFactorOn;
    assert_eq!(scene.told().await, Notice::CredentialChanged { name: "First".into(), what });
    let card = store.account_card(account).await.expect("asked").expect("there");
    assert_eq!(card.second_factor_since, Some(at(1)));

    scene.asked_factor(30, 2).await;
    let bearer = async |token: u8, second| {
        store.bearer([token; 32], at(second), Use::Counted).await.expect("asked")
    };
    let Bearer::Factor(asked) = bearer(30, 2).await else { panic!("no ticket") };
    assert_eq!((asked.account, asked.username.as_str()), (account, "AAAA-0000"));
    let replayed = scene.gives(30, &code(&SECRET, 1), 2).await;
    assert_eq!(refused(replayed), Code::SecondFactorRefused, "the code that turned it on");
    let next = code(&SECRET, 31);
    let session = scene.gives(30, &next, 31).await.expect("let in");
    assert_eq!(session.account, account);
    assert!(matches!(bearer(130, 31).await, Bearer::Session(_)));
    assert_eq!(bearer(30, 31).await, Bearer::Nobody, "a ticket lets in once");
    scene.asked_factor(31, 32).await;
    assert_eq!(refused(scene.gives(31, &next, 32).await), Code::SecondFactorRefused, "replayed");
    assert_eq!(bearer(31, 632).await, Bearer::Nobody);
    let late = scene.gives(31, &code(&SECRET, 632), 632).await;
    assert_eq!(refused(late), Code::SecondFactorTimedOut);

    scene.asked_factor(32, 640).await;
    store.turn_factor_off(scene.change(641).await).await.expect("off");
    let what = Credential::SecondFactorOff;
    assert_eq!(scene.told().await, Notice::CredentialChanged { name: "First".into(), what });
    assert_eq!(bearer(32, 641).await, Bearer::Nobody, "nothing to be asked for");
    let off = store.turn_factor_off(scene.change(642).await).await;
    assert_eq!(refused(off), Code::WrongState);
}

pub(super) async fn recovery_codes_work_once(scene: Scene) {
    let store = &scene.store;
    let account = scene.holder().await;
    let hash = kept_of;
    let none = store.replace_recovery_codes(scene.change(0).await, vec![hash("A")]).await;
    assert_eq!(refused(none), Code::WrongState);
    scene.turned_on(0, vec![hash("AAAA-AAAA"), hash("BBBB-BBBB")]).await;
    let left = async || {
        let card = store.account_card(account).await.expect("asked").expect("there");
        card.recovery_codes_left
    };
    assert_eq!(left().await, 2);
    scene.asked_factor(40, 1).await;
    let wrong = scene.gives(40, "CCCC-CCCC", 2).await;
    assert_eq!(refused(wrong), Code::SecondFactorRefused);
    let before = scene.mails().await;
    scene.gives(40, "AAAA-AAAA", 2).await.expect("let in");
    assert_eq!((left().await, scene.mails().await), (1, before + 1));
    let what = Credential::RecoveryCodeUsed;
    assert_eq!(scene.told().await, Notice::CredentialChanged { name: "First".into(), what });
    scene.asked_factor(41, 3).await;
    assert_eq!(refused(scene.gives(41, "AAAA-AAAA", 3).await), Code::SecondFactorRefused);
    store
        .replace_recovery_codes(scene.change(4).await, vec![hash("DDDD-DDDD")])
        .await
        .expect("replaced");
    assert_eq!(refused(scene.gives(41, "BBBB-BBBB", 4).await), Code::SecondFactorRefused);
    scene.gives(41, "DDDD-DDDD", 4).await.expect("let in");
    store.drop_factor(scene.change(5).await, "A. Roy", "B. Chan").await.expect("dropped");
    assert!(!store.has_factor(account).await.expect("asked"));
    let again = store.drop_factor(scene.change(6).await, "A. Roy", "B. Chan").await;
    assert_eq!(refused(again), Code::WrongState);
}

pub(super) async fn a_new_password_ends_what_the_old_one_began(scene: Scene) {
    let store = &scene.store;
    let account = scene.holder().await;
    scene.signs_in(50, "home", 1).await.expect("started");
    scene.turned_on(2, Vec::new()).await;
    scene.asked_factor(51, 3).await;
    let runs = async |token: u8| {
        let bearer = store.bearer([token; 32], at(5), Use::Counted).await.expect("asked");
        bearer != Bearer::Nobody
    };
    assert!(runs(4).await && runs(50).await && runs(51).await);
    let by = |token: u8, change: Change| Change { by: Some([token; 32]), ..change };
    store.begin_factor(account, [6; SECRET_BYTES], at(3)).await.expect("begun");
    let change = by(50, scene.change(3).await);
    store.begin_email_change(change, "new@example.org", "111111".into()).await.expect("begun");
    let change = by(50, scene.change(4).await);
    store.change_password(change, "own hash".into(), "new hash".into()).await.expect("changed");
    assert!(runs(50).await, "the one that asks");
    assert!(!runs(4).await && !runs(51).await);
    let kept = store.kept_passwords("AAAA-0000").await.expect("asked").expect("there");
    assert_eq!(kept.password_hash.as_deref(), Some("new hash"));
    assert!(store.has_factor(account).await.expect("asked"), "the second factor stays");
    let what = Credential::Password;
    assert_eq!(scene.told().await, Notice::CredentialChanged { name: "First".into(), what });
    // What was begun by who knew the old one comes to nothing.
    assert_eq!(store.new_email(account, at(5)).await.expect("asked"), None);
    let begun = by(50, scene.change(5).await);
    let begun = store.turn_factor_on(begun, &code(&[6; SECRET_BYTES], 5), Vec::new()).await;
    assert_eq!(refused(begun), Code::WrongState);
    // Nor does the old one, where it was being checked when it was replaced.
    assert_eq!(refused(scene.signs_in(52, "home", 5).await), Code::SignInRefused);
    let ticket = NewFactorTicket {
        account,
        fitted: "own hash".into(),
        account_key: "account:AAAA-0000".into(),
        peer_key: "home".into(),
        token: [53; 32],
        ends_at: at(600),
        now: at(5),
    };
    assert_eq!(refused(store.ask_factor(ticket).await), Code::SignInRefused);
    let change = by(50, scene.change(5).await);
    let twice = store.change_password(change, "own hash".into(), "a third".into()).await;
    assert_eq!(refused(twice), Code::SignInRequired);
}

/// A session that was ended elsewhere while it asked changes nothing any more.
pub(super) async fn what_an_ended_session_asked_for_is_not_done(scene: Scene) {
    let store = &scene.store;
    scene.turned_on(0, Vec::new()).await;
    store.begin_factor(scene.holder().await, SECRET, at(1)).await.expect("begun");
    store.end_session([4; 32]).await.expect("ended");
    let change = async || scene.change(2).await;
    let ended = [
        store.change_password(change().await, "own hash".into(), "new hash".into()).await,
        store.begin_email_change(change().await, "new@example.org", "111111".into()).await,
        store.turn_factor_on(change().await, &code(&SECRET, 2), Vec::new()).await,
        store.turn_factor_off(change().await).await,
        store.replace_recovery_codes(change().await, vec![[1; 32]]).await,
    ];
    for ended in ended {
        assert_eq!(refused(ended), Code::SignInRequired);
    }
    let card = store.account_card(scene.holder().await).await.expect("asked").expect("there");
    assert_eq!(card.second_factor_since, Some(at(0)));
}

pub(super) async fn sessions_are_listed_and_ended_by_name(scene: Scene) {
    let store = &scene.store;
    let account = scene.holder().await;
    scene.signs_in(60, "home", 1).await.expect("started");
    scene.signs_in(61, "home", 2).await.expect("started");
    let listed = async |second| store.sessions_of(account, at(second)).await.expect("asked");
    let files = listed(3).await;
    let ids =
        |files: &[crate::store::DeviceFile]| files.iter().map(|file| file.id).collect::<Vec<_>>();
    let [first, second, third] = [[4; 32], [60; 32], [61; 32]].map(|token| session_id(&token));
    assert_eq!(ids(&files), [third, second, first]);
    let newest = &files[0];
    assert_eq!((newest.client, newest.browser.as_deref()), (ClientKind::Browser, Some("Firefox")));
    assert_eq!((newest.signed_in_at, newest.system.as_deref()), (at(2), Some("Windows")));
    assert_eq!(files[2].client, ClientKind::App, "said of those that never said otherwise");
    store.end_session_of(account, second).await.expect("ended");
    let again = store.end_session_of(account, second).await;
    assert_eq!(refused(again), Code::NotFound);
    let others = store.end_session_of(AccountId(id()), third).await;
    assert_eq!(refused(others), Code::NotFound, "of one's own account only");
    assert_eq!(ids(&listed(4).await), [third, first]);
    store.end_other_sessions(account, [61; 32]).await.expect("ended");
    assert_eq!(ids(&listed(4).await), [third]);
    let idle = i64::from(Policy::PROGRAMME.session_idle_seconds);
    assert!(listed(2 + idle).await.is_empty(), "what has ended is not listed");
}
