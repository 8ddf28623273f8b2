//! Whether two pictures of a page look alike to somebody who has both before them. Pixels may differ
//! a little, as they do when another version of a library draws the same letters; a button that
//! stands elsewhere may not.
//!
//! Pictures are kept at half their size, which is also the first blur. They are compared in squares:
//! of each the mean difference of the blurred colours counts, and the worst square decides.

use std::fs::File;
use std::io::{BufReader, BufWriter, Cursor};
use std::path::Path;

/// The side of a square, in pixels of the halved picture.
const SQUARE: usize = 8;
/// How far colours are blurred, in pixels to each side.
const BLUR: usize = 1;
/// The largest mean difference of a square that still looks alike, of 255. Letters drawn with other
/// edges come to about 6; a line of text moved by its height comes to 30 and more.
pub const ALIKE: f64 = 16.0;

/// A picture in three colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

/// How much two pictures differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The mean difference in the worst square, of 255.
    pub worst: f64,
    /// Where that square begins, in pixels of the halved picture.
    pub at: (usize, usize),
}

impl Picture {
    /// A picture out of a PNG's bytes.
    ///
    /// # Panics
    /// When it is none, or has other colours than browsers draw with.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Self {
        Self::read(png::Decoder::new(Cursor::new(bytes)))
    }

    /// A picture out of a file.
    ///
    /// # Panics
    /// When it cannot be read.
    #[must_use]
    pub fn open(file: &Path) -> Self {
        Self::read(png::Decoder::new(BufReader::new(File::open(file).unwrap())))
    }

    fn read(decoder: png::Decoder<impl std::io::BufRead + std::io::Seek>) -> Self {
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        assert_eq!(info.bit_depth, png::BitDepth::Eight, "eight bits for each colour");
        let samples = info.color_type.samples();
        assert!(samples >= 3, "colours, not {:?}", info.color_type);
        let pixels = bytes[..info.buffer_size()].chunks_exact(samples);
        Self {
            width: info.width as usize,
            height: info.height as usize,
            pixels: pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        }
    }

    /// Keeps it in a file.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn save(&self, file: &Path) {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        let out = BufWriter::new(File::create(file).unwrap());
        let size = |side: usize| u32::try_from(side).unwrap();
        let mut encoder = png::Encoder::new(out, size(self.width), size(self.height));
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().unwrap();
        // Shades that nobody tells apart are left out: the file is smaller by a third.
        let shades: Vec<u8> =
            self.pixels.as_flattened().iter().map(|shade| shade & 0xfc | 2).collect();
        writer.write_image_data(&shades).unwrap();
    }

    /// The same at half its width and height, each pixel the mean of four.
    #[must_use]
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mean = |x: usize, y: usize| {
            let four =
                [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.at(2 * x + dx, 2 * y + dy));
            std::array::from_fn(|colour| {
                let sum: u16 = four.iter().map(|pixel| u16::from(pixel[colour])).sum();
                u8::try_from((sum + 2) / 4).unwrap_or(u8::MAX)
            })
        };
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let pixels = pixels.map(|(x, y)| mean(x, y)).collect();
        Self { width, height, pixels }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// The mean colour around a pixel.
    fn around(&self, x: usize, y: usize) -> [f64; 3] {
        let (mut sum, mut count) = ([0.0; 3], 0.0);
        for y in y.saturating_sub(BLUR)..=(y + BLUR).min(self.height - 1) {
            for x in x.saturating_sub(BLUR)..=(x + BLUR).min(self.width - 1) {
                for (sum, colour) in sum.iter_mut().zip(self.at(x, y)) {
                    *sum += f64::from(colour);
                }
                count += 1.0;
            }
        }
        sum.map(|sum| sum / count)
    }

    /// How much this picture differs from another one.
    ///
    /// # Errors
    /// Their sizes, when these differ.
    pub fn difference(&self, other: &Self) -> Result<Difference, String> {
        if (self.width, self.height) != (other.width, other.height) {
            return Err(format!(
                "{}×{} pixels, not {}×{}",
                self.width, self.height, other.width, other.height
            ));
        }
        let mut found = Difference { worst: 0.0, at: (0, 0) };
        for top in (0..self.height).step_by(SQUARE) {
            for left in (0..self.width).step_by(SQUARE) {
                let square = self.difference_in(other, left, top);
                if square > found.worst {
                    found = Difference { worst: square, at: (left, top) };
                }
            }
        }
        Ok(found)
    }

    fn difference_in(&self, other: &Self, left: usize, top: usize) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for y in top..(top + SQUARE).min(self.height) {
            for x in left..(left + SQUARE).min(self.width) {
                let (one, two) = (self.around(x, y), other.around(x, y));
                let apart = one.iter().zip(two).map(|(one, two)| (one - two).abs());
                sum += apart.fold(0.0, f64::max);
                count += 1.0;
            }
        }
        sum / count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paper with a button of this colour at this place.
    fn page(left: usize, colour: [u8; 3]) -> Picture {
        let (width, height) = (200, 120);
        let pixels = (0..width * height).map(|i| {
            let (x, y) = (i % width, i / width);
            let inside = (left..left + 60).contains(&x) && (40..64).contains(&y);
            if inside { colour } else { [251, 250, 247] }
        });
        Picture { width, height, pixels: pixels.collect() }
    }

    const EVERGREEN: [u8; 3] = [11, 93, 75];

    #[test]
    fn a_picture_is_like_itself() {
        let one = page(40, EVERGREEN);
        assert_eq!(one.difference(&one), Ok(Difference { worst: 0.0, at: (0, 0) }));
    }

    #[test]
    fn other_edges_of_letters_are_alike() {
        let one = page(40, EVERGREEN);
        let mut two = one.clone();
        for (i, pixel) in two.pixels.iter_mut().enumerate() {
            *pixel = pixel.map(|colour| colour.saturating_add(u8::from(i % 3 == 0) * 18));
        }
        assert!(one.difference(&two).unwrap().worst < ALIKE);
    }

    #[test]
    fn a_moved_button_is_not() {
        let moved = page(40, EVERGREEN).difference(&page(44, EVERGREEN)).unwrap();
        assert!(moved.worst > ALIKE, "{moved:?}");
    }

    #[test]
    fn another_colour_is_not() {
        let other = page(40, EVERGREEN).difference(&page(40, [60, 93, 75])).unwrap();
        assert!(other.worst > ALIKE, "{other:?}");
    }

    #[test]
    fn another_size_is_told() {
        let halved = page(40, EVERGREEN).halved();
        assert_eq!((halved.width, halved.height), (100, 60));
        assert!(page(40, EVERGREEN).difference(&halved).is_err());
    }
}
