//! The file that will be sent: a framed photo, or the source as it is without what identifies
//! somebody.

use crate::{frame, inspect, strip};
use contract::Problem;
use contract::crop::Crop;
use contract::photo::PictureFormat;
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
    if let Some(crop) = crop {
        let framed = frame(bytes, crop, policy)?;
        let photo = PreparedPhoto {
            format: PictureFormat::Jpeg,
            width: framed.width,
            height: framed.height,
            bytes: framed.bytes.len() as u64,
            crop: Some(crop),
        };
        return Ok(Prepared { bytes: framed.bytes, photo });
    }
    as_it_is(strip(bytes, policy)?.bytes, policy)
}

/// A file from which everything was removed that does not leave the device.
pub(crate) fn as_it_is(stripped: Vec<u8>, policy: &PhotoPolicy) -> Result<Prepared, Problem> {
    let facts = inspect(&stripped, policy)?;
    if let Some(refusal) = facts.refusals.into_iter().next() {
        return Err(refusal);
    }
    let photo = PreparedPhoto {
        format: facts.format,
        width: facts.width,
        height: facts.height,
        bytes: facts.bytes,
        crop: None,
    };
    Ok(Prepared { bytes: stripped, photo })
}
