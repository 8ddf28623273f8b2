//! The promise about the user's own files: of two hundred pictures in a folder, the app opens the one
//! that was picked, once, only to read it, and never lists the folder. As the kernel saw it.

use journeys::desk::{Desk, Screen};
use journeys::pictures;
use journeys::started::program;
use journeys::traced::{self, Traced};
use journeys::visitor::{HOUSEHOLD, Visitor};
use journeys::world::World;
use std::fs;

const PICTURES: u32 = 200;

#[test]
fn the_app_opens_the_picked_picture_once_and_no_other() {
    let desk = Desk::with(Screen(1280, 1600), false);
    let watched = Traced::new(&program("landed"), &desk.folder("watch"));
    let folder = desk.folder("home/Pictures");
    let picked = pictures::of_a_phone(&folder, "IMG_0077.jpg");
    for number in 1..PICTURES {
        // The picked one lies among them, not at an end of the folder.
        fs::copy(&picked, folder.join(format!("IMG_{number:04}_{}.jpg", number % 7))).unwrap();
    }
    let me = Visitor::arrives_watched(desk, World::new(), &watched, "privacy");
    me.signs_in();
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    assert!(watched.touches(&folder).opened.is_empty(), "nothing is opened before");
    me.picks(&picked);
    me.goes_to_framing();
    me.frames_the_photo();
    me.sees_pixels(2000, 2800);

    let touches = watched.touches(&folder);
    assert_eq!(touches.listed, Vec::<String>::new(), "the folder is not listed");
    let [once] = &touches.opened[..] else { panic!("opened more than once: {touches:#?}") };
    assert!(once.contains("IMG_0077.jpg") && once.contains("O_RDONLY"), "{once}");
    let own = watched.touches(&me.window.desk().folder("app"));
    assert!(!own.opened.is_empty(), "what the app keeps for itself is seen by the watch");
}

#[test]
fn the_watch_sees_what_other_programs_do() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = folder.path().join("pictures");
    fs::create_dir(&pictures).unwrap();
    fs::write(pictures.join("one.jpg"), "one").unwrap();
    let lists = traced::run("/bin/ls", &[pictures.as_os_str()], folder.path());
    assert!(!lists.touches(&pictures).listed.is_empty(), "ls lists");
    let reads = traced::run("/bin/cat", &[pictures.join("one.jpg").as_os_str()], folder.path());
    assert_eq!(reads.touches(&pictures).opened.len(), 1, "cat opens");
}
