//! Measures what two windows cost while nobody touches them, alternately in one run, each run on a
//! desk of its own with nothing kept from before: `measure-rest APP FLOOR`. The app is looked at on
//! its first page and, signed in, at home. Prints JSON with the figures of every run: percent of one
//! core, and MB of the window's whole process tree, which WebKit's processes belong to.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

#[path = "measure/processes.rs"]
mod processes;

use contract::Language;
use journeys::desk::Desk;
use journeys::visitor::Visitor;
use journeys::window::Window;
use journeys::world::World;
use processes::{Rest, look_at, started_here};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const RUNS: usize = 3;
/// WebKit goes on compiling and keeping time with the display for some ten seconds after a page
/// stands still.
const SETTLING: Duration = Duration::from_secs(15);

fn main() -> ExitCode {
    let programs = std::env::args_os().skip(1).map(PathBuf::from);
    let programs: Result<Vec<PathBuf>, _> = programs.map(std::fs::canonicalize).collect();
    let Ok([app, floor]) = programs.as_deref() else {
        println!("usage: measure-rest APP FLOOR");
        return ExitCode::FAILURE;
    };
    let (mut floors, mut welcomes, mut homes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floors.push(look_at_floor(floor));
        let (welcome, home) = look_at_app(app);
        welcomes.push(welcome);
        homes.push(home);
    }
    let cpu = |rests: &[Rest]| rests.iter().map(|rest| rest.cpu_percent).collect::<Vec<_>>();
    let memory = |rests: &[Rest]| rests.iter().map(|rest| rest.memory_mb).collect::<Vec<_>>();
    println!(
        "{}",
        json!({
            "floor_cpu": cpu(&floors),
            "welcome_cpu": cpu(&welcomes),
            "home_cpu": cpu(&homes),
            "floor_memory": memory(&floors),
            "home_memory": memory(&homes),
        })
    );
    ExitCode::SUCCESS
}

fn look_at_floor(program: &Path) -> Rest {
    let window = Window::open(&Arc::new(Desk::new()), program, &[]);
    window.first_key_accepted();
    // A field with the focus has a blinking caret; the app's pages that are looked at have none.
    let _ = window.script("document.activeElement.blur()", vec![]);
    let rest = rest_of(program);
    window.kill();
    rest
}

/// On the first page, and at home.
fn look_at_app(program: &Path) -> (Rest, Rest) {
    let (desk, world) = (Arc::new(Desk::new()), World::new());
    let variables = [
        ("LANDED_DATA", desk.folder("app").display().to_string()),
        ("LANDED_PORTAL", world.address().to_owned()),
        ("LANGUAGE", "en_CA".to_owned()),
    ];
    let window = Window::open(&desk, program, &variables);
    let visitor = Visitor::new(window, world, Language::English, "bench");
    visitor.is_at("welcome-heading");
    visitor.window.stands_still();
    let welcome = rest_of(program);
    visitor.signs_in();
    visitor.window.stands_still();
    (welcome, rest_of(program))
}

fn rest_of(program: &Path) -> Rest {
    thread::sleep(SETTLING);
    look_at(|| started_here(|line| Path::new(line) == program))
}
