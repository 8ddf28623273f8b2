//! Whether a whole file that arrived may become a photo, by the same code as the app's, and what is
//! kept of it: nothing that identifies somebody.

use super::refusal::Refusal;
use crate::rules::upload::Announced;
use crate::secret;
use contract::photo::PictureFormat;
use contract::policy::PhotoPolicy;
use contract::{Code, FieldProblem, Problem};

/// A whole file that may become a photo.
pub(super) struct Examined {
    /// What is kept of it.
    pub(super) bytes: Vec<u8>,
    /// Whether something was removed from it.
    pub(super) stripped: bool,
    /// Its format, by content.
    pub(super) format: PictureFormat,
    /// SHA-256 of its pixels.
    pub(super) pixels_sha256: secret::Sha,
}

/// Says whether a whole file may become a photo, and removes what identifies somebody. Blocks.
pub(super) fn examine(
    bytes: Vec<u8>,
    announced: &Announced,
    policy: &PhotoPolicy,
) -> Result<Examined, Refusal> {
    if secret::sha256(&bytes) != announced.sha256 {
        return Err(Code::DigestMismatch.into());
    }
    // By its header alone: a picture larger than may be sent is never decoded.
    let refusals = photo::refusals(&bytes, policy)?;
    if !refusals.is_empty() {
        return Err(all_of(&refusals));
    }
    let facts = photo::inspect(&bytes, policy)?;
    let pixels_sha256 = facts.pixels_sha256.ok_or(Code::PhotoUnreadable)?;
    let stripped = !facts.tags.is_empty();
    let bytes = if stripped { photo::strip(&bytes, policy)?.bytes } else { bytes };
    Ok(Examined { bytes, stripped, format: facts.format, pixels_sha256 })
}

/// Several refusals as one: the first gives the code, all are named in the fields.
fn all_of(refusals: &[Problem]) -> Refusal {
    let Some((first, others)) = refusals.split_first() else {
        return Code::PhotoUnreadable.into();
    };
    let mut problem = first.clone();
    if !others.is_empty() {
        problem.fields = refusals
            .iter()
            .map(|refusal| FieldProblem {
                field: "photo".to_owned(),
                code: refusal.code,
                args: refusal.args.clone(),
            })
            .collect();
    }
    problem.into()
}
