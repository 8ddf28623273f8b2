//! Households of two people each, imported and opened at one portal, for tests that need many.

use contract::account::FirstSignIn;
use journeys::world::World;
use serde_json::{Value, json};

const BORN: &str = "1980-05-17";

/// One of them.
pub(super) struct Household(usize);

impl Household {
    /// What its principal signs in with for the first time.
    pub(super) fn first_sign_in(&self, world: &World) -> FirstSignIn {
        let access = world.temporary_access_of(&email(self.0), 0);
        FirstSignIn {
            username: access.username,
            temporary_password: access.password,
            date_of_birth: BORN.parse().unwrap(),
            uci: uci(self.0, 0),
        }
    }
}

/// So many, imported and opened.
pub(super) fn imported(world: &World, count: usize) -> Vec<Household> {
    let households: Vec<Value> = (0..count).map(household).collect();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), json!({ "households": households }).to_string()).unwrap();
    world.officer(&["import", file.path().to_str().unwrap()]);
    for number in 0..count {
        world.officer(&["open", &application(number)]);
    }
    (0..count).map(Household).collect()
}

fn application(number: usize) -> String {
    format!("E8{number:08}")
}

fn uci(number: usize, person: usize) -> String {
    format!("88-{number:04}-{person:04}")
}

fn email(number: usize) -> String {
    format!("head{number}@example.org")
}

fn household(number: usize) -> Value {
    let person = |place: usize| {
        let mut person = json!({
            "uci": uci(number, place), "given": format!("Given {place}"), "family": "Family",
            "date_of_birth": BORN,
            "relationship": if place == 0 { "principal" } else { "spouse" },
        });
        if place == 0 {
            person["email"] = json!(email(number));
        }
        person
    };
    json!({
        "application_number": application(number), "applied_on": "2024-09-16",
        "people": [person(0), person(1)],
    })
}
