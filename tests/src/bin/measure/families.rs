//! Many households whose principals are signed in.

use journeys::world::World;
use reqwest::Client;
use serde_json::{Value, json};

/// People of a household.
pub(crate) const PEOPLE: usize = 10;

const PASSWORD: &str = "seven green kayaks at dawn";
const BORN: &str = "1980-05-17";

/// A principal who is signed in, and everyone for whom they act.
pub(crate) struct Family {
    pub(crate) username: String,
    pub(crate) token: String,
    /// What their device shows when it signs in again: devices that are known are counted apart.
    pub(crate) device: String,
    pub(crate) people: Vec<String>,
}

/// Households, and what speaks to their portal.
pub(crate) struct Families {
    pub(crate) client: Client,
    pub(crate) all: Vec<Family>,
}

impl Family {
    /// What its principal signs in with.
    pub(crate) fn sign_in(&self) -> Value {
        json!({ "username": self.username, "password": PASSWORD })
    }
}

impl Families {
    /// So many, imported, opened and signed in.
    pub(crate) async fn signed_in(world: &World, count: usize) -> Self {
        let households: Vec<Value> = (0..count).map(household).collect();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), json!({ "households": households }).to_string()).unwrap();
        world.officer(&["import", file.path().to_str().unwrap()]);
        // Fails only where a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(std::time::Duration::from_secs(60)).build().unwrap();
        let mut all = Vec::new();
        for number in 0..count {
            world.officer(&["open", &application(number)]);
            all.push(signed_in(world, &client, number).await);
        }
        Self { client, all }
    }

    /// Every person with the session that acts for them.
    pub(crate) fn people(&self) -> Vec<(&str, &str)> {
        let mut people = Vec::new();
        for family in &self.all {
            people.extend(family.people.iter().map(|id| (id.as_str(), family.token.as_str())));
        }
        people
    }
}

fn application(number: usize) -> String {
    format!("E9{number:08}")
}

fn uci(number: usize, person: usize) -> String {
    format!("99-{number:04}-{person:04}")
}

fn email(number: usize) -> String {
    format!("principal{number}@example.org")
}

fn household(number: usize) -> Value {
    let person = |place: usize| {
        let relationship = if place == 0 { "principal" } else { "child" };
        let mut person = json!({
            "uci": uci(number, place), "given": format!("Given {place}"), "family": "Family",
            "date_of_birth": BORN, "relationship": relationship,
        });
        if place == 0 {
            person["email"] = json!(email(number));
        }
        person
    };
    json!({
        "application_number": application(number), "applied_on": "2024-09-16",
        "people": (0..PEOPLE).map(person).collect::<Vec<_>>(),
    })
}

async fn signed_in(world: &World, client: &Client, number: usize) -> Family {
    let access = world.temporary_access_of(&email(number), 0);
    let api = |path: &str| world.page(&format!("/api/v1/{path}"));
    let first = json!({
        "username": access.username, "temporary_password": access.password,
        "date_of_birth": BORN, "uci": uci(number, 0),
    });
    let ticket: Value =
        client.post(api("first-sign-in")).json(&first).send().await.unwrap().json().await.unwrap();
    let granted: Value = client
        .post(api("first-sign-in/password"))
        .bearer_auth(ticket["token"].as_str().unwrap())
        .json(&json!({ "password": PASSWORD }))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let token = granted["token"].as_str().unwrap().to_owned();
    let board: Value = client
        .get(api("household"))
        .bearer_auth(&token)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let people = board["people"].as_array().unwrap().iter();
    let people = people.map(|person| person["id"].as_str().unwrap().to_owned()).collect();
    let device = granted["device"].as_str().unwrap().to_owned();
    Family { username: access.username, token, device, people }
}
