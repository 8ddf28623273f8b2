//! Two versions of the same, answer by answer: what was typed on a page here and in another window,
//! and the address that was typed here beside the one that was given meanwhile. Only says what there
//! is and what differs; which of them counts is for their reader.

use contract::address::{Address, SeenAddress};
use contract::board::{Board, GivenAddress};
use contract::crop::Crop;
use contract::draft::{AddressDraft, Draft};
use contract::id::PersonId;
use contract::photo::{Reason, SourceKind};
use contract::policy::Policy;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// None yet.
    Nothing,
    /// Words as typed.
    Text(String),
    /// A province or territory, by its letters.
    Province(String),
    /// People.
    People(Vec<PersonId>),
    /// Ticked or not.
    Tick(bool),
    /// What a picture is.
    Kind(SourceKind),
    /// A part of a picture.
    Part(Crop),
    /// Warnings that were read.
    Warnings(Vec<Reason>),
}

impl Value {
    fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    fn or_nothing<T>(value: Option<T>, some: fn(T) -> Self) -> Self {
        value.map_or(Self::Nothing, some)
    }
}

/// One answer, as both have it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// What it belongs to, as the name of a message.
    pub(crate) group: Option<&'static str>,
    /// What is asked, as the name of a message.
    pub(crate) asked: &'static str,
    /// The answer here.
    pub(crate) here: Value,
    /// The other answer.
    pub(crate) there: Value,
}

impl Row {
    /// Whether the two differ.
    pub(crate) fn differs(&self) -> bool {
        self.here != self.there
    }
}

/// Whether both are the same to their reader.
pub(crate) fn are_alike(here: &Draft, there: &Draft) -> bool {
    std::mem::discriminant(here) == std::mem::discriminant(there)
        && !rows(here, there).iter().any(Row::differs)
}

/// What was answered on either side, in the order of the page. Nothing of two different pages.
pub(crate) fn rows(here: &Draft, there: &Draft) -> Vec<Row> {
    let mut rows = Rows(Vec::new());
    match (here, there) {
        (Draft::Address(here), Draft::Address(there)) => {
            let people = |draft: &AddressDraft| Value::or_nothing(draft.people.clone(), people);
            rows.add(None, "address-who", people(here), people(there));
            rows.address("mailing-heading", &here.mailing, &there.mailing);
            let elsewhere = (Value::Tick(here.lives_elsewhere), Value::Tick(there.lives_elsewhere));
            rows.add(None, "address-elsewhere", elsewhere.0, elsewhere.1);
            rows.address("residential-heading", &here.residential, &there.residential);
        }
        (Draft::Declaration(here), Draft::Declaration(there)) => {
            let (here, there) = (people(here.people.clone()), people(there.people.clone()));
            rows.add(None, "declaration-who", here, there);
        }
        (Draft::Photo(here), Draft::Photo(there)) => {
            let kind = |kind| Value::or_nothing(kind, Value::Kind);
            rows.add(None, "photo-kind", kind(here.kind), kind(there.kind));
            let part = |part| Value::or_nothing(part, Value::Part);
            rows.add(None, "conflict-part", part(here.crop), part(there.crop));
            let read = |draft: &contract::draft::PhotoDraft| {
                let reasons = draft.accepted.as_ref().map(|accepted| accepted.reasons.clone());
                Value::or_nothing(reasons.filter(|them| !them.is_empty()), Value::Warnings)
            };
            rows.add(None, "conflict-warnings", read(here), read(there));
        }
        (Draft::Message(here), Draft::Message(there)) => {
            rows.words("message-label", &here.text, &there.text);
        }
        _ => {}
    }
    rows.0
}

/// In any order, and each once, as those who are ticked are.
fn people(mut people: Vec<PersonId>) -> Value {
    people.sort();
    people.dedup();
    if people.is_empty() { Value::Nothing } else { Value::People(people) }
}

struct Rows(Vec<Row>);

impl Rows {
    /// What neither side has is nothing to look at.
    fn add(&mut self, group: Option<&'static str>, asked: &'static str, here: Value, there: Value) {
        let none = [Value::Nothing, Value::Tick(false)];
        if !none.contains(&here) || !none.contains(&there) {
            self.0.push(Row { group, asked, here, there });
        }
    }

    fn words(&mut self, asked: &'static str, here: &str, there: &str) {
        self.add(None, asked, Value::text(here), Value::text(there));
    }

    fn address(&mut self, group: &'static str, here: &Address, there: &Address) {
        let mut part = |asked, of: fn(&Address) -> &str| {
            self.add(Some(group), asked, Value::text(of(here)), Value::text(of(there)));
        };
        part("address-care-of", |it| &it.care_of);
        part("address-unit", |it| &it.unit);
        part("address-street", |it| &it.street);
        part("address-more", |it| &it.more);
        part("address-municipality", |it| &it.municipality);
        let province = |it: &Address| match it.province.trim() {
            "" => Value::Nothing,
            letters => Value::Province(letters.to_ascii_uppercase()),
        };
        self.add(Some(group), "address-province", province(here), province(there));
        let code = |it: &Address| Value::text(&it.postal_code);
        self.add(Some(group), "address-postal-code", code(here), code(there));
    }
}

/// The addresses that a board shows, as an address is given in their place; nothing where that cannot
/// be said, of what an earlier version of the app kept.
pub(crate) fn seen_addresses(board: &Board) -> Option<Vec<SeenAddress>> {
    let given =
        board.acted_for().filter_map(|(person, it)| Some((person.id, it.address.as_ref()?)));
    given
        .map(|(person, given)| {
            let reference = given.reference.clone();
            (!reference.is_empty()).then_some(SeenAddress { person, reference })
        })
        .collect()
}

/// An address that was given meanwhile, and for whom of those for whom another one was typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meanwhile {
    /// For whom.
    pub(crate) people: Vec<PersonId>,
    /// The address.
    pub(crate) given: GivenAddress,
}

impl Meanwhile {
    /// The same as one would have typed it, for the people of the typed one.
    fn typed(&self, ours: &AddressDraft) -> AddressDraft {
        AddressDraft {
            people: ours.people.clone(),
            mailing: self.given.mailing.clone(),
            lives_elsewhere: self.given.residential.is_some(),
            residential: self.given.residential.clone().unwrap_or_default(),
            instead_of: None,
        }
    }

    /// Both, answer by answer; for whom is told otherwise.
    pub(crate) fn beside(&self, ours: &AddressDraft) -> Vec<Row> {
        let ours = in_normal_form(ours);
        let theirs = self.typed(&ours);
        let both = [ours, theirs].map(|draft| Draft::Address(Box::new(draft)));
        let mut rows = rows(&both[0], &both[1]);
        rows.retain(|row| row.asked != "address-who");
        rows
    }
}

/// As it would be sent, so that only what differs counts; what does not hold yet stays as typed.
fn in_normal_form(typed: &AddressDraft) -> AddressDraft {
    let normal =
        |address: &Address| address.check(&Policy::PROGRAMME).unwrap_or_else(|_| address.clone());
    let residential =
        if typed.lives_elsewhere { normal(&typed.residential) } else { Address::default() };
    AddressDraft { mailing: normal(&typed.mailing), residential, ..typed.clone() }
}

/// The addresses that were given for these people since the typing began, where they are others than
/// the typed one; those of the same address together, in the order of the board.
pub(crate) fn given_meanwhile(ours: &AddressDraft, board: &Board) -> Vec<Meanwhile> {
    let Some(seen) = &ours.instead_of else { return Vec::new() };
    let chosen = ours.people.as_deref().unwrap_or_default();
    let mut found: Vec<Meanwhile> = Vec::new();
    for (person, journey) in board.acted_for().filter(|(person, _)| chosen.contains(&person.id)) {
        let Some(given) = journey.address.as_ref().filter(|it| !it.reference.is_empty()) else {
            continue;
        };
        let was_seen =
            seen.iter().any(|it| it.person == person.id && it.reference == given.reference);
        if was_seen {
            continue;
        }
        if let Some(same) = found.iter_mut().find(|it| it.given == *given) {
            same.people.push(person.id);
            continue;
        }
        let other = Meanwhile { people: vec![person.id], given: given.clone() };
        if other.beside(ours).iter().any(Row::differs) {
            found.push(other);
        }
    }
    found
}

#[cfg(test)]
mod tests;
