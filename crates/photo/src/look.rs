//! A first look at a picked file: what it is, and a small copy of it to be shown on this device. The
//! file is decoded once for both.

use crate::colour::Profile;
use crate::encode::{self, Purpose};
use crate::facts::{self, Facts};
use crate::part::{self, Part};
use crate::{decode, header};
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};

/// The longest side of a preview, in pixels: enough for the crop editor on a screen of two pixels a
/// point, and a tenth of the weight of what a phone takes.
const PREVIEW_SIDE: usize = 1600;

/// What a first look tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What the file is.
    pub facts: Facts,
    /// The picture upright as an sRGB JPEG without metadata, its longest side at most 1600 pixels.
    pub preview: Vec<u8>,
}

/// Says what a file is, as [`crate::inspect`] does, and makes the preview.
///
/// # Errors
/// Those of [`crate::inspect`].
pub fn look(bytes: &[u8], policy: &PhotoPolicy) -> Result<Look, Problem> {
    let header = header::read(bytes, policy)?;
    let picture = decode::decode(bytes, &header)?;
    let facts = facts::of_picture(bytes, &header, &picture, policy);
    let whole = picture.turn.upright(picture.width, picture.height);
    let part = Part { at: (0, 0), size: whole };
    let pixels = part::show(picture, Profile::of(&header), part, preview_size(whole));
    let preview = encode::jpeg(&pixels, Purpose::Preview).ok_or(Code::PhotoUnreadable)?;
    Ok(Look { facts, preview })
}

fn preview_size((width, height): (usize, usize)) -> (usize, usize) {
    let longest = width.max(height);
    if longest <= PREVIEW_SIDE {
        return (width, height);
    }
    let scaled = |side: usize| ((side * PREVIEW_SIDE + longest / 2) / longest).max(1);
    (scaled(width), scaled(height))
}
