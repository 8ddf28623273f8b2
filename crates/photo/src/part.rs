//! A part of a picture as it is shown: upright, in sRGB, at the size that is wanted. The picture is
//! given up on the way, so that it and its turned result are never held together.

use crate::colour::{Profile, ToSrgb};
use crate::decode::{self, CHANNELS, Picture};
use crate::encode::Pixels;
use crate::resample::resample;

/// A part of the upright picture: its first column and row, its columns and rows.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// First column and first row.
    pub(crate) at: (usize, usize),
    /// Columns and rows; the part lies inside of the picture.
    pub(crate) size: (usize, usize),
}

/// Shows a part at `size`, which is at most the part's own.
pub(crate) fn show(
    picture: Picture,
    profile: Option<Profile>,
    part: Part,
    size: (usize, usize),
) -> Pixels {
    let turn = picture.turn;
    let area = turn.stored_area(part.at, part.size, (picture.width, picture.height));
    let stored = turn.upright(size.0, size.1);
    let mut colours = ToSrgb::from(profile);
    let mut rgb = vec![0; size.0 * size.1 * CHANNELS];
    let row_bytes = stored.0 * CHANNELS;
    let mut rows = rgb.chunks_exact_mut(row_bytes);
    if (area.width, area.height) == stored {
        for (row, to) in rows.enumerate() {
            let start = ((area.y + row) * picture.width + area.x) * CHANNELS;
            colours.convert_narrow(&picture.rgb[start..start + row_bytes], to);
        }
    } else {
        resample(&picture, area, stored, |row| {
            if let Some(to) = rows.next() {
                colours.convert(row, to);
            }
        });
    }
    drop(picture);
    if !turn.is_nothing() {
        let mut upright = vec![0; rgb.len()];
        decode::copy(&rgb, stored, turn, 0, &mut upright);
        rgb = upright;
    }
    Pixels { width: size.0, height: size.1, rgb }
}
