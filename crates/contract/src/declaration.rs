//! Declaring presence in Canada: online only, one record per person, never undone here.

use crate::id::{PersonId, each_once};
use crate::{Code, FieldProblem, Language};
use serde::{Deserialize, Serialize};

/// The version of the text that is agreed to. Changes with every change of meaning.
pub const STATEMENT_VERSION: &str = "2026-11";

/// Body of `POST /api/v1/declarations`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclarePresence {
    /// Each person for whom it is declared; one tick each.
    pub people: Vec<PersonId>,
    /// The version of the text that was read: [`STATEMENT_VERSION`].
    pub statement_version: String,
    /// The language it was read in.
    pub language: Language,
}

impl DeclarePresence {
    /// The same declaration, each person once.
    ///
    /// # Errors
    /// `people` where nobody was ticked.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        if self.people.is_empty() {
            return Err(vec![FieldProblem::new("people", Code::NobodyChosen)]);
        }
        Ok(Self { people: each_once(&self.people), ..self.clone() })
    }
}
