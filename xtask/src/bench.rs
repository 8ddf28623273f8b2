//! Measures against the committed floors, prints a table and writes `target/bench/NAME.json`.

mod interface;

use crate::failure::{Failure, Outcome};
use crate::places;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

/// What is measured.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// The parts; all when none is named
    parts: Vec<Part>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// Weight, start-up and size of the app
    Ui,
}

/// One figure, with its floor where there is one.
pub(crate) struct Figure {
    name: &'static str,
    unit: &'static str,
    value: f64,
    floor: Option<f64>,
    spread: Option<(f64, f64)>,
}

/// Measures every part that was named.
///
/// # Errors
/// A part cannot be built or measured.
pub(crate) fn run(options: &Options) -> Outcome {
    let parts = if options.parts.is_empty() { Part::value_variants() } else { &options.parts };
    for part in parts {
        let (name, figures) = match part {
            Part::Ui => ("ui", interface::measure()?),
        };
        report(name, &figures)?;
    }
    Ok(())
}

fn report(name: &str, figures: &[Figure]) -> Outcome {
    println!("\n{:<24} {:>10} {:>10} {:>7}  spread", name, "value", "floor", "ratio");
    let mut written = Map::new();
    for figure in figures {
        let mut entry = json!({ "value": figure.value, "unit": figure.unit });
        let mut shown = [String::new(), String::new(), String::new()];
        if let Some(floor) = figure.floor {
            let ratio = figure.value / floor;
            entry["floor"] = json!(floor);
            entry["ratio"] = json!((ratio * 100.0).round() / 100.0);
            shown[0] = format!("{floor:.1}");
            shown[1] = format!("{ratio:.2}");
        }
        if let Some((least, most)) = figure.spread {
            entry["spread"] = json!([least, most]);
            shown[2] = format!("{least:.1} to {most:.1}");
        }
        println!(
            "{:<24} {:>10} {:>10} {:>7}  {}",
            figure.name,
            format!("{:.1} {}", figure.value, figure.unit),
            shown[0],
            shown[1],
            shown[2]
        );
        written.insert(figure.name.to_owned(), entry);
    }
    let folder = places::target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let file = folder.join(format!("{name}.json"));
    std::fs::write(&file, format!("{:#}\n", Value::Object(written)))
        .map_err(|error| Failure::file("write", &file, &error))
}
