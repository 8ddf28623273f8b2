//! Paths there and back, and who may see what.

use super::*;

fn person() -> PersonId {
    PersonId::new(1_790_000_000_000, [7; 10])
}

#[test]
fn every_path_leads_back_to_its_page() {
    let p = person();
    for route in [
        Route::Home,
        Route::FirstSignIn,
        Route::OwnPassword,
        Route::SignIn,
        Route::Help,
        Route::Settings,
        Route::NotFound,
        Route::Declaration,
        Route::DeclarationDone,
        Route::Address,
        Route::AddressCheck,
        Route::AddressDone,
        Route::Person(p),
        Route::Timeline(p),
        Route::Card(p),
        Route::Photo(p),
        Route::PhotoGuide(p),
        Route::PhotoFrame(p),
        Route::PhotoCheck(p),
        Route::PhotoDone(p),
        Route::Invitation,
        Route::InvitationAgain,
        Route::InvitationAnswer,
        Route::InvitationCheck,
        Route::InvitationConfirm,
        Route::InvitationOutside,
        Route::ConfirmAddress,
        Route::ForgottenPassword,
        Route::ForgottenPasswordCode,
        Route::ForgottenUsername,
        Route::FirstSignInAgain,
        Route::SecondFactor,
        Route::Account,
        Route::AccountPassword,
        Route::AccountEmail,
        Route::AccountSecondFactor,
        Route::AccountDevices,
        Route::Summary,
        Route::Messages(p),
        Route::OwnAccount(p),
    ]
    .into_iter()
    .chain(Topic::ALL.map(Route::HelpOn))
    {
        assert_eq!(Route::parse(&route.path()), route);
        assert_eq!(Route::parse(&format!("{}/", route.path())), route);
    }
}

#[test]
fn a_path_without_a_page_says_so_instead_of_showing_another() {
    for path in ["/elsewhere", "/people", "/people/nobody", "/help/elsewhere", "/address/more"] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
    let photo = Route::Photo(person()).path();
    assert_eq!(Route::parse(&format!("{photo}/elsewhere")), Route::NotFound);
    assert!(!Route::NotFound.needs_session(), "nobody has to sign in to learn that");
}

#[test]
fn pages_of_a_household_ask_for_a_sign_in() {
    assert_eq!(Route::Address.allowed(false), Route::SignIn);
    assert_eq!(Route::Address.allowed(true), Route::Address);
    assert_eq!(Route::Help.allowed(false), Route::Help);
    assert_eq!(Route::SignIn.allowed(true), Route::Home);
    assert_eq!(Route::Account.allowed(false), Route::SignIn);
    assert_eq!(Route::Messages(person()).allowed(false), Route::SignIn);
}

#[test]
fn whoever_has_no_account_can_answer_and_whoever_lost_the_way_in_can_ask() {
    for route in [
        Route::Invitation,
        Route::InvitationAgain,
        Route::InvitationAnswer,
        Route::ForgottenPassword,
        Route::ForgottenUsername,
        Route::FirstSignInAgain,
        Route::SecondFactor,
    ] {
        assert_eq!(route.allowed(false), route);
        assert_eq!(route.allowed(true), Route::Home);
        assert!(route.is_in_the_other_program() && route.needs_all_words());
    }
    // A new address of an account is confirmed while its holder is signed in.
    assert_eq!(Route::ConfirmAddress.allowed(true), Route::ConfirmAddress);
    assert_eq!(Route::ConfirmAddress.allowed(false), Route::ConfirmAddress);
    // Whoever doubts an email may be signed in or not.
    let genuine = Route::HelpOn(Topic::GenuineEmail);
    assert!(genuine.is_in_the_other_program());
    assert_eq!(genuine.allowed(true), genuine);
    assert_eq!(genuine.allowed(false), genuine);
}

#[test]
fn a_restart_never_lands_on_a_page_that_cannot_go_on() {
    assert_eq!(Route::AddressDone.to_come_back_to(), Route::Home);
    assert_eq!(Route::OwnPassword.to_come_back_to(), Route::FirstSignIn);
    assert_eq!(Route::AddressCheck.to_come_back_to(), Route::AddressCheck);
    assert_eq!(Route::InvitationConfirm.to_come_back_to(), Route::Invitation);
    assert_eq!(Route::SecondFactor.to_come_back_to(), Route::SignIn);
}
