//! Two devices, or two adults, that give an address for the same people: what one of them never saw is
//! not written over.

use crate::support::{ADDRESS, TestPortal};
use contract::id::PersonId;
use contract::receipt::Receipt;
use serde_json::{Value, json};

#[tokio::test]
async fn an_address_that_its_sender_never_saw_is_not_written_over() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    let give = async |key: &str, people: &[PersonId], street: &str, seen: &Value| {
        let mut mailing: Value = serde_json::from_str(ADDRESS).unwrap();
        mailing["street"] = json!(street);
        let mut body = json!({"people": people, "mailing": mailing});
        if !seen.is_null() {
            body["instead_of"] = seen.clone();
        }
        let call = portal.post("/addresses", &[]).bearer(&family.token).key(key);
        call.json(&body).send().await
    };
    let there = async |person: usize| {
        let board = portal.board(&family.token).await;
        board.people[person].journey.clone().unwrap().address
    };
    let none = json!([]);
    let seen = |reference: &str| json!([{"person": ids[1], "reference": reference}]);
    let refused = (409, "address_changed_elsewhere");

    // Nothing was given yet, as its sender saw.
    let first = portal.key();
    let one = give(&first, &ids[..2], "1 Elm St", &none).await.granted::<Receipt>(201);
    let given = there(1).await.unwrap();
    assert_eq!((given.reference, given.by), (one.reference.clone(), Some(ids[0])));
    portal.clock.advance(60);
    // Another device, which saw none: refused as a whole, also for those who have none.
    for people in [&ids[1..2], &ids[..3]] {
        let reply = give(&portal.key(), people, "2 Elm St", &none).await;
        assert_eq!(reply, refused);
        assert_eq!(reply.value()["args"]["on"], "2026-11-22");
    }
    assert_eq!(there(2).await, None);
    assert_eq!(there(1).await.unwrap().mailing.street, "1 Elm St");
    // Whoever saw it takes its place, and is then in the way of those who saw the former.
    let two = give(&portal.key(), &ids[1..2], "2 Elm St", &seen(&one.reference)).await;
    let two = two.granted::<Receipt>(201).reference;
    assert_eq!(give(&portal.key(), &ids[1..2], "3 Elm St", &seen(&one.reference)).await, refused);
    // What was seen of one says nothing of another.
    assert_eq!(give(&portal.key(), &ids[..2], "3 Elm St", &seen(&two)).await, refused);
    assert_eq!(there(1).await.unwrap().reference, two);
    // A write that was made gets its receipt, however late its sender asks for it.
    let again = give(&first, &ids[..2], "1 Elm St", &none).await.granted::<Receipt>(201);
    assert_eq!(again.reference, one.reference);
    assert_eq!(there(1).await.unwrap().mailing.street, "2 Elm St", "and stays one write");
    // What was seen is part of the write.
    let other = give(&first, &ids[..2], "1 Elm St", &seen(&two)).await;
    assert_eq!(other, (422, "idempotency_mismatch"));
    // The very same takes nobody's place, and clients that say nothing of it are served as ever.
    assert_eq!(give(&portal.key(), &ids[1..2], "2 Elm St", &none).await.status, 201);
    assert_eq!(give(&portal.key(), &ids[..2], "4 Elm St", &Value::Null).await.status, 201);
    assert_eq!(there(0).await.unwrap().mailing.street, "4 Elm St");
}
