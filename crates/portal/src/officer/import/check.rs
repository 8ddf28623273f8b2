//! Checks a file of households. Pure.

use super::Fault;
use super::lines::Lines;
use crate::store::{NewHousehold, NewPerson};
use contract::Code;
use contract::board::{Name, Relationship};
use contract::id::{HouseholdId, PersonId};
use contract::identity::{check_date_of_birth, is_application_number, normalise_uci};
use contract::policy::Policy;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::HashSet;
use uuid::Uuid;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(borrow)]
    households: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Household<'a> {
    #[serde(borrow)]
    application_number: Option<&'a RawValue>,
    #[serde(borrow)]
    applied_on: Option<&'a RawValue>,
    #[serde(borrow, default)]
    people: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person<'a> {
    #[serde(borrow)]
    uci: Option<&'a RawValue>,
    #[serde(borrow)]
    given: Option<&'a RawValue>,
    #[serde(borrow)]
    family: Option<&'a RawValue>,
    #[serde(borrow)]
    date_of_birth: Option<&'a RawValue>,
    #[serde(borrow)]
    relationship: Option<&'a RawValue>,
    #[serde(borrow)]
    email: Option<&'a RawValue>,
}

/// A household that holds, with its line.
pub(super) struct Checked {
    pub(super) line: usize,
    pub(super) application_number: String,
    applied_on: Date,
    /// The principal first.
    pub(super) people: Vec<CheckedPerson>,
}

/// A person that holds, with their line.
pub(super) struct CheckedPerson {
    pub(super) line: usize,
    pub(super) uci: String,
    name: Name,
    date_of_birth: Date,
    relationship: Relationship,
    email: Option<String>,
}

impl Checked {
    /// The household as it is taken in.
    pub(super) fn with_ids<E>(
        &self,
        mut new_id: impl FnMut() -> Result<Uuid, E>,
    ) -> Result<NewHousehold, E> {
        let id = HouseholdId(new_id()?);
        let mut people = Vec::with_capacity(self.people.len());
        for person in &self.people {
            people.push(NewPerson {
                id: PersonId(new_id()?),
                name: person.name.clone(),
                date_of_birth: person.date_of_birth,
                uci: person.uci.clone(),
                email: person.email.clone(),
                relationship: person.relationship,
            });
        }
        Ok(NewHousehold {
            id,
            application_number: self.application_number.clone(),
            applied_on: self.applied_on,
            people,
        })
    }
}

/// Checks a whole file.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub(super) fn check(json: &str, today: Date, policy: &Policy) -> Result<Vec<Checked>, Vec<Fault>> {
    let mut check = Check {
        lines: Lines(json),
        today,
        policy,
        applications: HashSet::new(),
        ucis: HashSet::new(),
        faults: Vec::new(),
    };
    let file: File<'_> = check.lines.whole().map_err(|fault| vec![fault])?;
    if file.households.is_empty() {
        check.fault(1, "\"households\" is empty");
    }
    let checked: Vec<Checked> =
        file.households.iter().filter_map(|household| check.household(household)).collect();
    check.faults.sort_by_key(|fault| fault.line);
    if check.faults.is_empty() { Ok(checked) } else { Err(check.faults) }
}

struct Check<'a> {
    lines: Lines<'a>,
    today: Date,
    policy: &'a Policy,
    applications: HashSet<String>,
    ucis: HashSet<String>,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn fault(&mut self, line: usize, what: impl Into<String>) {
        let what = what.into();
        self.faults.push(Fault { line, what });
    }

    fn kept<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.faults.push(fault)).ok()
    }

    /// A required field, and its line.
    fn field<T: DeserializeOwned>(
        &mut self,
        parent: usize,
        name: &str,
        piece: Option<&'a RawValue>,
        kind: &str,
    ) -> Option<(usize, T)> {
        let Some(piece) = piece else {
            self.fault(parent, format!("\"{name}\" is missing"));
            return None;
        };
        let line = self.lines.of(piece);
        match serde_json::from_str(piece.get()) {
            Ok(value) => Some((line, value)),
            Err(_) => {
                self.fault(line, format!("\"{name}\" is not {kind}: {piece}"));
                None
            }
        }
    }

    fn household(&mut self, piece: &'a RawValue) -> Option<Checked> {
        let line = self.lines.of(piece);
        let read = self.lines.read::<Household<'_>>(piece);
        let household = self.kept(read)?;
        let number = self.application_number(line, household.application_number);
        let applied_on = self.applied_on(line, household.applied_on);
        let mut people: Vec<Option<CheckedPerson>> = Vec::new();
        for piece in &household.people {
            people.push(self.person(piece));
        }
        let mut people = people.into_iter().collect::<Option<Vec<_>>>()?;
        self.principal(line, &people);
        people.sort_by_key(|person| person.relationship != Relationship::Principal);
        Some(Checked { line, application_number: number?, applied_on: applied_on?, people })
    }

    fn application_number(&mut self, line: usize, piece: Option<&'a RawValue>) -> Option<String> {
        let (line, number) = self.field::<String>(line, "application_number", piece, "a text")?;
        if !is_application_number(&number) {
            let what = format!("\"{number}\" is not an application number (a letter, nine digits)");
            self.fault(line, what);
            None
        } else if self.applications.insert(number.clone()) {
            Some(number)
        } else {
            self.fault(line, format!("application {number} stands here twice"));
            None
        }
    }

    fn applied_on(&mut self, line: usize, piece: Option<&'a RawValue>) -> Option<Date> {
        let (line, applied_on) =
            self.field::<Date>(line, "applied_on", piece, "a day (YYYY-MM-DD)")?;
        if applied_on > self.today {
            self.fault(line, format!("\"applied_on\" is still to come: {applied_on}"));
            return None;
        }
        Some(applied_on)
    }

    fn principal(&mut self, line: usize, people: &[CheckedPerson]) {
        let mut principals =
            people.iter().filter(|person| person.relationship == Relationship::Principal);
        match (principals.next(), principals.next()) {
            (None, _) => self.fault(line, "no person is the \"principal\""),
            (Some(_), Some(second)) => {
                self.fault(second.line, "a second person is the \"principal\"");
            }
            (Some(principal), None) if principal.email.is_none() => {
                self.fault(principal.line, "the principal needs an \"email\"");
            }
            (Some(_), None) => {}
        }
    }

    fn person(&mut self, piece: &'a RawValue) -> Option<CheckedPerson> {
        let line = self.lines.of(piece);
        let read = self.lines.read::<Person<'_>>(piece);
        let person = self.kept(read)?;
        let uci = self.uci(line, person.uci);
        let given = self.name(line, "given", person.given);
        let family = self.name(line, "family", person.family);
        let date_of_birth = self.date_of_birth(line, person.date_of_birth);
        let kinds = "one of principal, spouse, partner, child, grandchild, other";
        let relationship = self.field(line, "relationship", person.relationship, kinds);
        let email = match person.email {
            None => Some(None),
            Some(piece) => self.email(line, piece).map(Some),
        };
        let name = Name { given: given?, family: family? };
        if name.full().is_empty() {
            self.fault(line, "\"given\" and \"family\" are both empty");
            return None;
        }
        Some(CheckedPerson {
            line,
            uci: uci?,
            name,
            date_of_birth: date_of_birth?,
            relationship: relationship?.1,
            email: email?,
        })
    }

    fn uci(&mut self, line: usize, piece: Option<&'a RawValue>) -> Option<String> {
        let (line, typed) = self.field::<String>(line, "uci", piece, "a text")?;
        let Some(uci) = normalise_uci(&typed) else {
            let what = format!("\"{typed}\" is not a UCI (NNNN-NNNN or NN-NNNN-NNNN)");
            self.fault(line, what);
            return None;
        };
        if self.ucis.insert(uci.clone()) {
            return Some(uci);
        }
        self.fault(line, format!("UCI {uci} stands here twice"));
        None
    }

    /// A part of a name; missing is empty, since people have single names.
    fn name(&mut self, line: usize, part: &str, piece: Option<&'a RawValue>) -> Option<String> {
        let Some(piece) = piece else {
            return Some(String::new());
        };
        let (line, name) = self.field::<String>(line, part, Some(piece), "a text")?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let limit = self.policy.name_chars;
        if name.chars().count() > limit {
            self.fault(line, format!("\"{part}\" is longer than {limit} characters"));
            None
        } else if name.chars().any(char::is_control) {
            self.fault(line, format!("\"{part}\" holds control characters"));
            None
        } else {
            Some(name)
        }
    }

    fn date_of_birth(&mut self, line: usize, piece: Option<&'a RawValue>) -> Option<Date> {
        let kind = "a day (YYYY-MM-DD)";
        let (line, date) = self.field::<Date>(line, "date_of_birth", piece, kind)?;
        let problem = check_date_of_birth(date, self.today, self.policy);
        if problem.is_some_and(|problem| problem.code == Code::DateOutOfRange) {
            let what = format!("\"date_of_birth\" is out of range: {date}");
            self.fault(line, what);
            return None;
        }
        Some(date)
    }

    fn email(&mut self, line: usize, piece: &'a RawValue) -> Option<String> {
        let (line, email) = self.field::<String>(line, "email", Some(piece), "a text")?;
        let email = email.trim().to_owned();
        if email.parse::<lettre::Address>().is_ok() {
            return Some(email);
        }
        self.fault(line, format!("\"{email}\" is not an email address"));
        None
    }
}
