//! The whole line: from the temporary password to the last card.

use crate::support::{TestPortal, picture, pixels};
use contract::board::{CardState, HouseholdState, PhotoState, ProofState, ReturnedPhoto};
use contract::photo::Reason;
use contract::receipt::Receipt;
use contract::steps::{Next, next};
use contract::timeline::{Event, Timeline};
use jiff::civil::date;
use portal::officer;

#[tokio::test]
async fn a_household_goes_from_a_temporary_password_to_its_cards() {
    let portal = TestPortal::start().await;
    let office = portal.office();
    let family = portal.signed_in().await;
    let token = &family.token;
    let ids = family.ids();
    let board = portal.board(token).await;
    assert_eq!(next(&board), Next::Declare(ids.clone()));
    assert_eq!(board.household.state, HouseholdState::Active);
    assert_eq!(board.today, date(2026, 11, 22));

    let receipt: Receipt = portal.declare(token, &ids).await.granted(201);
    assert_eq!(receipt.reference.len(), 14);
    let board = portal.board(token).await;
    assert_eq!(next(&board), Next::GiveAddress(ids.clone()));
    let declared = board.people[3].journey.as_ref().unwrap().declaration.clone();
    let declared = declared.unwrap();
    assert_eq!((declared.at, declared.by.full()), (receipt.at, "Leila Haddad".into()));
    assert_eq!(declared.reference, receipt.reference);

    let given: Receipt = portal.give_address(token, &ids).await.granted(201);
    assert_ne!(given.reference, receipt.reference);
    assert_eq!(next(&portal.board(token).await), Next::AddPhoto(ids[0]));

    for person in &ids {
        officer::proof(office, *person, date(2026, 11, 20)).await.unwrap();
    }
    let board = portal.board(token).await;
    let journey = board.people[0].journey.clone().unwrap();
    assert_eq!(
        journey.proof,
        ProofState::Issued { became_resident_on: date(2026, 11, 20), on: date(2026, 11, 22) }
    );

    // The first photo is returned, the second one accepted.
    let photo = portal.submitted(token, ids[0], 10).await;
    let waiting = officer::photos(office).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].photo), (1, photo));
    officer::return_photo(office, photo, vec![Reason::Blurred], "Not sharp.", "Floue.")
        .await
        .unwrap();
    portal.clock.advance(10);
    let seen = portal.examined(photo).await;
    let board = portal.board(token).await;
    assert_eq!(next(&board), Next::ReplacePhoto(ids[0]));
    let returned = board.people[0].journey.clone().unwrap().photo;
    assert_eq!(
        returned,
        PhotoState::Returned {
            photo,
            on: date(2026, 11, 22),
            reasons: vec![Reason::Blurred],
            note_en: "Not sharp.".into(),
            note_fr: "Floue.".into(),
            earlier: vec![ReturnedPhoto {
                pixels_sha256: pixels(&picture(720, 1008, 10)),
                likeness: seen.likeness,
            }],
        }
    );
    for (shade, person) in (20..).zip(&ids) {
        let photo = portal.submitted(token, *person, shade).await;
        officer::accept(office, photo).await.unwrap();
    }
    portal.clock.advance(10);
    assert_eq!(next(&portal.board(token).await), Next::Wait);

    for person in &ids {
        portal.clock.advance(1);
        officer::card_made(office, *person).await.unwrap();
        portal.clock.advance(1);
        officer::card_mailed(office, *person).await.unwrap();
    }
    let board = portal.board(token).await;
    assert_eq!(next(&board), Next::Finished);
    assert_eq!(board.household.state, HouseholdState::Closed);

    let timeline: Timeline = portal
        .get("/people/{person}/timeline", &[&ids[0].to_string()])
        .bearer(token)
        .send()
        .await
        .granted(200);
    let names: Vec<&str> = timeline.entries.iter().map(|entry| entry.event.name()).collect();
    assert_eq!(
        names,
        [
            "card_mailed",
            "card_made",
            "photo_accepted",
            "photo_submitted",
            "photo_returned",
            "photo_submitted",
            "proof_issued",
            "address_given",
            "presence_declared",
            "first_signed_in",
            "account_opened",
        ]
    );
    let reasons = timeline.entries.iter().find_map(|entry| match &entry.event {
        Event::PhotoReturned { reasons, .. } => Some(reasons.clone()),
        _ => None,
    });
    assert_eq!(reasons, Some(vec![Reason::Blurred]));

    // One account opened, one password stored; then four proofs, one return, four acceptances and
    // two steps of each of four cards.
    let mails = portal.mails(2 + 4 + 1 + 4 + 8).await;
    assert!(mails.iter().all(|mail| mail.to == "leila.haddad@example.org"));

    // A card that comes back opens the household again; mailed again it closes.
    officer::card_undelivered(office, ids[1]).await.unwrap();
    let board = portal.board(token).await;
    assert_eq!(board.household.state, HouseholdState::Active);
    assert!(matches!(
        board.people[1].journey.as_ref().unwrap().card,
        CardState::Undelivered { .. }
    ));
    officer::card_mailed(office, ids[1]).await.unwrap();
    assert_eq!(portal.board(token).await.household.state, HouseholdState::Closed);
}

#[tokio::test]
async fn everything_is_still_there_after_a_restart() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    portal.declare(&family.token, &family.ids()).await.granted::<Receipt>(201);
    let before = portal.board(&family.token).await;
    let folder = portal.stop().await;
    let portal = TestPortal::start_in(folder, |_| {}).await;
    assert_eq!(portal.board(&family.token).await, before);
}
