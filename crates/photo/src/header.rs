//! What is in a picture's file before any pixel: format, stored size, how the camera was held, the
//! colour profile, and how much work the decoding will be. Everything that bounds the decoding is
//! judged here, from the structure of the file alone; it never decodes and never trusts a size that
//! it has not compared with the limits.

mod icc;
pub(crate) mod jpeg;
pub(crate) mod png;

use crate::jpeg::Shown;
use crate::sniff;
use contract::photo::PictureFormat;
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};
use image::metadata::Orientation;

pub(crate) use icc::{MAX_ICC_BYTES, Part, assemble, inflate, profile_name};

/// The most pixels on one side.
const LONGEST_SIDE: u32 = 65_535;

/// What the file says of the picture.
#[derive(Debug)]
pub(crate) struct Header {
    /// The format, by content.
    pub(crate) format: PictureFormat,
    /// Pixels across as stored.
    pub(crate) width: u32,
    /// Pixels down as stored.
    pub(crate) height: u32,
    /// How the camera was held.
    pub(crate) orientation: Orientation,
    /// The colour profile, where there is a sound one; at most [`MAX_ICC_BYTES`].
    pub(crate) icc: Option<Vec<u8>>,
    /// Samples of a pixel: 1 grey, 2 grey and alpha, 3 colours (also by a palette), 4 with alpha.
    pub(crate) components: u8,
    /// What of a JPEG its decoder is shown.
    pub(crate) shown: Shown,
    /// Scans of a JPEG; 1 for a PNG.
    pub(crate) scans: u32,
    /// Whether there is as much data as a picture of this size has at the least. A PNG may be of
    /// one colour and packed to a thousandth; its decoding fails where it ends.
    pub(crate) filled: bool,
}

impl Header {
    /// Pixels across and down once the picture is turned as its camera was held.
    pub(crate) const fn upright_size(&self) -> (u32, u32) {
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (self.height, self.width),
            _ => (self.width, self.height),
        }
    }

    /// How many pixels there are.
    pub(crate) const fn pixels(&self) -> u64 {
        self.width as u64 * self.height as u64
    }

    /// What the colour profile calls itself, where there is one.
    pub(crate) fn profile_name(&self) -> Option<String> {
        self.icc.as_deref().map(profile_name)
    }
}

/// Reads what is in a file before any pixel, and holds it to the limits of what is decoded at all.
///
/// # Errors
/// `photo_empty`, `photo_too_heavy` (over the policy's `source_max_bytes`), `photo_wrong_format`
/// (not JPEG or PNG, a JPEG of a kind that nobody's viewer shows, or one in CMYK, whose colours
/// cannot be told without the print's profile), `photo_too_many_pixels`, `photo_unreadable`.
pub(crate) fn read(bytes: &[u8], policy: &PhotoPolicy) -> Result<Header, Problem> {
    let format = admit(bytes, policy)?;
    let header = match format {
        PictureFormat::Jpeg => jpeg::read(bytes)?,
        PictureFormat::Png => png::read(bytes).ok_or(Code::PhotoUnreadable)?,
    };
    let pixels = header.pixels();
    // No JPEG can be longer, and a row of millions of pixels takes memory by the row.
    if pixels == 0 || header.width.max(header.height) > LONGEST_SIDE {
        return Err(Code::PhotoUnreadable.into());
    }
    if pixels > policy.source_max_pixels {
        return Err(Problem::new(Code::PhotoTooManyPixels)
            .with("megapixels", pixels.div_ceil(1_000_000))
            .with("limit", policy.source_max_pixels / 1_000_000));
    }
    if !header.filled
        || header.scans > jpeg::MAX_SCANS
        || u64::from(header.scans) * pixels > jpeg::SCANNED_PIXELS_FACTOR * policy.source_max_pixels
    {
        return Err(Code::PhotoUnreadable.into());
    }
    Ok(header)
}

/// Weighs a file and tells its format by its first bytes.
fn admit(bytes: &[u8], policy: &PhotoPolicy) -> Result<PictureFormat, Problem> {
    if bytes.is_empty() {
        return Err(Code::PhotoEmpty.into());
    }
    let weight = bytes.len() as u64;
    if weight > policy.source_max_bytes {
        return Err(Problem::new(Code::PhotoTooHeavy)
            .with("bytes", weight)
            .with("limit", policy.source_max_bytes));
    }
    sniff::format(bytes)
}
