//! Invitations: codes die and tickets end; an answer is kept, confirmed and followed by accounts.

use super::refused;
use super::scene::{Scene, at, id};
use crate::case::TreatedAs;
use crate::mail::Notice;
use crate::store::{
    Bearer, Confirmation, NewAnswer, NewCode, NewInvitation, NewOwnAccount, Prepared, StoreError,
    Stored, Typed, Use,
};
use contract::Code;
use contract::board::HouseholdState;
use contract::devices::OwnAccount;
use contract::id::{AccountId, PersonId};
use contract::invitation::{AnswerInvitation, AnsweredPerson, Invitation, OpenInvitation};
use contract::policy::Policy;
use jiff::civil::date;

const FIRST: &str = "first@example.org";
const SECOND: &str = "second@example.org";
const APPLICATION: &str = "E000000001";

fn prepared(username: &str) -> Prepared {
    Prepared {
        account: AccountId(id()),
        username: username.into(),
        temporary_password: "temporary".into(),
        temporary_hash: "temporary hash".into(),
        mail: id(),
    }
}

impl Scene {
    async fn invite(&self, code: &str, second: i64) -> Stored<()> {
        let invitation = NewInvitation { code: code.into(), mail: id(), now: at(second) };
        self.store.invite(APPLICATION, invitation).await
    }

    /// Whether that code is the one of the household's invitation.
    async fn is_code(&self, code: &str) -> bool {
        let date_of_birth = date(1990, 1, 1);
        let opened = OpenInvitation { code: code.into(), date_of_birth, uci: "0001-0001".into() };
        let found = self.store.invited(&opened).await.expect("asked").expect("a household");
        found.1
    }

    fn answers(&self, emails: [Option<&str>; 2]) -> AnswerInvitation {
        let answered = |(place, email): (usize, Option<&str>)| AnsweredPerson {
            person: self.people[place],
            email: email.map(str::to_owned),
            own_account: place == 1 && email.is_some(),
        };
        let people = emails.into_iter().enumerate().map(answered).collect();
        AnswerInvitation { in_canada: true, people }
    }

    async fn answer(
        &self,
        answer: AnswerInvitation,
        codes: [&str; 2],
        second: i64,
    ) -> Stored<Invitation> {
        let code = |code: &str| NewCode { code: code.into(), mail: id() };
        let codes = codes.into_iter().map(code).collect();
        let (principal, now) = (self.people[0], at(second));
        let answer = NewAnswer { principal, answer, codes, accounts: Vec::new(), now };
        self.store.answer(answer).await
    }

    async fn confirm(
        &self,
        email: &str,
        code: &str,
        accounts: &[&str],
        second: i64,
    ) -> Stored<Typed> {
        let accounts = accounts.iter().map(|username| prepared(username)).collect();
        let mails = vec![id(), id()];
        let (email, code, now) = (email.into(), code.into(), at(second));
        self.store.confirm(Confirmation { email, code, accounts, mails, now }).await
    }

    async fn state(&self) -> HouseholdState {
        let case = self.store.case_of_person(self.people[0]).await.expect("asked");
        case.expect("there").state
    }

    /// Everything that is due, as recipient and kind; it counts as delivered after that.
    async fn mailed(&self, second: i64) -> Vec<(String, &'static str)> {
        let mut mailed = Vec::new();
        for due in self.store.due_mails(at(second), 99).await.expect("asked") {
            let kind = match due.notice {
                Notice::Invited { .. } => "invited",
                Notice::ConfirmAddress { .. } => "confirm",
                Notice::AccountOpened(_) => "opened",
                _ => "other",
            };
            mailed.push((due.to, kind));
            self.store.mail_delivered(due.id, at(second)).await.expect("marked");
        }
        mailed.sort();
        mailed
    }

    async fn ask_own(
        &self,
        person: PersonId,
        email: &str,
        account: Option<Prepared>,
        second: i64,
    ) -> Stored<()> {
        let code = NewCode { code: "777777".into(), mail: id() };
        let (by, email, now) = (self.people[0], email.into(), at(second));
        self.store.ask_own_account(NewOwnAccount { by, person, email, code, account, now }).await
    }
}

fn to(address: &str, kind: &'static str) -> (String, &'static str) {
    (address.to_owned(), kind)
}

pub(super) async fn a_new_code_ends_the_older_one_and_what_it_opened(scene: Scene) {
    let (store, principal) = (&scene.store, scene.people[0]);
    assert!(!scene.is_code("A").await);
    scene.invite("A", 0).await.expect("invited");
    assert_eq!(scene.state().await, HouseholdState::Invited);
    let case = store.case_of_application(APPLICATION).await.expect("asked").expect("there");
    let invitation = case.invitation.expect("sent");
    assert_eq!((invitation.last_day, invitation.in_canada), (date(2027, 1, 21), None));
    store.grant_answering(principal, [1; 32], at(0), at(10)).await.expect("granted");
    let is_answering = async |second| {
        let bearer = store.bearer([1; 32], at(second), Use::Counted).await.expect("asked");
        matches!(bearer, Bearer::Answering(file) if file.principal == principal)
    };
    assert!(is_answering(9).await);
    assert!(!is_answering(10).await, "it has ended");
    scene.invite("B", 5).await.expect("invited");
    assert!(!is_answering(6).await, "the code it was opened with is dead");
    assert!(!scene.is_code("A").await && scene.is_code("B").await);
    assert_eq!(scene.mailed(9).await, [to(FIRST, "invited"), to(FIRST, "invited")]);
    let happened = store.happened(scene.people[1], at(9)).await.expect("asked");
    assert_eq!(happened.len(), 1, "it is told once");
    assert_eq!(refused(store.invite("E000000009", invited("C")).await), Code::NotFound);
}

fn invited(code: &str) -> NewInvitation {
    NewInvitation { code: code.into(), mail: id(), now: at(0) }
}

pub(super) async fn who_is_not_invited_is_mailed_nothing(scene: Scene) {
    let store = &scene.store;
    let again = async |uci: &str, born, second: i64| {
        let invitation = NewInvitation { now: at(second), ..invited("again") };
        store.invite_again(uci, born, invitation).await.expect("alike");
        scene.mailed(second).await.len()
    };
    let born = date(1990, 1, 1);
    assert_eq!(again("0001-0001", born, 0).await, 0, "nobody invited them");
    scene.invite("A", 1).await.expect("invited");
    scene.mailed(1).await;
    assert_eq!(again("0001-0001", date(1990, 1, 2), 1).await, 0);
    assert_eq!(again("0001-0002", born, 1).await, 0, "a member");
    assert_eq!(again("9999-9999", born, 1).await, 0, "nobody");
    let most = usize::from(Policy::PROGRAMME.mails_per_hour);
    for _ in 2..most {
        assert_eq!(again("0001-0001", born, 2).await, 1);
    }
    assert_eq!(again("0001-0001", born, 3).await, 0, "too many within the hour");
    assert_eq!(again("0001-0001", born, 3600).await, 1, "the first one is an hour ago");
}

pub(super) async fn addresses_are_confirmed_and_accounts_follow(scene: Scene) {
    let store = &scene.store;
    scene.invite("A", 0).await.expect("invited");
    let nobody = AnswerInvitation { people: Vec::new(), ..scene.answers([None, None]) };
    assert_eq!(refused(scene.answer(nobody, ["1"; 2], 0).await), Code::AnswerIncomplete);
    let answers = scene.answers([Some(FIRST), Some(SECOND)]);
    let shown = scene.answer(answers.clone(), ["111111", "222222"], 1).await.expect("kept");
    assert_eq!(shown.state, HouseholdState::Answered);
    assert_eq!(shown.addresses[1].code_ends_at, Some(at(1 + 24 * 3600)));
    let mailed = scene.mailed(1).await;
    assert_eq!(mailed, [to(FIRST, "confirm"), to(FIRST, "invited"), to(SECOND, "confirm")]);
    // The same answer mails nothing; a new code takes the old one's place.
    scene.answer(answers.clone(), ["333333", "444444"], 2).await.expect("kept");
    assert_eq!(scene.mailed(2).await, []);
    let code = NewCode { code: "555555".into(), mail: id() };
    store.send_confirmation(scene.people[0], SECOND, code.clone(), at(3)).await.expect("mailed");
    let nowhere = store.send_confirmation(scene.people[0], "x@example.org", code, at(3)).await;
    assert_eq!(refused(nowhere), Code::NotFound);
    assert_eq!(scene.mailed(3).await, [to(SECOND, "confirm")]);
    let typed = async |email: &str, code: &str, accounts: &[&str], second| {
        scene.confirm(email, code, accounts, second).await.expect("judged")
    };
    assert_eq!(typed(SECOND, "222222", &[], 4).await, Typed::Refused);
    assert_eq!(typed("x@example.org", "222222", &[], 4).await, Typed::Refused);
    let shown = store.invitation(scene.people[0], at(4)).await.expect("asked");
    let tries: Vec<u8> = shown.addresses.iter().map(|address| address.tries_left).collect();
    assert_eq!(tries, [10, 9], "counted");
    assert_eq!(typed("Second@Example.org", "555555", &[], 4).await, Typed::Fits);
    assert_eq!(typed(SECOND, "555555", &[], 4).await, Typed::Refused, "consumed");
    assert_eq!(typed(FIRST, "111111", &[], 1 + 24 * 3600).await, Typed::Expired);

    let needed = async |code: &str| {
        store.due_on_confirmation(FIRST, code, at(5)).await.expect("asked").accounts
    };
    assert_eq!([needed("111111").await, needed("999999").await], [2, 0]);
    let too_few = scene.confirm(FIRST, "111111", &["AAAA-0001"], 5).await;
    assert!(matches!(too_few, Err(StoreError::Busy)), "{too_few:?}");
    assert_eq!(scene.state().await, HouseholdState::Answered, "nothing of it is kept");
    assert_eq!(scene.mailed(5).await, []);
    assert_eq!(typed(FIRST, "111111", &["AAAA-0001", "AAAA-0002"], 5).await, Typed::Fits);
    assert_eq!(scene.state().await, HouseholdState::Active);
    assert_eq!(scene.mailed(5).await, [to(FIRST, "opened"), to(SECOND, "opened")]);
    let first = store.sign_in_file("AAAA-0001").await.expect("asked").expect("there");
    assert_eq!(first.person, scene.people[0], "the principal's comes first");
    let late = scene.answer(answers, ["1"; 2], 6).await;
    assert_eq!(refused(late), Code::InvitationAnswered);
}

pub(super) async fn nothing_is_kept_of_who_waits_outside(scene: Scene) {
    let store = &scene.store;
    scene.invite("A", 0).await.expect("invited");
    let answers = scene.answers([Some(FIRST), Some(SECOND)]);
    scene.answer(answers.clone(), ["111111", "222222"], 1).await.expect("kept");
    scene.confirm(SECOND, "222222", &[], 1).await.expect("confirmed");
    let outside = AnswerInvitation { in_canada: false, people: Vec::new() };
    let shown = scene.answer(outside, ["1"; 2], 2).await.expect("kept");
    assert_eq!((shown.state, shown.addresses), (HouseholdState::WaitingOutside, vec![]));
    let case = store.case_of_person(scene.people[1]).await.expect("asked").expect("there");
    let second = &case.people[1];
    assert_eq!((&second.email, second.contact.confirmed), (&None, false));
    assert_eq!(scene.confirm(FIRST, "111111", &[], 2).await.expect("judged"), Typed::Refused);
    // An address that somebody else of the household confirmed is the principal's at once.
    scene.answer(answers, ["333333", "444444"], 3).await.expect("kept");
    scene.confirm(SECOND, "444444", &[], 3).await.expect("confirmed");
    let shared = scene.answers([Some(SECOND), Some(SECOND)]);
    let due = store.due_on_answer(scene.people[0], &shared, at(4)).await.expect("asked");
    assert_eq!(due, 2);
    let (principal, now) = (scene.people[0], at(4));
    let accounts = vec![prepared("AAAA-0001"), prepared("AAAA-0002")];
    let answer = NewAnswer { principal, answer: shared, codes: Vec::new(), accounts, now };
    assert_eq!(store.answer(answer).await.expect("kept").state, HouseholdState::Active);
}

pub(super) async fn mails_to_one_address_are_limited(scene: Scene) {
    scene.invite("A", 0).await.expect("invited");
    scene.answer(scene.answers([Some(FIRST), None]), ["1", "2"], 0).await.expect("kept");
    let send = async |second| {
        let code = NewCode { code: "3".into(), mail: id() };
        scene.store.send_confirmation(scene.people[0], FIRST, code, at(second)).await
    };
    for second in 1..5 {
        send(second).await.expect("mailed");
    }
    let waits = send(10).await;
    assert!(matches!(waits, Err(StoreError::Wait(3590))), "{waits:?}");
    // Another address has room, until the household as a whole has none.
    for number in 0..5 {
        let other = format!("{number}@example.org");
        let answers = scene.answers([Some(&other), None]);
        scene.answer(answers, ["4", "5"], 10).await.expect("kept");
    }
    let waits = scene.answer(scene.answers([Some("z@example.org"), None]), ["4", "5"], 10).await;
    assert!(matches!(waits, Err(StoreError::Wait(3590))), "{waits:?}");
    let shown = scene.store.invitation(scene.people[0], at(10)).await.expect("asked");
    assert_eq!(shown.people[0].email.as_deref(), Some("4@example.org"), "nothing of it is kept");
    send(3600).await.expect_err("it is no longer answered with");
}

pub(super) async fn own_accounts_are_asked_for_later(scene: Scene) {
    let (store, second) = (&scene.store, scene.people[1]);
    let states = async || {
        let states = store.own_account_states(scene.people[0]).await.expect("asked");
        states.iter().map(|state| (state.person, state.state)).collect::<Vec<_>>()
    };
    assert_eq!(states().await, [(second, OwnAccount::None)]);
    store.treat_as(second, TreatedAs::Minor).await.expect("decided");
    assert_eq!(states().await, []);
    assert_eq!(refused(scene.ask_own(second, SECOND, None, 1).await), Code::OwnAccountNotPossible);
    store.treat_as(second, TreatedAs::Adult).await.expect("decided");
    scene.mailed(1).await;
    scene.ask_own(second, SECOND, None, 1).await.expect("asked");
    assert_eq!(scene.mailed(1).await, [to(SECOND, "confirm")]);
    assert_eq!(states().await, [(second, OwnAccount::Confirming)]);
    // The principal's own address, which they may share, needs no code.
    let due = async |email: &str| {
        store.own_account_is_due(scene.people[0], second, email, at(2)).await.expect("asked")
    };
    assert_eq!([due(FIRST).await, due(SECOND).await], [true, false]);
    let unprepared = scene.ask_own(second, FIRST, None, 2).await;
    assert!(matches!(unprepared, Err(StoreError::Busy)), "{unprepared:?}");
    let typed = scene.confirm(SECOND, "777777", &["AAAA-0002"], 3).await.expect("judged");
    assert_eq!((typed, scene.mailed(3).await), (Typed::Fits, vec![to(SECOND, "opened")]));
    assert_eq!(states().await, [(second, OwnAccount::Opened)]);
    assert_eq!(store.own_account_states(second).await.expect("asked"), []);
    let twice = scene.ask_own(second, SECOND, Some(prepared("AAAA-0003")), 4).await;
    assert_eq!(refused(twice), Code::OwnAccountNotPossible);
    for person in scene.people.clone() {
        assert_eq!(refused(store.treat_as(person, TreatedAs::Minor).await), Code::WrongState);
    }
}
