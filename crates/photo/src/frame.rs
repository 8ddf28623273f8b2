//! Framing: the part of a picture that somebody chose, cut out, made smaller where it is larger than
//! may be sent, and encoded. Nothing else is changed: no colour is bettered, nothing is sharpened,
//! nothing is added where the picture ends.

use crate::colour::Profile;
use crate::encode::{self, Pixels, Purpose};
use crate::part::{self, Part};
use crate::{decode, header};
use contract::crop::{Crop, Ground};
use contract::photo::check_picture;
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};

/// The quality that a photo is encoded with.
const BEST: u8 = 95;
/// The quality under which it is made smaller rather than worse.
const LEAST: u8 = 90;
/// How high the photo is printed, in millimetres (programme's rule: 50 by 70 mm).
const PRINTED_MM: u32 = 70;
/// How often the photo is made smaller until it is light enough. Each time is meant to be enough.
const SHRINKS: u32 = 6;

/// A photo made of a part of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Framed {
    /// The file: a baseline JPEG in sRGB, colours at full size, without metadata.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The quality that it was encoded with, from 90 to 95; under 95 only where it would else have
    /// been too heavy.
    pub quality: u8,
    /// What the colour profile calls itself from which colours were converted to sRGB.
    pub profile: Option<String>,
}

/// Cuts `crop` out of the upright picture and makes a file of it that may be sent.
///
/// # Errors
/// Those of [`crate::inspect`]; `photo_no_room` where the crop goes outside of the picture, with
/// the pixels that are missing on each side; `photo_too_small` and `photo_wrong_shape` where the
/// crop itself is.
pub fn frame(bytes: &[u8], crop: Crop, policy: &PhotoPolicy) -> Result<Framed, Problem> {
    let header = header::read(bytes, policy)?;
    let (width, height) = header.upright_size();
    let ground = Ground { width, height, policy };
    let part = judge(crop, ground)?;
    let profile = Profile::of(&header);
    let name = profile.as_ref().map(|profile| profile.name().to_owned());
    let mut size = ground.framed_size(crop);
    let mut weighs = 0;
    for _ in 0..SHRINKS {
        // Decoded anew each time: all but the noisiest pictures are light enough the first time,
        // and holding the picture beside its encoding would cost every picture the memory.
        let picture = decode::decode(bytes, &header)?;
        let to = (size.0 as usize, size.1 as usize);
        let pixels = part::show(picture, profile.clone(), part, to);
        match encode_within(&pixels, policy.max_bytes).ok_or(Code::PhotoUnreadable)? {
            Encoded::Fits { bytes, quality } => {
                let (width, height) = size;
                return Ok(Framed { bytes, width, height, quality, profile: name });
            }
            Encoded::Weighs(weight) => {
                weighs = weight;
                size = lighter(size, weight, ground);
            }
        }
    }
    Err(Problem::new(Code::PhotoTooHeavy).with("bytes", weighs).with("limit", policy.max_bytes))
}

/// The crop as a part of the picture, where it is one that a photo can be made of.
fn judge(crop: Crop, ground: Ground<'_>) -> Result<Part, Problem> {
    let missing = ground.missing(crop);
    if !missing.is_nothing() {
        return Err(Problem::new(Code::PhotoNoRoom)
            .with("left", missing.left)
            .with("top", missing.top)
            .with("right", missing.right)
            .with("bottom", missing.bottom));
    }
    // Too large is no problem of a crop: it is made smaller.
    let problems = check_picture(crop.width, crop.height, 0, ground.policy);
    if let Some(problem) = problems.into_iter().find(|one| one.code != Code::PhotoTooLarge) {
        return Err(problem);
    }
    let inside = |at: i32| usize::try_from(at).map_err(|_| Code::PhotoNoRoom);
    let at = (inside(crop.x)?, inside(crop.y)?);
    Ok(Part { at, size: (crop.width as usize, crop.height as usize) })
}

enum Encoded {
    Fits {
        bytes: Vec<u8>,
        quality: u8,
    },
    /// What it weighs at the least quality.
    Weighs(u64),
}

/// The best quality at which it weighs no more than `limit`.
fn encode_within(pixels: &Pixels, limit: u64) -> Option<Encoded> {
    let at = |quality| {
        let purpose = Purpose::Photo { quality, height_mm: PRINTED_MM };
        encode::jpeg(pixels, purpose)
    };
    let fits = |bytes: &[u8]| bytes.len() as u64 <= limit;
    let bytes = at(BEST)?;
    if fits(&bytes) {
        return Some(Encoded::Fits { bytes, quality: BEST });
    }
    let mut found = (at(LEAST)?, LEAST);
    if !fits(&found.0) {
        return Some(Encoded::Weighs(found.0.len() as u64));
    }
    let mut heavy = BEST;
    while heavy - found.1 > 1 {
        let quality = found.1 + (heavy - found.1) / 2;
        let bytes = at(quality)?;
        if fits(&bytes) {
            found = (bytes, quality);
        } else {
            heavy = quality;
        }
    }
    Some(Encoded::Fits { bytes: found.0, quality: found.1 })
}

/// The size at which as noisy a picture is light enough, in the same shape and never under the
/// smallest.
fn lighter(size: (u32, u32), weight: u64, ground: Ground<'_>) -> (u32, u32) {
    let policy = ground.policy;
    let share = (policy.max_bytes as f64 / weight.max(1) as f64).min(1.0).sqrt() * 0.98;
    let height = ((f64::from(size.1) * share) as u32).max(policy.min_height).min(size.1);
    let width = (f64::from(size.0) * f64::from(height) / f64::from(size.1) + 0.5) as u32;
    (width.max(policy.min_width).min(size.0), height)
}
