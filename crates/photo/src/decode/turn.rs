//! How a stored picture comes to be upright: the eight ways in which a camera can be held, as
//! arithmetic on places. Nothing else of the file's metadata is known here.

use super::CHANNELS;
use image::metadata::Orientation;

/// From a place in the upright picture to the place in the stored one: columns and rows exchanged
/// first, then counted from the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Rows of the upright picture are columns of the stored one.
    pub(crate) transposed: bool,
    /// Columns of the stored picture are counted from its right edge.
    from_right: bool,
    /// Rows of the stored picture are counted from its lower edge.
    from_below: bool,
}

impl Turn {
    /// What the file's orientation asks for.
    pub(crate) const fn of(orientation: Orientation) -> Self {
        let (transposed, from_right, from_below) = match orientation {
            Orientation::NoTransforms => (false, false, false),
            Orientation::FlipHorizontal => (false, true, false),
            Orientation::Rotate180 => (false, true, true),
            Orientation::FlipVertical => (false, false, true),
            Orientation::Rotate90FlipH => (true, false, false),
            Orientation::Rotate90 => (true, false, true),
            Orientation::Rotate270FlipH => (true, true, true),
            Orientation::Rotate270 => (true, true, false),
        };
        Self { transposed, from_right, from_below }
    }

    /// Whether stored and upright are the same.
    pub(crate) const fn is_nothing(self) -> bool {
        !self.transposed && !self.from_right && !self.from_below
    }

    /// Width and height of the upright picture, from those of the stored one; and back.
    pub(crate) const fn upright(self, width: usize, height: usize) -> (usize, usize) {
        if self.transposed { (height, width) } else { (width, height) }
    }

    /// Where a span of the upright picture begins in the stored one: `at` and `length` of its
    /// columns and rows, `stored` the size of the stored picture.
    pub(crate) const fn stored_area(
        self,
        at: (usize, usize),
        size: (usize, usize),
        stored: (usize, usize),
    ) -> Area {
        let (x, y) = if self.transposed { (at.1, at.0) } else { at };
        let (width, height) = self.upright(size.0, size.1);
        Area {
            x: if self.from_right { stored.0 - x - width } else { x },
            y: if self.from_below { stored.1 - y - height } else { y },
            width,
            height,
        }
    }
}

/// A rectangle of the stored picture, inside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    /// Its first column.
    pub(crate) x: usize,
    /// Its first row.
    pub(crate) y: usize,
    /// Columns.
    pub(crate) width: usize,
    /// Rows.
    pub(crate) height: usize,
}

/// Copies as many upright rows as `band` has room for, from the upright row `top` on. `stored` is
/// the size of the picture in `rgb`.
pub(crate) fn copy(rgb: &[u8], stored: (usize, usize), turn: Turn, top: usize, band: &mut [u8]) {
    let (width, height) = stored;
    let (across, _) = turn.upright(width, height);
    let row_bytes = across * CHANNELS;
    let rows = band.len() / row_bytes;
    if turn.transposed {
        // One column of the band after another: its pixels lie side by side in the file.
        for x in 0..across {
            let y = if turn.from_below { height - 1 - x } else { x };
            let start = if turn.from_right { width - top - rows } else { top };
            let span = &rgb[(y * width + start) * CHANNELS..][..rows * CHANNELS];
            let targets = band.chunks_exact_mut(row_bytes);
            let put = |(row, pixel): (&mut [u8], &[u8])| {
                row[x * CHANNELS..][..CHANNELS].copy_from_slice(pixel);
            };
            if turn.from_right {
                targets.zip(span.rchunks_exact(CHANNELS)).for_each(put);
            } else {
                targets.zip(span.chunks_exact(CHANNELS)).for_each(put);
            }
        }
        return;
    }
    for (offset, row) in band.chunks_exact_mut(row_bytes).enumerate() {
        let y = if turn.from_below { height - 1 - top - offset } else { top + offset };
        let source = &rgb[y * row_bytes..][..row_bytes];
        if turn.from_right {
            for (to, from) in row.chunks_exact_mut(CHANNELS).zip(source.rchunks_exact(CHANNELS)) {
                to.copy_from_slice(from);
            }
        } else {
            row.copy_from_slice(source);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Picture;
    use image::{DynamicImage, RgbImage};

    fn stored(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, (x * 7 + y) as u8]))
    }

    #[test]
    fn all_eight_ways_agree_with_a_library_that_turns_whole_pictures() {
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let picture = stored(83, 67);
            let mut expected = DynamicImage::ImageRgb8(picture.clone());
            expected.apply_orientation(orientation);
            let turn = Turn::of(orientation);
            let picture = Picture { width: 83, height: 67, turn, rgb: picture.into_raw().into() };
            let mut rows = Vec::new();
            picture.upright_rows(|row| rows.extend_from_slice(row));
            assert_eq!(
                turn.upright(83, 67),
                (expected.width() as usize, expected.height() as usize)
            );
            assert_eq!(rows, expected.into_rgb8().into_raw(), "orientation {exif}");
        }
    }

    #[test]
    fn a_part_of_the_upright_picture_is_found_in_the_stored_one() {
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let turn = Turn::of(orientation);
            let whole = stored(83, 67);
            let mut upright = DynamicImage::ImageRgb8(whole.clone());
            upright.apply_orientation(orientation);
            let expected = upright.crop_imm(5, 9, 20, 30).into_rgb8();
            let area = turn.stored_area((5, 9), (20, 30), (83, 67));
            let (x, y, width, height) =
                (area.x as u32, area.y as u32, area.width as u32, area.height as u32);
            let part = image::imageops::crop_imm(&whole, x, y, width, height).to_image();
            let mut part = DynamicImage::ImageRgb8(part);
            part.apply_orientation(orientation);
            assert_eq!(part.into_rgb8(), expected, "orientation {exif}");
        }
    }
}
