//! Taking in approved households from JSON. The whole file is checked first, each fault is named
//! with its line, and nothing is taken in while there is one. The same file again changes nothing.

mod check;
mod lines;

use super::Office;
use crate::secret;
use crate::store::{Imported, StoreError};
use check::Checked;
use std::fmt;

/// Something wrong in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is wrong, in these places.
    #[error("{}", list(.0))]
    Faults(Vec<Fault>),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system has no randomness for ids.
    #[error("{0}")]
    Random(#[from] getrandom::Error),
}

fn list(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

/// What was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Households that are new.
    pub new: usize,
    /// Households that were there with the same details.
    pub same: usize,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.new {
            0 => write!(f, "no change: {} already imported", households(self.same)),
            new => write!(f, "{} imported, {} already there", households(new), self.same),
        }
    }
}

fn households(count: usize) -> String {
    match count {
        1 => "1 household".to_owned(),
        count => format!("{count} households"),
    }
}

/// Takes in the households of a JSON text: `{"households": [{"application_number", "applied_on",
/// "people": [{"uci", "given", "family", "date_of_birth", "relationship", "email"}]}]}`.
///
/// # Errors
/// Every fault of the file with its line, also where a household or a UCI is known with other
/// details. Nothing is taken in then.
pub async fn import(office: &Office, json: &str) -> Result<Report, ImportError> {
    let now = office.now();
    let today = crate::days::day(now, &crate::days::zone_of(None));
    let checked = check::check(json, today, &office.policy).map_err(ImportError::Faults)?;
    let households = checked
        .iter()
        .map(|household| household.with_ids(|| secret::new_id(now.as_millisecond())))
        .collect::<Result<Vec<_>, _>>()?;
    let fault = |line: usize, what: String| Err(ImportError::Faults(vec![Fault { line, what }]));
    match office.store.import(households, now).await? {
        Imported::Taken { new, same } => Ok(Report { new, same }),
        Imported::Different { household } => {
            let Checked { line, application_number, .. } = &checked[household];
            fault(*line, format!("{application_number} was imported before with other details"))
        }
        Imported::UciTaken { household, person } => {
            let person = &checked[household].people[person];
            fault(person.line, format!("UCI {} belongs to another application", person.uci))
        }
    }
}
