//! A household from the invitation on: two adults at their own browsers, two children. An address is
//! mistyped, a temporary password lost, a second factor lost, and a stranger hammers a sign-in.

use journeys::authenticator;
use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::stranger::Stranger;
use journeys::visitor::{HOUSEHOLD, Visitor, holds};
use journeys::world::{PRINCIPAL, TemporaryAccess, World};

const LEILA: &str = PRINCIPAL.email;
const WEI: &str = "wei.chen@example.org";
const MISTYPED: &str = "wei.chen@exmaple.org";
const WEI_UCI: &str = "11-2345-6797";
const WEI_PASSWORD: &str = "nine quiet herons over ice";

/// Wrong passwords after which the next one has to wait.
const TRIES: usize = 12;

/// Somebody at their browser, with a portal that is there already.
pub(crate) fn at(world: World, engine: Engine, size: Size, shots: &str) -> Visitor<Browser> {
    let taste = Taste { size, ..Taste::default() };
    let browser = Browser::open(engine, &taste, &world.page("/"));
    Visitor::new(browser, world, contract::Language::English, shots)
}

#[test]
fn two_adults_and_two_children_from_the_invitation_to_two_accounts() {
    let leila = at(World::invited(), Engine::Chromium, Size::PHONE, "invited-leila");
    let wei = at(leila.world.beside(), Engine::Firefox, Size::DESKTOP, "invited-wei");
    opens_the_invitation(&leila);
    answers_with_a_mistyped_address(&leila);
    corrects_the_address(&leila);
    confirms_the_own_address(&leila);
    confirms_elsewhere(&wei);
    signs_in_after_losing_the_temporary_password(&leila);
    leila.window.shows(HOUSEHOLD[1]);
    let username = signs_in_to_an_own_account(&wei);
    no_longer_sees_the_other_account(&leila);
    let codes = turns_on_a_second_factor(&wei);
    wei.presses("sign-out");
    wei.is_at("welcome-heading");
    let stranger = Stranger::hammers(leila.world.address(), &username);
    stranger.is_slowed();
    leila.presses("refresh");
    leila.window.shows(HOUSEHOLD[0]);
    signs_in_with_a_recovery_code(&wei, &username, &codes[3]);
    drop(stranger);
    let stranger = at(leila.world.beside(), Engine::Chromium, Size::PHONE, "invited-stranger");
    is_slowed(&stranger, &username);
    hears_from_an_officer(&leila);
    gives_a_summary_to_an_adviser(&leila);
    let about_leila = leila.world.mailbox().all().into_iter().filter(|mail| mail.to == [LEILA]);
    for mail in about_leila {
        assert!(!mail.body.contains(WEI) && !mail.body.contains(&username), "{}", mail.body);
    }
}

/// Everything readable, and axe-core has nothing to say.
pub(crate) fn is_refused(me: &Visitor<Browser>, id: &str, picture: &str) {
    me.sees(id);
    assert_eq!(me.window.violations(), vec![], "axe-core on {id}");
    me.keeps_a_picture(picture);
}

/// What a script finds on the page, once it finds something.
fn reads(me: &Visitor<Browser>, script: &str) -> String {
    me.window.wait_for(script, || {
        let found = me.window.script(&format!("return ({script}) ?? null"), vec![]);
        found.as_str().map(str::to_owned)
    })
}

fn opens_the_invitation(me: &Visitor<Browser>) {
    me.is_at("welcome-heading");
    me.presses("way-invitation-go");
    me.is_at("open-heading");
    me.window.submit();
    is_refused(me, "error-required--code", "open-empty");
    let code = me.world.mailed(LEILA, "Invitation code:", 0);
    me.types("open-code", &code);
    me.says_who(PRINCIPAL.born, WEI_UCI);
    me.window.submit();
    is_refused(me, "error-invitation-refused", "open-refused");
    assert_eq!(me.finds("open-code"), code, "nothing is typed twice");
    me.types("uci", PRINCIPAL.uci);
    me.window.submit();
    me.is_at("answer-heading");
}

fn answers_with_a_mistyped_address(me: &Visitor<Browser>) {
    me.answers_where_they_are("answer-in-canada-yes");
    me.window.choose_in(HOUSEHOLD[1], &me.about(HOUSEHOLD[1], "answer-own"));
    me.gives_email_of(HOUSEHOLD[1], "wei.chen@");
    me.window.submit();
    me.window.shows(&me.about(HOUSEHOLD[1], "error-email-shape--email-of"));
    me.keeps_a_picture("answer-refused");
    me.gives_email_of(HOUSEHOLD[1], MISTYPED);
    me.window.submit();
    me.is_at("check-heading");
    me.window.shows(MISTYPED);
    me.sees("check-own");
    me.keeps_a_picture("check");
    me.window.submit();
    me.is_at("codes-heading");
}

fn corrects_the_address(me: &Visitor<Browser>) {
    let _ = me.world.mailed(MISTYPED, "Code:", 0);
    me.presses("codes-mistyped-go");
    me.is_at("answer-heading");
    me.gives_email_of(HOUSEHOLD[1], WEI);
    me.window.submit();
    me.is_at("check-heading");
    me.window.shows(WEI);
    me.window.submit();
    me.is_at("codes-heading");
    me.window.shows(WEI);
    assert!(!me.window.text().contains(MISTYPED), "{}", me.window.text());
    assert_eq!(me.world.mails_to(MISTYPED), 1, "nothing but the one code went there");
}

fn confirms_the_own_address(me: &Visitor<Browser>) {
    // The newest: what was answered anew may have been mailed anew.
    let _ = me.world.mailed(WEI, "Code:", 0);
    let code = me.world.newest(LEILA, "Code:");
    let wrong = if code == "123456" { "654321" } else { "123456" };
    me.types_code_of(LEILA, wrong);
    me.window.submit();
    is_refused(me, "error-confirmation-refused", "code-refused");
    me.types_code_of(LEILA, &code);
    me.window.submit();
    me.sees("opened-title");
    me.keeps_a_picture("opened");
}

fn confirms_elsewhere(me: &Visitor<Browser>) {
    me.is_at("welcome-heading");
    me.opens("/confirm");
    me.is_at("confirm-heading");
    me.types("email-address", WEI);
    me.types("codes-code", &me.world.newest(WEI, "Code:"));
    me.window.submit();
    me.is_at("confirm-done-heading");
    me.keeps_a_picture("confirmed");
}

fn signs_in_after_losing_the_temporary_password(me: &Visitor<Browser>) {
    let lost = me.world.temporary_access_of(LEILA, 0);
    me.opens("/first-sign-in");
    me.is_at("first-heading");
    me.presses("way-out-first-again");
    me.is_at("temporary-again-heading");
    me.presses("forgotten-username-go");
    me.is_at("forgotten-username-heading");
    me.types("email-address", LEILA);
    me.window.submit();
    me.window.shows(&me.text_with("forgotten-username-sent", &[("email", LEILA.into())]));
    let username = me.world.mailed(LEILA, "Username of Leila:", 0);
    assert_eq!(username, lost.username);
    me.opens("/first-sign-in/again");
    me.is_at("temporary-again-heading");
    me.types("username", &username);
    me.window.submit();
    me.is_at("again-sent-heading");
    let access = me.world.temporary_access_of(LEILA, 1);
    me.presses("way-temporary-go");
    me.is_at("first-heading");
    me.fills_first_sign_in(&lost);
    me.window.submit();
    is_refused(me, "error-first-sign-in-refused", "lost-refused");
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.stores_a_password();
    me.keeps_a_picture("household");
}

fn signs_in_to_an_own_account(me: &Visitor<Browser>) -> String {
    let TemporaryAccess { username, password } = me.world.temporary_access_of(WEI, 0);
    me.opens("/first-sign-in");
    me.is_at("first-heading");
    me.types("username", &username);
    me.types("temporary-password", &password);
    me.says_who(("3", "11", "1986"), WEI_UCI);
    me.window.submit();
    me.is_at("own-password-heading");
    me.types("own-password", "password password");
    me.sees("strength-easy");
    me.keeps_a_picture("weak-password");
    me.types("own-password", WEI_PASSWORD);
    me.sees("strength-hard");
    me.window.submit();
    me.is_at("household-heading");
    me.window.shows(&me.about(HOUSEHOLD[0], "other-account"));
    me.keeps_a_picture("own-household");
    username
}

fn no_longer_sees_the_other_account(me: &Visitor<Browser>) {
    me.waits_until_it_shows(&me.about(HOUSEHOLD[1], "own-account"));
    me.keeps_a_picture("household-without-wei");
    me.presses("account");
    me.is_at("account-heading");
    me.window.shows(&me.about(HOUSEHOLD[1], "own-account-in-effect"));
    assert!(!me.window.text().contains(WEI), "no address of the other account");
    me.opens("/");
    me.is_at("household-heading");
}

fn turns_on_a_second_factor(me: &Visitor<Browser>) -> Vec<String> {
    me.presses("account");
    me.is_at("account-heading");
    me.opens("/account/second-factor");
    me.is_at("second-factor-heading");
    me.types("password-yours", "not the right password");
    me.window.submit();
    is_refused(me, "error-password-wrong", "factor-password-wrong");
    me.types("password-yours", WEI_PASSWORD);
    me.window.submit();
    me.is_at("second-factor-scan-heading");
    me.keeps_a_picture("factor-secret");
    let shown = reads(me, "document.querySelector('p.code')?.textContent");
    me.types("second-factor-code", &authenticator::code(&shown));
    me.window.submit();
    me.is_at("recovery-codes-heading");
    me.keeps_a_picture("recovery-codes");
    let all = "[...document.querySelectorAll('li.code')].map(each => each.textContent).join()";
    let codes: Vec<String> = reads(me, all).split(',').map(str::to_owned).collect();
    assert_eq!(codes.len(), 10);
    me.window.submit();
    is_refused(me, "error-summary-title", "recovery-codes-not-kept");
    me.window.choose(&me.text("recovery-codes-kept-yes"));
    me.window.submit();
    me.is_at("account-heading");
    codes
}

/// Wrong until it is slowed, and then told so in words.
fn is_slowed(me: &Visitor<Browser>, username: &str) {
    me.opens("/sign-in");
    me.is_at("sign-in-heading");
    me.types("username", username);
    // “Wait …, then try again.”
    let sentence = me.text_with("error-too-many-attempts", &[("wait", "|".into())]);
    let then = sentence.split('|').next_back().unwrap().trim().to_owned();
    for _ in 0..TRIES {
        me.types("password", "nobody knows what it is");
        me.window.submit();
        me.sees("error-summary-title");
        if holds(&me.window.text(), &then) {
            break;
        }
    }
    me.window.shows(&then);
    assert_eq!(me.window.violations(), vec![], "axe-core on the wait");
    me.keeps_a_picture("slowed");
}

fn signs_in_with_a_recovery_code(me: &Visitor<Browser>, username: &str, code: &str) {
    me.presses("way-own-go");
    me.is_at("sign-in-heading");
    me.types("username", username);
    me.types("password", WEI_PASSWORD);
    me.window.submit();
    me.is_at("factor-heading");
    me.types("factor-code", "ABCD-EFGH");
    me.window.submit();
    me.sees("error-summary-title");
    me.keeps_a_picture("factor-refused");
    me.types("factor-code", code);
    me.window.submit();
    me.is_at("household-heading");
    me.presses("account");
    me.window.shows(&me.text_with("recovery-codes-left", &[("count", 9.into())]));
    me.keeps_a_picture("account-nine-left");
}

fn hears_from_an_officer(me: &Visitor<Browser>) {
    let link = "[...document.querySelectorAll('a')].find(it => it.textContent.includes('Mei'))";
    let child = reads(me, &format!("{link}?.pathname")).replace("/people/", "");
    let words = "Which of the two dates on the scan is right?";
    me.world.officer(&["message", &child, words]);
    me.waits_until_it_shows(&me.text_with("messages-unread", &[("count", 1.into())]));
    me.keeps_a_picture("unread");
    me.opens(&format!("/people/{child}/messages"));
    me.window.shows(words);
    me.types("message-label", "The later one. <b>Thank you</b>");
    me.window.submit();
    me.sees("message-sent");
    me.window.shows("<b>Thank you</b>");
    me.keeps_a_picture("answered");
    let waiting = me.world.officer(&["messages", PRINCIPAL.application]);
    assert!(waiting.contains("The later one."), "{waiting}");
    let mail = me.world.mailbox().all().into_iter().any(|mail| mail.body.contains(words));
    assert!(!mail, "what an officer wrote is in no mail");
    me.opens("/");
    me.is_at("household-heading");
    let unread = me.text_with("messages-unread", &[("count", 1.into())]);
    assert!(!holds(&me.window.text(), &unread), "it was read");
}

fn gives_a_summary_to_an_adviser(me: &Visitor<Browser>) {
    me.opens("/summary");
    me.is_at("summary-heading");
    let sheet = reads(me, "document.querySelector('.sheet')?.innerText");
    assert!(sheet.contains("Leila") && sheet.contains("Mei"), "{sheet}");
    for never in ["Haddad", "Chen", PRINCIPAL.application, PRINCIPAL.uci, "example.org"] {
        assert!(!sheet.contains(never), "{never} in\n{sheet}");
    }
    me.keeps_a_picture("summary");
}
