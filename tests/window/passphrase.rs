//! A device without a store of secrets: the app asks before everything else, and what was typed is
//! behind a passphrase of its user's own.

use super::let_the_promised_time_pass;
use journeys::desk::{Desk, Screen};
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor};
use journeys::world::World;

const PASSPHRASE: &str = "otters in the harbour";

fn arrives(shots: &str) -> Visitor<journeys::window::Window> {
    let desk = Desk::without_a_secret_store(Screen(1280, 1600));
    let world = World::new();
    let portal = world.address().to_owned();
    Visitor::arrives_at(desk, world, &portal, shots)
}

#[test]
fn what_was_typed_is_behind_a_passphrase() {
    let me = arrives("passphrase");
    me.is_at("passphrase-choose-heading");
    me.window.submit();
    me.sees("error-required--keeping-way");
    me.window.choose(&me.text("passphrase-way-keep"));
    me.types("passphrase", "short");
    me.window.submit();
    let sizes = [("limit", 8_u32.into()), ("length", 5_u32.into())];
    me.window.shows(&me.text_with("error-passphrase-too-short", &sizes));
    me.keeps_a_picture("choose");
    me.types("passphrase", PASSPHRASE);
    me.window.submit();
    me.is_at("welcome-heading");
    let access = me.world.temporary_access();
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&access);
    let_the_promised_time_pass();

    let me = me.after_a_power_cut();
    me.is_at("passphrase-enter-heading");
    me.types("passphrase", "otters in the harbor");
    me.window.submit();
    me.sees("error-passphrase-wrong");
    me.keeps_a_picture("enter");
    me.types("passphrase", PASSPHRASE);
    me.window.submit();
    me.is_at("first-heading");
    assert_eq!(me.finds("username"), access.username, "what was typed is there");
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.stores_a_password();
    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.window.choose(HOUSEHOLD[1]);
    let_the_promised_time_pass();

    // Whoever does not know it goes on without what is kept, and it stays.
    let me = me.after_a_power_cut();
    me.is_at("passphrase-enter-heading");
    me.presses("passphrase-without-now");
    me.is_at("welcome-heading");
    me.presses("way-own-go");
    me.is_at("sign-in-heading");
    me.types("username", &access.username);
    me.types("password", PASSWORD);
    me.window.submit();
    me.is_at("household-heading");
    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.window.choose(HOUSEHOLD[0]);
    let_the_promised_time_pass();

    // Remembered after all, it brings back what is kept, and what was typed since is there too.
    me.presses("settings");
    me.is_at("settings");
    me.presses("passphrase-choose");
    me.is_at("passphrase-choose-heading");
    me.window.choose(&me.text("passphrase-way-keep"));
    me.types("passphrase", PASSPHRASE);
    me.window.submit();
    me.is_at("passphrase-enter-heading");
    me.types("passphrase", PASSPHRASE);
    me.window.submit();
    me.is_at("declaration-heading");
    for id in ["conflict-draft-heading", "conflict-here", "conflict-device"] {
        me.sees(id);
    }
    me.keeps_a_picture("both");
    me.window.script("document.getElementById('conflict-use-here').click()", vec![]);
    me.sees("conflict-not-chosen");
    let me = me.after_a_power_cut();
    me.is_at("passphrase-enter-heading");
    me.types("passphrase", PASSPHRASE);
    me.window.submit();
    me.is_at("sign-in-heading");
    me.types("username", &access.username);
    me.types("password", PASSWORD);
    me.window.submit();
    me.is_at("declaration-heading");
    assert_eq!([0, 1].map(|one| me.window.chosen(HOUSEHOLD[one])), [true, false]);
}

#[test]
fn whoever_wants_nothing_kept_finds_nothing_kept() {
    let me = arrives("nothing-kept");
    me.is_at("passphrase-choose-heading");
    me.window.choose(&me.text("passphrase-way-nothing"));
    me.window.submit();
    me.is_at("welcome-heading");
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&me.world.temporary_access());
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("passphrase-choose-heading");
    me.window.choose(&me.text("passphrase-way-nothing"));
    me.window.submit();
    me.is_at("welcome-heading");
    me.goes_to_first_sign_in();
    assert_eq!(me.finds("username"), "", "nothing was kept");
}
