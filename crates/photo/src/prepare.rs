//! The file that will be sent: a framed photo, or the source as it is without what identifies
//! somebody.

use crate::{Facts, frame, inspect, strip};
use contract::Problem;
use contract::crop::Crop;
use contract::picked::PreparedPhoto;
use contract::policy::PhotoPolicy;

/// A file within every limit, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is known of it.
    pub photo: PreparedPhoto,
}

/// Makes the file that will be sent: of `crop` where there is one, else of the whole source, whose
/// pixels then stay as they are.
///
/// # Errors
/// Those of [`crate::frame`] and [`crate::inspect`]; without a crop also the first refusal of a
/// source that may not be sent as it is.
pub fn prepare(
    bytes: &[u8],
    crop: Option<Crop>,
    policy: &PhotoPolicy,
) -> Result<Prepared, Problem> {
    match crop {
        Some(crop) => {
            let framed = frame(bytes, crop, policy)?.bytes;
            // Read back as the portal will: what it is, is said of the very bytes that are sent.
            let facts = inspect(&framed, policy)?;
            Ok(Prepared { photo: photo_of(&facts, Some(crop)), bytes: framed })
        }
        None => as_it_is(strip(bytes, policy)?.bytes, policy),
    }
}

/// A file from which everything was removed that does not leave the device.
pub(crate) fn as_it_is(stripped: Vec<u8>, policy: &PhotoPolicy) -> Result<Prepared, Problem> {
    let facts = inspect(&stripped, policy)?;
    match facts.refusals.first() {
        Some(refusal) => Err(refusal.clone()),
        None => Ok(Prepared { photo: photo_of(&facts, None), bytes: stripped }),
    }
}

fn photo_of(facts: &Facts, crop: Option<Crop>) -> PreparedPhoto {
    let pixels = facts.pixels_sha256.unwrap_or_default();
    PreparedPhoto {
        format: facts.format,
        width: facts.width,
        height: facts.height,
        bytes: facts.bytes,
        crop,
        pixels_sha256: pixels.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
