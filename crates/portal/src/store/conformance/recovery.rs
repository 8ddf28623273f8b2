//! Ways back in: what does not fit is done alike and mails nothing; codes work once; an address is
//! changed by a code, or by two officers after a delay.

use super::refused;
use super::scene::{Scene, at, id};
use crate::mail::Notice;
use crate::store::{
    Bearer, Change, Confirmation, NewResetCode, PasswordReset, Reissue, StoreError, Typed, Use,
};
use contract::Code;
use contract::policy::Policy;

const FIRST: &str = "first@example.org";
const NEW: &str = "new@example.org";
const USERNAME: &str = "AAAA-0000";
const HOUR: i64 = 3600;

impl Scene {
    async fn send_code(&self, username: &str, code: &str, second: i64) {
        let (username, code, mail, now) = (username.into(), code.into(), id(), at(second));
        let code = NewResetCode { username, code, mail, now };
        self.store.send_reset_code(code).await.expect("alike");
    }

    async fn reset(&self, username: &str, code: &str, second: i64) -> Typed {
        let (username, code, mail, now) = (username.into(), code.into(), id(), at(second));
        let password_hash = format!("hash of {second}");
        let reset = PasswordReset { username, code, password_hash, mail, now };
        self.store.reset_password(reset).await.expect("judged")
    }

    /// To whom something is due; it counts as delivered after that.
    async fn news_at(&self, second: i64) -> Vec<(String, Notice)> {
        let mut told = Vec::new();
        for due in self.store.due_mails(at(second), 99).await.expect("asked") {
            self.store.mail_delivered(due.id, at(second)).await.expect("marked");
            told.push((due.to, due.notice));
        }
        told
    }

    async fn email_held_at(&self, second: i64) -> String {
        let case = self.store.case_of_person(self.people[0]).await.expect("asked").expect("there");
        case.people[0].confirmed_email_at(at(second)).expect("one").to_owned()
    }
}

pub(super) async fn a_reset_code_works_once_and_ends_everything_else(scene: Scene) {
    let store = &scene.store;
    scene.news_at(0).await;
    scene.send_code("ZZZZ-ZZZZ", "X", 1).await;
    assert_eq!(scene.news_at(1).await, []);
    scene.send_code(USERNAME, "A", 1).await;
    scene.send_code(USERNAME, "B", 2).await;
    let told = scene.news_at(2).await;
    assert_eq!(told.len(), 2);
    assert!(matches!(&told[1].1, Notice::ResetCode { minutes: 30, .. }), "{told:?}");
    assert_eq!(scene.reset("ZZZZ-ZZZZ", "B", 3).await, Typed::Refused);
    assert_eq!(scene.reset(USERNAME, "A", 3).await, Typed::Refused, "the older one is dead");
    let holder = store.reset_holder(USERNAME, "B", at(3)).await.expect("asked");
    assert_eq!(holder.map(|(_, person)| person), Some(scene.people[0]));
    assert!(store.reset_holder(USERNAME, "A", at(3)).await.expect("asked").is_none());
    let session = async || store.bearer([4; 32], at(3), Use::Counted).await.expect("asked");
    assert!(matches!(session().await, Bearer::Session(_)));
    let end = 2 + i64::from(Policy::PROGRAMME.reset_code_seconds);
    assert_eq!(scene.reset(USERNAME, "B", end).await, Typed::Expired);
    assert_eq!(scene.reset(USERNAME, "B", end - 1).await, Typed::Fits);
    assert_eq!(session().await, Bearer::Nobody);
    let file = store.sign_in_file(USERNAME).await.expect("asked").expect("there");
    assert_eq!(file.password_hash, Some(format!("hash of {}", end - 1)));
    assert!(
        matches!(&scene.news_at(end).await[..], [(to, Notice::CredentialChanged { .. })] if to == FIRST)
    );
    assert_eq!(scene.reset(USERNAME, "B", end - 1).await, Typed::Refused);
    scene.send_code(USERNAME, "C", 2 * HOUR).await;
    for _ in 0..Policy::PROGRAMME.reset_code_tries {
        assert_eq!(scene.reset(USERNAME, "X", 2 * HOUR).await, Typed::Refused);
    }
    assert_eq!(scene.reset(USERNAME, "C", 2 * HOUR).await, Typed::Refused, "tried too often");
}

pub(super) async fn wishes_are_limited_and_go_to_confirmed_addresses(scene: Scene) {
    let store = &scene.store;
    let remind = async |email: &str, second: i64| {
        store.remind_usernames(email, id(), at(second)).await.expect("alike");
        scene.news_at(second).await
    };
    assert_eq!(remind(FIRST, 0).await, [], "nobody confirmed it");
    store.open_account(scene.account(scene.people[0])).await.expect("opened");
    scene.news_at(0).await;
    let told = remind("First@Example.org", 1).await;
    let usernames = vec![(USERNAME.to_owned(), "First".to_owned())];
    assert_eq!(told, [(FIRST.to_owned(), Notice::Usernames { usernames })]);
    assert_eq!(remind("nobody@example.org", 1).await, []);
    scene.send_code(USERNAME, "A", 1).await;
    assert_eq!(scene.news_at(1).await, [], "there is no own password to reset");
    let reissue = async |username: &str, second| {
        let reissue = Reissue { mail: id(), ..scene.reissue(username, at(second)) };
        store.reissue_asked(reissue).await.expect("alike");
        scene.news_at(second).await.len()
    };
    assert_eq!(reissue("ZZZZ-ZZZZ", 2).await, 0);
    // One account, one address: two reminders and the try at a code count, too.
    assert_eq!([reissue(USERNAME, 2).await, reissue(USERNAME, 2).await], [1, 1]);
    assert_eq!(reissue(USERNAME, 2).await, 0);
    assert_eq!(remind(FIRST, 3).await, []);
    assert_eq!(reissue(USERNAME, 3 + HOUR).await, 1);
    // Wishes of one internet address are counted, too, and another's are not.
    let most = Policy::PROGRAMME.wishes_per_hour;
    for _ in 0..most {
        store.begin_wish("peer:a", at(3 + HOUR)).await.expect("counted");
    }
    let over = store.begin_wish("peer:a", at(4 + HOUR)).await;
    assert!(matches!(over, Err(StoreError::Wait(3599))), "{over:?}");
    store.begin_wish("peer:b", at(4 + HOUR)).await.expect("counted");
    store.sweep(at(3 + HOUR)).await.expect("swept");
    assert_eq!(reissue(USERNAME, 4 + HOUR).await, 1, "what counts is not swept");
}

pub(super) async fn an_own_address_waits_for_its_code(scene: Scene) {
    let (store, person) = (&scene.store, scene.people[0]);
    let account = store.sign_in_file(USERNAME).await.expect("asked").expect("there").account;
    scene.news_at(0).await;
    let begin = async |email: &str, code: &str, second| {
        let change = Change { account, by: Some([4; 32]), mail: id(), now: at(second) };
        store.begin_email_change(change, email, code.into()).await
    };
    let waiting = async |second| store.new_email(account, at(second)).await.expect("asked");
    assert_eq!(waiting(0).await, None);
    begin("typo@example.org", "111111", 1).await.expect("begun");
    begin(NEW, "222222", 2).await.expect("begun");
    let told = scene.news_at(2).await;
    assert_eq!((told.len(), told[1].0.as_str()), (2, NEW));
    let ends_at = at(2 + 24 * HOUR);
    assert_eq!(waiting(3).await.and_then(|new| new.code_ends_at), Some(ends_at));
    assert_eq!(waiting(2 + 24 * HOUR).await, None);
    scene.send_code(USERNAME, "R", 3).await;
    scene.news_at(3).await;
    let confirm = async |email: &str, code: &str, second| {
        let needed = store.due_on_confirmation(email, code, at(second)).await.expect("asked");
        let mails = (0..needed.mails).map(|_| id()).collect();
        let (email, code, now) = (email.into(), code.into(), at(second));
        let confirmation = Confirmation { email, code, accounts: Vec::new(), mails, now };
        store.confirm(confirmation).await.expect("judged")
    };
    assert_eq!(confirm("typo@example.org", "111111", 4).await, Typed::Refused);
    assert_eq!(scene.email_held_at(4).await, FIRST);
    assert_eq!(confirm(NEW, "222222", 4).await, Typed::Fits);
    assert_eq!(scene.email_held_at(4).await, NEW);
    let told = scene.news_at(4).await;
    assert!(matches!(&told[..], [(to, Notice::EmailChanged { .. })] if to == FIRST), "{told:?}");
    let happened = store.happened(person, at(4)).await.expect("asked");
    assert_eq!(happened.last().expect("something").event.name(), "email_changed");
    assert_eq!(scene.reset(USERNAME, "R", 4).await, Typed::Refused, "mailed to the old address");
    // Importing the same file again finds the household unchanged.
    let household = super::scene::household(1, "E000000001");
    let again = store.import(vec![household], at(5)).await.expect("judged");
    assert_eq!(again, super::Imported::Taken { new: 0, same: 1 });
}

pub(super) async fn officers_change_an_address_in_two_steps(scene: Scene) {
    let (store, person) = (&scene.store, scene.people[0]);
    let account = store.sign_in_file(USERNAME).await.expect("asked").expect("there").account;
    scene.news_at(0).await;
    let approve =
        async |officer: &str, second| store.approve_email(person, officer, id(), at(second)).await;
    assert_eq!(refused(approve("Ben", 0).await), Code::WrongState);
    let same = store.propose_email(person, "FIRST@example.org", "Ada", at(0)).await;
    assert_eq!(refused(same), Code::WrongState, "it holds already");
    store.propose_email(person, NEW, "Ada", at(0)).await.expect("proposed");
    assert_eq!(refused(approve(" ADA ", 0).await), Code::WrongState);
    assert_eq!(scene.news_at(0).await, []);
    let holds_from = approve("Ben", 1).await.expect("approved");
    let delay = i64::from(Policy::PROGRAMME.email_change_delay_hours) * HOUR;
    assert_eq!(holds_from, at(1 + delay));
    let told = scene.news_at(1).await;
    assert!(
        matches!(&told[..], [(to, Notice::EmailWillChange { time, .. })] if to == FIRST && time == "10:00"),
        "{told:?}"
    );
    let waiting = store.email_changes(at(delay)).await.expect("asked");
    assert_eq!(waiting[0].approved, Some(("Ben".to_owned(), holds_from)));
    assert_eq!(
        store.new_email(account, at(2)).await.expect("asked").and_then(|new| new.holds_from),
        Some(holds_from)
    );
    assert_eq!(
        [scene.email_held_at(delay).await, scene.email_held_at(1 + delay).await],
        [FIRST, NEW]
    );
    // It holds by its hour, whether or not anybody swept, and mail goes there.
    assert_eq!(store.email_changes(at(1 + delay)).await.expect("asked"), []);
    store.remind_usernames(FIRST, id(), at(1 + delay)).await.expect("alike");
    assert_eq!(scene.news_at(1 + delay).await, []);
    store.remind_usernames(NEW, id(), at(1 + delay)).await.expect("alike");
    assert_eq!(scene.news_at(1 + delay).await[0].0, NEW);
    assert_eq!(refused(store.refuse_email(person, at(1 + delay)).await), Code::WrongState);

    store.propose_email(person, FIRST, "Ada", at(2 + delay)).await.expect("proposed");
    approve("Ben", 2 + delay).await.expect("approved");
    store.refuse_email(person, at(3 + delay)).await.expect("refused");
    store.sweep(at(9 * delay)).await.expect("swept");
    assert_eq!(scene.email_held_at(9 * delay).await, NEW);
    store.propose_email(person, FIRST, "Ada", at(9 * delay)).await.expect("proposed");
    approve("Ben", 9 * delay).await.expect("approved");
    store.sweep(at(10 * delay)).await.expect("swept");
    let happened = store.happened(person, at(10 * delay)).await.expect("asked");
    let last = happened.last().expect("something");
    assert_eq!((last.event.name(), last.at), ("email_changed", at(10 * delay)));
}

pub(super) async fn a_closed_account_is_nobodys(scene: Scene) {
    let store = &scene.store;
    scene.news_at(0).await;
    scene.send_code(USERNAME, "A", 0).await;
    assert_eq!(refused(store.close_account("ZZZZ-ZZZZ", at(1)).await), Code::NotFound);
    store.close_account(USERNAME, at(1)).await.expect("closed");
    assert_eq!(refused(store.close_account(USERNAME, at(1)).await), Code::WrongState);
    let bearer = store.bearer([4; 32], at(1), Use::Counted).await.expect("asked");
    assert_eq!(bearer, Bearer::Nobody);
    let file = store.sign_in_file(USERNAME).await.expect("asked").expect("there");
    assert_eq!((file.password_hash, file.temporary_hash), (None, None));
    assert_eq!(scene.reset(USERNAME, "A", 1).await, Typed::Refused);
    assert_eq!(
        refused(store.start_session(scene.session([5; 32], at(1))).await),
        Code::SignInRefused
    );
    let case = store.case_of_person(scene.people[0]).await.expect("asked").expect("there");
    let account = case.people[0].account.clone().expect("one");
    assert!(account.closed && account.active, "nobody else acts for its person");
}
