//! A picture in shades of grey, and its reduction by averaging areas.
//!
//! Everything is integer arithmetic or `f32` sums in a fixed order, so the result is the same bits
//! on every machine. It never reads outside the picture: beyond its edge the edge goes on.

/// Shades of grey, row by row, 0 = black.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Exactly `width × height` of them, and at least one.
    pub(crate) pixels: Vec<u8>,
}

/// A rectangle of a picture in its pixels, measured between the pixels' edges.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// Left edge; may lie outside the picture.
    pub(crate) x: f32,
    /// Upper edge; may lie outside the picture.
    pub(crate) y: f32,
    /// Extent across.
    pub(crate) width: f32,
    /// Extent down.
    pub(crate) height: f32,
}

impl Grey {
    /// From shades; one pixel at least each way. Those that are missing are black, those that are
    /// too many are left out.
    pub fn new(width: usize, height: usize, mut pixels: Vec<u8>) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        pixels.resize(width * height, 0);
        Self { width, height, pixels }
    }

    /// Pixels across.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Pixels down.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The shades, row by row.
    pub fn shades(&self) -> &[u8] {
        &self.pixels
    }

    /// The Rec. 709 luma of sRGB numbers, red, green, blue per pixel. `None` when the bytes are not
    /// `width × height` pixels, or there are none.
    pub fn of(rgb: &[u8], width: usize, height: usize) -> Option<Self> {
        let pixels = width.checked_mul(height)?;
        if pixels == 0 || Some(rgb.len()) != pixels.checked_mul(3) {
            return None;
        }
        let luma = |[red, green, blue]: &[u8; 3]| {
            let sum = 54 * u32::from(*red) + 183 * u32::from(*green) + 19 * u32::from(*blue);
            ((sum + 128) >> 8) as u8
        };
        let (rgb, _) = rgb.as_chunks::<3>();
        Some(Self { width, height, pixels: rgb.iter().map(luma).collect() })
    }

    /// The whole picture at another size.
    pub fn scaled(&self, width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let (across, down) = (self.width as f32, self.height as f32);
        self.cut(Window { x: 0.0, y: 0.0, width: across, height: down }, width, height)
    }

    /// What a window shows, at `width` × `height` pixels: every pixel is the average of its area,
    /// and of at least one pixel's area, so that enlarging interpolates.
    pub(crate) fn cut(&self, window: Window, width: usize, height: usize) -> Self {
        let across = taps(window.x, window.width, width, self.width);
        let down = taps(window.y, window.height, height, self.height);
        let (left, right) = reach(&across);
        let mut sums = vec![0.0_f32; right - left];
        let mut pixels = Vec::with_capacity(width * height);
        for tap in &down {
            sums.fill(0.0);
            for (row, weight) in tap {
                let start = row * self.width;
                let line = &self.pixels[start + left..start + right];
                for (sum, shade) in sums.iter_mut().zip(line) {
                    *sum += weight * f32::from(*shade);
                }
            }
            pixels.extend(across.iter().map(|tap| {
                let sum =
                    tap.iter().fold(0.5_f32, |sum, (at, weight)| sum + weight * sums[at - left]);
                sum as u8
            }));
        }
        Self { width, height, pixels }
    }

    /// Seen in a mirror.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let rows = self.pixels.chunks_exact(self.width.max(1));
        let pixels = rows.flat_map(|row| row.iter().rev().copied()).collect();
        Self { pixels, ..*self }
    }
}

/// Which rows or columns of the source make each one of the result, with what weight.
fn taps(start: f32, extent: f32, count: usize, limit: usize) -> Vec<Vec<(usize, f32)>> {
    let step = extent / count as f32;
    let half = step.max(1.0) / 2.0;
    (0..count)
        .map(|index| {
            let middle = start + (index as f32 + 0.5) * step;
            let (from, to) = (middle - half, middle + half);
            let (first, last) = (from.floor(), to.ceil());
            let mut taps: Vec<(usize, f32)> = Vec::new();
            let cells = (last - first).clamp(1.0, limit as f32 + 2.0) as usize;
            for cell in 0..cells {
                let edge = first + cell as f32;
                let weight = (to.min(edge + 1.0) - from.max(edge)).max(0.0) / (2.0 * half);
                let at = (edge.max(0.0) as usize).min(limit.saturating_sub(1));
                match taps.last_mut() {
                    Some(last) if last.0 == at => last.1 += weight,
                    _ => taps.push((at, weight)),
                }
            }
            taps
        })
        .collect()
}

/// The first column that takes part and the one after the last.
fn reach(taps: &[Vec<(usize, f32)>]) -> (usize, usize) {
    let first = taps.iter().filter_map(|tap| tap.first()).map(|tap| tap.0).min().unwrap_or(0);
    let last = taps.iter().filter_map(|tap| tap.last()).map(|tap| tap.0).max().unwrap_or(0);
    (first, last + 1)
}

#[cfg(test)]
mod tests {
    use super::{Grey, Window};

    #[test]
    fn a_picture_of_one_shade_keeps_it_at_every_size() {
        let picture = Grey::new(37, 53, vec![119; 37 * 53]);
        for (width, height) in [(1, 1), (10, 7), (37, 53), (90, 200)] {
            let scaled = picture.scaled(width, height);
            assert_eq!((scaled.width(), scaled.height()), (width, height));
            assert!(scaled.shades().iter().all(|shade| *shade == 119), "{width}×{height}");
        }
    }

    #[test]
    fn a_smaller_picture_averages_areas() {
        let picture = Grey::new(4, 2, vec![0, 100, 200, 50, 100, 0, 50, 100]);
        assert_eq!(picture.scaled(2, 1).shades(), [50, 100]);
    }

    #[test]
    fn beyond_the_edge_the_edge_goes_on() {
        let picture = Grey::new(2, 2, vec![10, 20, 30, 40]);
        let cut = picture.cut(Window { x: -2.0, y: -2.0, width: 6.0, height: 6.0 }, 6, 6);
        assert_eq!(cut.shades()[..6], [10, 10, 10, 20, 20, 20]);
        assert_eq!(cut.shades()[30..], [30, 30, 30, 40, 40, 40]);
    }

    #[test]
    fn luma_is_that_of_rec_709_and_needs_whole_pixels() {
        let rgb = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];
        let grey = Grey::of(&rgb, 2, 2).map(|grey| grey.shades().to_vec());
        assert_eq!(grey, Some(vec![54, 182, 19, 255]));
        assert_eq!(Grey::of(&rgb, 3, 2), None);
        assert_eq!(Grey::of(&[], 0, 0), None);
        assert_eq!(Grey::of(&rgb, usize::MAX, 2), None);
    }
}
