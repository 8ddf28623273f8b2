//! Measures how long two programs take until they can be used, alternately in one run, each run on
//! a desk of its own with nothing kept from before: `measure-start APP FLOOR`. Prints JSON with the
//! milliseconds of every run.
//!
//! "Usable" is: the h1 is shown and the first key press is accepted. Both sides go through the same
//! driver, whose own share is in both figures.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

use journeys::desk::Desk;
use journeys::window::Window;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

const RUNS: usize = 9;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(app), Some(floor)) = (arguments.next(), arguments.next()) else {
        println!("usage: measure-start APP FLOOR");
        return ExitCode::FAILURE;
    };
    let (mut app_times, mut floor_times) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floor_times.push(start_to_usable(Path::new(&floor)));
        app_times.push(start_to_usable(Path::new(&app)));
    }
    println!("{}", serde_json::json!({ "app": app_times, "floor": floor_times }));
    ExitCode::SUCCESS
}

/// Milliseconds from starting the program to the first accepted key.
fn start_to_usable(program: &Path) -> f64 {
    let desk = Arc::new(Desk::new());
    // Nobody answers at the discard port: the first page needs no portal.
    let variables = [
        ("LANDED_DATA", desk.folder("app").display().to_string()),
        ("LANDED_PORTAL", "http://127.0.0.1:9".to_owned()),
    ];
    let driver = Window::driver(&desk, &variables);
    let started = Instant::now();
    let window = driver.open(program);
    window.first_key_accepted();
    let took = started.elapsed();
    window.kill();
    took.as_secs_f64() * 1000.0
}
