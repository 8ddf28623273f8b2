//! What screen readers are told in the real window: headings, fields, buttons and links with their
//! names, over AT-SPI.

#![expect(clippy::panic, reason = "what goes wrong here is the failure of the test")]

use journeys::desk::Desk;
use journeys::spoken::{Role, ScreenReader, Spoken};
use journeys::visitor::{HOUSEHOLD, Visitor};
use journeys::window::Window;
use journeys::world::World;

/// Everything about a page that holds on every page.
fn page(reader: &ScreenReader, me: &Visitor<Window>, heading: &str) -> Spoken {
    let heading = me.text(heading);
    me.window.heading(&heading);
    let page = journeys::wait::until(|| {
        let page = reader.page();
        page.holds(Role::Heading, &heading).then_some(page)
    });
    let page = page.unwrap_or_else(|why| panic!("“{heading}”: {why}\n{}", reader.page()));
    let first: Vec<&Spoken> = page.all().filter(|each| each.level == Some(1)).collect();
    assert_eq!(first.len(), 1, "one first heading:\n{page}");
    let landmarks = page.all().filter(|each| each.role == Role::Landmark).count();
    assert!(landmarks >= 3, "header, page and footer are landmarks:\n{page}");
    let title = me.text_with("title", &[("heading", heading.into())]);
    assert!(page.holds(Role::Document, &title), "the page is called “{title}”:\n{page}");
    for each in page.all() {
        assert!(
            !(each.role.is_interactive() && each.name.is_empty()),
            "a {:?} has no name:\n{page}",
            each.role
        );
    }
    page
}

/// A field's name is its label, with “(required)” as a word of its own.
fn required(me: &Visitor<Window>, id: &str) -> String {
    format!("{} {}", me.text(id), me.text("required"))
}

#[test]
fn headings_fields_and_buttons_are_told_by_their_names() {
    let world = World::new();
    let portal = world.address().to_owned();
    let me = Visitor::arrives_at(Desk::with_a_screen_reader(), world, &portal, "spoken");
    let reader = ScreenReader::at(me.window.desk());

    let welcome = page(&reader, &me, "welcome-heading");
    for id in ["way-own-go", "way-temporary-go", "help", "settings", "skip-to-content"] {
        assert!(welcome.holds(Role::Link, &me.text(id)), "{id}:\n{welcome}");
    }

    me.goes_to_first_sign_in();
    let first = page(&reader, &me, "first-heading");
    for (role, name) in [
        (Role::Entry, required(&me, "username")),
        (Role::Password, required(&me, "temporary-password")),
        (Role::ToggleButton, me.text("password-show-label")),
        (Role::Entry, me.text("date-day")),
        (Role::Entry, me.text("date-month")),
        (Role::Entry, me.text("date-year")),
        (Role::Entry, required(&me, "uci")),
        (Role::Button, me.text("continue")),
    ] {
        assert!(first.holds(role, &name), "{role:?} “{name}”:\n{first}");
    }

    me.fills_first_sign_in(&me.world.temporary_access());
    me.window.submit();
    me.stores_a_password();
    let home = page(&reader, &me, "household-heading");
    assert!(home.holds(Role::Link, &me.text("go-declare")), "what to do next:\n{home}");
    assert!(home.holds(Role::Button, &me.text("sign-out")), "the way out:\n{home}");
    for name in HOUSEHOLD {
        assert!(home.holds(Role::Heading, name), "the card of {name}:\n{home}");
        assert!(home.holds(Role::Link, name), "the page of {name}:\n{home}");
    }
}
