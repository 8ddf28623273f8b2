//! What was typed, turned into requests. The contract's own checks decide; here is only what the
//! boxes on a page add to them.

use crate::view::difference::seen_addresses;
use contract::FieldProblem;
use contract::account::FirstSignIn;
use contract::address::{Address, GiveAddress};
use contract::board::Board;
use contract::draft::{AddressDraft, FirstSignInDraft};
use contract::id::PersonId;
use contract::identity::date_from_parts;
use contract::policy::Policy;
use jiff::civil::Date;

/// A first sign-in from its boxes.
///
/// # Errors
/// Every answer that does not hold, in the order of the page.
pub(crate) fn first_sign_in(
    typed: &FirstSignInDraft,
    temporary_password: &str,
    today: Date,
    policy: &Policy,
) -> Result<FirstSignIn, Vec<FieldProblem>> {
    let born = &typed.date_of_birth;
    let date = date_from_parts(&born.year, &born.month, &born.day);
    let answers = FirstSignIn {
        username: typed.username.clone(),
        temporary_password: temporary_password.to_owned(),
        // Stands in where there is none, so that the other answers are judged all the same.
        date_of_birth: date.unwrap_or(today),
        uci: typed.uci.clone(),
    };
    let checked = answers.check(today, policy);
    let Err(code) = date else {
        return checked;
    };
    let mut problems = checked.err().unwrap_or_default();
    let place =
        problems.iter().position(|problem| problem.field == "uci").unwrap_or(problems.len());
    problems.insert(place, FieldProblem::new("date_of_birth", code));
    Err(problems)
}

/// Who can be given an address here: those acted for whose card is not made.
pub(crate) fn can_have_address(board: &Board) -> Vec<PersonId> {
    board
        .acted_for()
        .filter(|(_, journey)| journey.address.as_ref().is_none_or(|given| given.open))
        .map(|(person, _)| person.id)
        .collect()
}

/// The address page's answers as they are shown: what was typed, else what was given before, else
/// everyone and nothing.
pub(crate) fn address_answers(typed: AddressDraft, board: &Board) -> AddressDraft {
    let mut answers = typed;
    if answers == AddressDraft::default() {
        let given = board.acted_for().find_map(|(_, journey)| {
            let given = journey.address.as_ref()?;
            given.open.then_some(given)
        });
        if let Some(given) = given {
            answers.mailing = given.mailing.clone();
            answers.lives_elsewhere = given.residential.is_some();
            answers.residential = given.residential.clone().unwrap_or_default();
        }
    }
    if answers.instead_of.is_none() {
        answers.instead_of = seen_addresses(board);
    }
    let possible = can_have_address(board);
    let people = answers.people.take().unwrap_or_else(|| possible.clone());
    answers.people = Some(possible.into_iter().filter(|person| people.contains(person)).collect());
    answers
}

/// The request of the address page.
///
/// # Errors
/// Every answer that does not hold, by its path in the request.
pub(crate) fn give_address(
    answers: &AddressDraft,
    policy: &Policy,
) -> Result<GiveAddress, Vec<FieldProblem>> {
    GiveAddress {
        people: answers.people.clone().unwrap_or_default(),
        mailing: answers.mailing.clone(),
        residential: answers.lives_elsewhere.then(|| answers.residential.clone()),
        instead_of: answers.instead_of.clone(),
    }
    .check(policy)
}

/// The parts of an address in the order of the page.
pub(crate) const ADDRESS_FIELDS: [&str; 7] =
    ["care_of", "unit", "street", "more", "municipality", "province", "postal_code"];

/// One part of an address by its field.
pub(crate) fn address_part<'a>(address: &'a mut Address, field: &str) -> &'a mut String {
    match field {
        "care_of" => &mut address.care_of,
        "unit" => &mut address.unit,
        "more" => &mut address.more,
        "municipality" => &mut address.municipality,
        "province" => &mut address.province,
        "postal_code" => &mut address.postal_code,
        _ => &mut address.street,
    }
}

/// Ticks or unticks a person.
pub(crate) fn mark(people: &mut Vec<PersonId>, person: PersonId, ticked: bool) {
    people.retain(|other| *other != person);
    if ticked {
        people.push(person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::household::tests::{board, person_id};
    use contract::Code;
    use contract::address::SeenAddress;
    use contract::board::GivenAddress;
    use contract::draft::TypedDate;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn typed(day: &str, uci: &str) -> FirstSignInDraft {
        FirstSignInDraft {
            username: "k7mp 2xqd".into(),
            date_of_birth: TypedDate { year: "1988".into(), month: "3".into(), day: day.into() },
            uci: uci.into(),
        }
    }

    fn check(draft: &FirstSignInDraft, password: &str) -> Vec<(String, Code)> {
        first_sign_in(draft, password, TODAY, &Policy::PROGRAMME)
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|problem| (problem.field, problem.code))
            .collect()
    }

    #[test]
    fn three_boxes_become_a_day() {
        let answers = first_sign_in(&typed("27", "1234 5678"), " f7Hq ", TODAY, &Policy::PROGRAMME)
            .expect("all answers hold");
        assert_eq!(answers.date_of_birth, date(1988, 3, 27));
        assert_eq!(answers.username, "K7MP-2XQD");
        assert_eq!(answers.temporary_password, "f7Hq");
    }

    #[test]
    fn problems_come_in_the_order_of_the_page() {
        let fields = |found: Vec<(String, Code)>| {
            found.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let mut empty = FirstSignInDraft::default();
        assert_eq!(
            fields(check(&empty, "")),
            ["username", "temporary_password", "date_of_birth", "uci"]
        );
        empty.username = "K7MP-2XQD".into();
        empty.uci = "1234-5678".into();
        assert_eq!(check(&empty, "x"), [("date_of_birth".to_owned(), Code::Required)]);
        assert_eq!(check(&typed("31 ", "12"), "x"), [("uci".to_owned(), Code::UciShape)]);
        assert_eq!(
            check(&typed("32", "1234-5678"), "x"),
            [("date_of_birth".to_owned(), Code::DateNotReal)]
        );
    }

    #[test]
    fn an_untouched_address_page_starts_from_everyone_and_what_was_given() {
        let mut board = board(2);
        let fresh = address_answers(AddressDraft::default(), &board);
        assert_eq!(fresh.people, Some(vec![person_id(0), person_id(1)]));
        assert_eq!(fresh.mailing, Address::default());

        let mailing = Address { street: "12 MAIN ST".into(), ..Address::default() };
        let journey = board.people[0].journey.as_mut().expect("a journey");
        journey.address = Some(GivenAddress {
            mailing: mailing.clone(),
            residential: None,
            on: TODAY,
            open: true,
            reference: "A".into(),
            by: None,
        });
        let again = address_answers(AddressDraft::default(), &board);
        assert_eq!(again.mailing, mailing);
        let seen = SeenAddress { person: person_id(0), reference: "A".into() };
        assert_eq!(again.instead_of, Some(vec![seen]), "as it was when it was begun");

        let typed = AddressDraft { lives_elsewhere: true, ..AddressDraft::default() };
        let kept = address_answers(typed, &board);
        assert_eq!(kept.mailing, Address::default(), "typing goes before");
    }

    #[test]
    fn nobody_whose_card_is_made_is_offered() {
        let mut board = board(2);
        let journey = board.people[0].journey.as_mut().expect("a journey");
        journey.address = Some(GivenAddress {
            mailing: Address::default(),
            residential: None,
            on: TODAY,
            open: false,
            reference: "A".into(),
            by: None,
        });
        let ticked = AddressDraft {
            people: Some(vec![person_id(0), person_id(1)]),
            ..AddressDraft::default()
        };
        assert_eq!(address_answers(ticked, &board).people, Some(vec![person_id(1)]));
    }

    #[test]
    fn elsewhere_counts_only_while_ticked() {
        let mut answers = AddressDraft {
            people: Some(vec![person_id(0)]),
            mailing: Address {
                street: "12 main st".into(),
                municipality: "Ottawa".into(),
                province: "ON".into(),
                postal_code: "k1a0b1".into(),
                ..Address::default()
            },
            ..AddressDraft::default()
        };
        let sent = give_address(&answers, &Policy::PROGRAMME).expect("holds");
        assert_eq!(sent.residential, None);
        assert_eq!(sent.mailing.postal_code, "K1A 0B1");
        answers.lives_elsewhere = true;
        let wrong = give_address(&answers, &Policy::PROGRAMME).expect_err("residential is empty");
        assert_eq!(wrong[0].field, "residential.street");
    }
}
