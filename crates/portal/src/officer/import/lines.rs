//! JSON whose values know their line: each is kept as its own piece of the text, and a piece knows
//! where it lies in the whole.

use super::Fault;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A JSON text, to look lines up in.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a>(pub(super) &'a str);

impl<'a> Lines<'a> {
    /// The line of a piece of this text, from 1.
    pub(super) fn of(self, piece: &RawValue) -> usize {
        // Both lie in the same memory, since pieces are borrowed from the text.
        let start = piece.get().as_ptr().addr().saturating_sub(self.0.as_ptr().addr());
        let before = self.0.as_bytes().get(..start).unwrap_or_default();
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }

    /// Reads the whole text.
    pub(super) fn whole<T: Deserialize<'a>>(self) -> Result<T, Fault> {
        serde_json::from_str(self.0).map_err(|error| fault(1, &error))
    }

    /// Reads a piece.
    pub(super) fn read<T: Deserialize<'a>>(self, piece: &'a RawValue) -> Result<T, Fault> {
        serde_json::from_str(piece.get()).map_err(|error| fault(self.of(piece), &error))
    }
}

fn fault(first_line: usize, error: &serde_json::Error) -> Fault {
    // "… at line 3 column 7" tells the line within the piece only.
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text).to_owned();
    Fault { line: first_line + error.line().max(1) - 1, what }
}
