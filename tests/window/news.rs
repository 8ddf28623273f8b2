//! News while nobody looks at the app: the system says that there is some, never of whom or what,
//! once; and pressing it leads there.

use contract::Language;
use journeys::desk::{Desk, Screen};
use journeys::notices::{Notice, Notices};
use journeys::pictures;
use journeys::started::program;
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor, holds};
use journeys::window::Window;
use journeys::world::{PRINCIPAL, World};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How often the app asks for the board here.
const EVERY: Duration = Duration::from_secs(1);

fn open(desk: &Arc<Desk>, world: &World) -> Window {
    let variables = [
        ("LANDED_PORTAL", world.address().to_owned()),
        ("LANDED_DATA", desk.folder("app").display().to_string()),
        ("LANGUAGE", "en_CA".to_owned()),
        ("LANDED_REFRESH_SECONDS", EVERY.as_secs().to_string()),
    ];
    Window::open(desk, &program("landed"), &variables)
}

/// The app's process ends at once, and the app is opened again.
fn after_a_power_cut(me: Visitor<Window>) -> Visitor<Window> {
    let Visitor { window, world, .. } = me;
    let desk = Arc::clone(window.desk());
    window.kill();
    let window = open(&desk, &world);
    Visitor::new(window, world, Language::English, "news-again")
}

fn sends_a_photo(me: &Visitor<Window>) {
    let picture = pictures::fitting(&me.window.desk().folder("pictures"), "me.png", 3);
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&picture);
    me.sees("photo-file-fits");
    me.waits_for_what_is_found();
    me.sends_the_photo();
    me.goes_home();
}

fn said(me: &Visitor<Window>, id: &str) -> Notice {
    let title = me.text("app-name");
    Notice { from: title.clone(), title, text: me.text(id) }
}

#[test]
fn news_is_told_once_in_words_that_anybody_may_read_and_leads_to_its_page() {
    let desk = Arc::new(Desk::with(Screen(1280, 1600), false));
    let notices = Notices::at(&desk);
    let world = World::new();
    let me = Visitor::new(open(&desk, &world), world, Language::English, "news");
    me.signs_in();
    me.declares();
    me.goes_home();
    sends_a_photo(&me);
    let photo = me.world.waiting_photo();

    let _ = me.window.put_away();
    let note = ["--note-en", "Stand further from the wall.", "--note-fr", "Éloignez-vous du mur."];
    let returned = ["return", photo.as_str(), "--reason", "background_shadow"];
    me.world.officer(&[&returned[..], &note].concat());
    notices.comes();
    me.window.desk().shoot("root", &journeys::desk::shots_folder().join("news/notification.png"));
    notices.press();
    me.window.is_looked_at();
    me.window.heading(&me.about_me("photo-choose-again"));
    me.sees("reason-background-shadow");
    let gone = notices.gone();
    assert_eq!(gone, [said(&me, "notification-photo")]);
    let whole = format!("{gone:?}");
    let words = HOUSEHOLD.iter().flat_map(|name| name.split(' '));
    let names = words.filter(|word| word.starts_with(char::is_uppercase));
    for word in names.chain([PRINCIPAL.uci, PRINCIPAL.application, "return"]) {
        assert!(!whole.contains(word), "“{word}” in {whole}");
    }

    // After a restart the same is not told again, and what is new is.
    let me = after_a_power_cut(me);
    me.window.heading(&me.about_me("photo-choose-again"));
    let _ = me.window.put_away();
    me.world.officer(&["message", PRINCIPAL.uci, "Which day did you land?"]);
    notices.comes();
    // A second one takes the place of the first.
    me.world.officer(&["message", PRINCIPAL.uci, "And in which city?"]);
    thread::sleep(3 * EVERY);
    assert_eq!(notices.count(), 1);
    notices.press();
    me.window.is_looked_at();
    me.window.heading(&me.about(HOUSEHOLD[0], "messages-heading"));
    me.window.shows("And in which city?");
    let both = [said(&me, "notification-photo"), said(&me, "notification-message")];
    assert_eq!(notices.gone(), both);

    // While the window is looked at, the page tells it.
    me.window.press(&me.text("back"));
    me.window.heading(HOUSEHOLD[0]);
    me.world.officer(&["message", PRINCIPAL.uci, "Thank you."]);
    me.window.shows(&me.about(HOUSEHOLD[0], "news-message"));
    me.keeps_a_picture("toast");
    assert_eq!(notices.count(), 0);

    me.presses("settings");
    me.is_at("settings");
    me.window.choose(&me.text("notifications-off"));
    me.sees("settings-notifications-hint");
    me.keeps_a_picture("settings");
    let away = me.window.put_away();
    me.world.officer(&["message", PRINCIPAL.uci, "Have a good day."]);
    // Long enough for several looks at the board.
    thread::sleep(5 * EVERY);
    assert_eq!((notices.count(), notices.gone().len()), (0, 2), "nobody wants them");
    me.window.take_out(away);
    me.window.choose(&me.text("notifications-on"));

    // Where the session has ended meanwhile, the sign-in comes first.
    let away = me.window.put_away();
    me.world.officer(&["proof", PRINCIPAL.uci, "--became-resident-on", "2026-11-20"]);
    notices.comes();
    me.window.take_out(away);
    me.presses("sign-out");
    me.is_at("welcome-heading");
    notices.press();
    me.is_at("sign-in-heading");
    assert!(!holds(&me.window.text(), HOUSEHOLD[0]), "{}", me.window.text());
    me.types("username", &me.world.temporary_access().username);
    me.types("password", PASSWORD);
    me.window.submit();
    me.window.heading(HOUSEHOLD[0]);
    assert_eq!(notices.gone().last(), Some(&said(&me, "notification-proof")));
}
