//! A household of four: two adults, one of whom may have an own account, and two children.

use super::*;
use contract::board::Name;
use jiff::Timestamp;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 23);

fn person_id(number: u8) -> PersonId {
    PersonId::new(1_790_000_000_000, [number; 10])
}

fn invited(number: u8, given: &str, relationship: Relationship, minor: bool) -> InvitedPerson {
    InvitedPerson {
        id: person_id(number),
        name: Name { given: given.into(), family: "Haddad".into() },
        relationship,
        minor,
        email: (number < 2).then(|| format!("person{number}@example.org")),
        own_account: false,
    }
}

fn invitation(state: HouseholdState) -> Invitation {
    let address = |email: &str, people: &[u8], confirmed| AnsweredAddress {
        email: email.into(),
        people: people.iter().map(|number| person_id(*number)).collect(),
        confirmed,
        code_ends_at: Some(Timestamp::UNIX_EPOCH),
        tries_left: 10,
    };
    Invitation {
        state,
        last_day: date(2027, 1, 22),
        people: vec![
            invited(0, "Leila", Relationship::Principal, false),
            invited(1, "Wei", Relationship::Spouse, false),
            invited(2, "Mei", Relationship::Child, true),
            invited(3, "Li", Relationship::Child, true),
        ],
        addresses: vec![
            address("leila@example.org", &[0, 2], false),
            address("wei@example.org", &[1], false),
        ],
    }
}

fn fields(problems: &[FieldProblem]) -> Vec<(&str, Code)> {
    problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect()
}

#[test]
fn what_opens_an_invitation_is_asked_for_in_the_order_of_the_page() {
    let mut typed = InvitationDraft::default();
    let wrong = open(&typed, "", TODAY, &Policy::PROGRAMME).unwrap_err();
    let required = Code::Required;
    assert_eq!(
        fields(&wrong),
        [("code", required), ("date_of_birth", required), ("uci", required)]
    );
    typed.date_of_birth = TypedDate { year: "1988".into(), month: "3".into(), day: "27".into() };
    typed.uci = "1234 5678".into();
    let opened = open(&typed, "k7mp 2xqd 9rtw", TODAY, &Policy::PROGRAMME).unwrap();
    assert_eq!(opened.code, "K7MP-2XQD-9RTW");
    assert_eq!((opened.date_of_birth, opened.uci.as_str()), (date(1988, 3, 27), "1234-5678"));
    let again = send_again(&typed, TODAY, &Policy::PROGRAMME).unwrap();
    assert_eq!(again.uci, "1234-5678");
    typed.date_of_birth.day = "31 4".into();
    let wrong = send_again(&typed, TODAY, &Policy::PROGRAMME).unwrap_err();
    assert_eq!(fields(&wrong), [("date_of_birth", Code::DateNotReal)]);
}

#[test]
fn the_page_starts_from_what_the_portal_knows_and_typing_goes_before() {
    let invited = invitation(HouseholdState::Invited);
    let fresh = shown(&InvitationDraft::default(), &invited);
    assert_eq!(fresh.in_canada, None, "that is asked anew");
    let emails: Vec<_> = fresh.people.iter().map(|person| person.email.as_str()).collect();
    assert_eq!(emails, ["person0@example.org", "person1@example.org", "", ""]);
    let answered = invitation(HouseholdState::Answered);
    assert_eq!(shown(&InvitationDraft::default(), &answered).in_canada, Some(true));
    let outside = invitation(HouseholdState::WaitingOutside);
    assert_eq!(shown(&InvitationDraft::default(), &outside).in_canada, None);

    let typed = InvitationDraft {
        people: vec![
            InvitedPersonDraft { person: person_id(1), email: "w@x.ca".into(), own_account: true },
            InvitedPersonDraft { person: person_id(2), email: String::new(), own_account: true },
            InvitedPersonDraft { person: person_id(9), email: "other".into(), own_account: true },
        ],
        ..InvitationDraft::default()
    };
    let mixed = shown(&typed, &invited);
    assert_eq!(mixed.people.len(), 4, "nobody of another household");
    assert_eq!(mixed.people[1].email, "w@x.ca");
    assert!(mixed.people[1].own_account);
    assert!(!mixed.people[2].own_account, "never for a minor");
}

#[test]
fn own_accounts_are_for_other_adults() {
    let invited = invitation(HouseholdState::Invited);
    let can: Vec<bool> =
        invited.people.iter().map(|person| can_have_own(&invited, person)).collect();
    assert_eq!(can, [false, true, false, false]);
}

#[test]
fn an_address_that_is_missing_is_asked_for_by_the_name_of_its_person() {
    let invited = invitation(HouseholdState::Invited);
    let mut typed = shown(&InvitationDraft::default(), &invited);
    assert_eq!(fields(&answer(&typed, &invited).unwrap_err()), [(IN_CANADA, Code::Required)]);
    typed.in_canada = Some(true);
    typed.people[0].email = "leila@example".into();
    typed.people[1].email = " ".into();
    typed.people[1].own_account = true;
    let wrong = answer(&typed, &invited).unwrap_err();
    let (first, second) = (email_field(person_id(0)), email_field(person_id(1)));
    assert_eq!(
        fields(&wrong),
        [(first.as_str(), Code::EmailShape), (second.as_str(), Code::Required)]
    );
    let named = FieldProblem::new(first, Code::EmailShape).with("name", "Leila");
    assert_eq!(wrong[0], named);

    typed.in_canada = Some(false);
    let outside = answer(&typed, &invited).unwrap();
    assert!(outside.people.is_empty(), "nothing else is sent from outside");
}

#[test]
fn what_the_portal_refuses_lands_in_the_box_that_it_is_about() {
    let invited = invitation(HouseholdState::Invited);
    let field = format!("email/{}", person_id(1));
    let refused = Problem::from(vec![
        FieldProblem::new(field, Code::EmailShape),
        FieldProblem::new("email/somebody", Code::EmailShape),
    ]);
    let shown = refusal_of_the_page(refused, &invited);
    assert_eq!(shown.fields[0].field, email_field(person_id(1)));
    assert_eq!(shown.fields[1].field, "email/somebody");
}

#[test]
fn only_codes_that_were_typed_are_sent() {
    let mut answered = invitation(HouseholdState::Answered);
    let none = codes(&answered.addresses, &[String::new(), " ".into()]).unwrap_err();
    assert_eq!(fields(&none), [("0.code", Code::Required)]);
    let second = codes(&answered.addresses, &[String::new(), "012 345".into()]).unwrap();
    assert_eq!(second.len(), 1);
    assert_eq!((second[0].0, second[0].1.code.as_str()), (1, "012345"));
    let wrong = codes(&answered.addresses, &["12".into(), "012345".into()]).unwrap_err();
    assert_eq!(fields(&wrong), [("0.code", Code::CodeShape)]);
    note_confirmed(&mut answered, "LEILA@example.org");
    let none = codes(&answered.addresses, &["123456".into(), String::new()]).unwrap_err();
    assert_eq!(fields(&none), [("1.code", Code::Required)], "a confirmed one needs no code");
}

#[test]
fn a_refused_code_is_a_fault_of_its_box_and_anything_else_of_the_whole() {
    let refused = refusal_of_code(Problem::new(Code::ConfirmationRefused), "1.code");
    assert_eq!(fields(&refused.fields), [("1.code", Code::ConfirmationRefused)]);
    let slow = Problem::new(Code::TooManyAttempts).with("seconds", 60);
    assert_eq!(refusal_of_code(slow.clone(), "1.code"), slow);
}

#[test]
fn the_account_is_open_once_the_principals_address_is_confirmed() {
    let mut answered = invitation(HouseholdState::Answered);
    assert_eq!((is_open(&answered), waiting(&answered)), (false, 2));
    note_confirmed(&mut answered, "wei@example.org");
    assert_eq!((is_open(&answered), waiting(&answered)), (false, 1));
    note_confirmed(&mut answered, "leila@example.org");
    assert_eq!((is_open(&answered), waiting(&answered)), (true, 0));
    assert!(is_open(&invitation(HouseholdState::Active)));
    assert_eq!(whose(&answered.addresses[0], &answered), ["Leila", "Mei"]);
}
