//! x
#![expect(clippy::unwrap_used, reason = "x")]
use journeys::desk::Desk;
use journeys::spoken::ScreenReader;
use journeys::visitor::Visitor;
use journeys::world::World;
#[test]
fn spoken() {
    let world = World::new();
    let p = world.address().to_owned();
    let me = Visitor::arrives_at(Desk::with_a_screen_reader(), world, &p, "spoken");
    me.is_at("welcome-heading");
    let t = std::time::Instant::now();
    let r = ScreenReader::at(me.window.desk());
    eprintln!("{}{:?}", r.page(), t.elapsed());
    me.goes_to_first_sign_in();
    std::thread::sleep(std::time::Duration::from_millis(500));
    eprintln!("{}", r.page());
}
