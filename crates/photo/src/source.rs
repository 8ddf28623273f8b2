//! A picked file as a client takes it in: what it is, what stands in the way of sending it, and,
//! where nothing does, the file that will be sent. The app and the browser edition decide the same.

use crate::prepare::{Prepared, as_it_is};
use crate::{Facts, Look, look, strip};
use contract::Problem;
use contract::picked::Obstacles;
use contract::policy::PhotoPolicy;

/// What a client keeps of a picked file, beside the file itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it is.
    pub facts: Facts,
    /// A small picture of it, see [`look`].
    pub preview: Vec<u8>,
    /// The file without what identifies somebody. Its hash tells the same picture again, also after
    /// another program has passed it on.
    pub bare: Vec<u8>,
    /// What stops it from being sent as it is. What is removed from it does not count as weight.
    pub obstacles: Obstacles,
    /// What will be sent, unless a part is chosen; absent where something stands in the way.
    pub prepared: Option<Prepared>,
}

/// Takes in a picked file.
///
/// # Errors
/// Those of [`crate::inspect`]: where it is no picture that can be looked at.
pub fn source(bytes: &[u8], policy: &PhotoPolicy) -> Result<Source, Problem> {
    let Look { facts, preview } = look(bytes, policy)?;
    let bare = strip(bytes, policy)?.bytes;
    let weight = bare.len() as u64;
    let mut obstacles = Obstacles::of_source(facts.width, facts.height, weight, policy);
    let mut prepared = None;
    if obstacles.is_none() {
        match as_it_is(bare.clone(), policy) {
            Ok(made) => prepared = Some(made),
            Err(problem) => obstacles.fixables.push(problem),
        }
    }
    Ok(Source { facts, preview, bare, obstacles, prepared })
}
