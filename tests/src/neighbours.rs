//! Another household at the same portal: two adults who were invited and have no account yet.

use crate::world::World;
use serde_json::json;
use std::io::Write as _;

/// The application.
pub const APPLICATION: &str = "E007654321";

/// An adult of the household.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour {
    /// As shown.
    pub name: &'static str,
    /// The mailbox.
    pub email: &'static str,
    /// Day, month and year of birth.
    pub born: (&'static str, &'static str, &'static str),
    /// The UCI.
    pub uci: &'static str,
}

/// The principal, who answers.
pub const AMARA: Neighbour = Neighbour {
    name: "Amara Okafor",
    email: "amara.okafor@example.org",
    born: ("5", "6", "1990"),
    uci: "11-7654-3210",
};

/// The other adult, whose address is not on file.
pub const TUNDE: Neighbour = Neighbour {
    name: "Tunde Okafor",
    email: "tunde.okafor@example.org",
    born: ("30", "1", "1989"),
    uci: "11-7654-3228",
};

/// Has them imported and invited.
///
/// # Panics
/// When the portal refuses them.
pub fn are_invited(world: &World) {
    let household = json!({ "households": [{
        "application_number": APPLICATION,
        "applied_on": "2025-02-03",
        "people": [
            { "uci": AMARA.uci, "given": "Amara", "family": "Okafor", "date_of_birth": "1990-06-05",
              "relationship": "principal", "email": AMARA.email },
            { "uci": TUNDE.uci, "given": "Tunde", "family": "Okafor", "date_of_birth": "1989-01-30",
              "relationship": "spouse" },
        ],
    }] });
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(household.to_string().as_bytes()).unwrap();
    world.officer(&["import", file.path().to_str().unwrap()]);
    world.officer(&["invite", APPLICATION]);
}
