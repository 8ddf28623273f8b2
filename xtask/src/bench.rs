//! Measures against the committed floors, prints a table and writes `target/bench/NAME.json`.

mod applicant;
mod interface;
mod lighthouse;
mod photo;
mod portal;
mod quiet;
mod series;

use crate::failure::{Failure, Outcome};
use crate::places;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use series::Series;

/// What is measured.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// The parts; all when none is named
    parts: Vec<Part>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Part {
    /// Pictures: judging, cleaning, framing, natively and in WebAssembly; memory
    Photo,
    /// The portal: reading, signing in, uploads, memory
    Portal,
    /// The device's store: keeping a draft, opening
    Applicant,
    /// The interface: weight, start-up, answer to a key, rest, memory, Lighthouse
    Ui,
}

/// One figure, with its floor and its aim where there is one.
struct Figure {
    name: String,
    unit: &'static str,
    value: f64,
    floor: Option<f64>,
    spread: Option<(f64, f64)>,
    aim: &'static str,
}

impl Figure {
    /// A single number.
    fn new(name: &str, unit: &'static str, value: f64) -> Self {
        Self { name: name.to_owned(), unit, value, floor: None, spread: None, aim: "" }
    }

    /// The median of a series, with its spread.
    fn of(name: &str, unit: &'static str, series: &Series) -> Self {
        Self { spread: Some(series.spread()), ..Self::new(name, unit, series.median()) }
    }

    /// Beside the median of the floor's series.
    fn above(self, floor: &Series) -> Self {
        Self { floor: Some(floor.median()), ..self }
    }

    /// With what it is to reach, in words.
    fn aiming_at(self, aim: &'static str) -> Self {
        Self { aim, ..self }
    }

    /// How many times the floor it is. Of a floor that is nearly nothing no multiple says anything.
    fn ratio(&self) -> Option<f64> {
        self.floor.filter(|floor| *floor >= 1.0).map(|floor| self.value / floor)
    }

    /// As it is written down.
    fn entry(&self) -> Value {
        let mut entry = json!({ "value": rounded(self.value), "unit": self.unit });
        if let Some(floor) = self.floor {
            entry["floor"] = json!(rounded(floor));
        }
        if let Some(ratio) = self.ratio() {
            entry["ratio"] = json!(rounded(ratio));
        }
        if let Some((least, most)) = self.spread {
            entry["spread"] = json!([rounded(least), rounded(most)]);
        }
        entry
    }

    /// As it is shown.
    fn line(&self) -> String {
        let value = format!("{} {}", shown(self.value), self.unit);
        let floor = self.floor.map(shown).unwrap_or_default();
        let ratio = self.ratio().map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let spread =
            self.spread.map(|(least, most)| format!("{} to {}", shown(least), shown(most)));
        let (spread, aim) = (spread.unwrap_or_default(), self.aim);
        format!("{:<34} {value:>10} {floor:>8} {ratio:>6}  {spread:<18} {aim}", self.name)
    }
}

/// Measures every part that was named.
///
/// # Errors
/// A part cannot be built, or something of it cannot be measured; the rest is told nevertheless.
pub(crate) fn run(options: &Options) -> Outcome {
    let parts = if options.parts.is_empty() { Part::value_variants() } else { &options.parts };
    let mut failed = 0;
    for part in parts {
        let (name, outcomes) = match part {
            Part::Photo => ("photo", photo::measure()?),
            Part::Portal => ("portal", portal::measure()?),
            Part::Applicant => ("applicant", applicant::measure()?),
            Part::Ui => ("ui", interface::measure()?),
        };
        let mut figures = Vec::new();
        for outcome in outcomes {
            match outcome {
                Ok(measured) => figures.extend(measured),
                Err(failure) => {
                    println!("error: {failure}");
                    failed += 1;
                }
            }
        }
        report(name, &figures)?;
    }
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{failed} kinds of figures could not be measured; see above")))
    }
}

fn report(name: &str, figures: &[Figure]) -> Outcome {
    let titles = format!("{:>10} {:>8} {:>6}  {:<18} aim", "value", "floor", "ratio", "spread");
    println!("\n{name:<34} {titles}");
    let mut written = Map::new();
    for figure in figures {
        println!("{}", figure.line());
        written.insert(figure.name.clone(), figure.entry());
    }
    let folder = places::target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let file = folder.join(format!("{name}.json"));
    std::fs::write(&file, format!("{:#}\n", Value::Object(written)))
        .map_err(|error| Failure::file("write", &file, &error))
}

/// With one digit after the point, or two where the number is small.
fn shown(number: f64) -> String {
    if number < 10.0 { format!("{number:.2}") } else { format!("{number:.1}") }
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
