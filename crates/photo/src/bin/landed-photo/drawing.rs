//! Thin lines on a picture, each in two tones, light within dark, so that they are seen on any skin
//! and any background. Nothing is drawn outside of the picture.

use png::{BitDepth, ColorType, Encoder};

/// What a line is drawn in: the tone of its middle. Around it is always black.
#[derive(Clone, Copy)]
pub(crate) struct Ink([u8; 3]);

impl Ink {
    /// Strong warnings.
    pub(crate) const STRONG: Self = Self([255, 90, 70]);
    /// Mild warnings.
    pub(crate) const MILD: Self = Self([255, 200, 60]);
    /// Face and points.
    pub(crate) const FACE: Self = Self([120, 230, 255]);
    /// The proposed frame.
    pub(crate) const FRAME: Self = Self([255, 255, 255]);
}

/// A place on the whole picture.
type Place = [f64; 2];

/// A picture to draw on. Places are pixels of the whole picture, of which this may be a small copy.
pub(crate) struct Canvas {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
    scale: f64,
    /// Half the width of a line, in pixels of this picture.
    half: i64,
}

impl Canvas {
    /// A copy that is `scale` times as large as the whole picture. Nothing where bytes are missing.
    pub(crate) fn new(width: usize, height: usize, rgb: Vec<u8>, scale: f64) -> Option<Self> {
        let whole = width.checked_mul(height)?.checked_mul(3)?;
        let half = (width.max(height) / 1000) as i64;
        (rgb.len() == whole && whole > 0).then_some(Self { width, height, rgb, scale, half })
    }

    /// A rectangle: left, top, width, height.
    pub(crate) fn rectangle(&mut self, [x, y, width, height]: [f64; 4], ink: Ink) {
        let (right, bottom) = (x + width, y + height);
        self.outline(&[[x, y], [right, y], [right, bottom], [x, bottom]], ink);
    }

    /// A closed outline.
    pub(crate) fn outline(&mut self, places: &[Place], ink: Ink) {
        let ends = || places.iter().zip(places.iter().cycle().skip(1));
        for dark in [true, false] {
            ends().for_each(|(from, to)| self.stroke(*from, *to, ink, dark));
        }
    }

    /// A line.
    pub(crate) fn line(&mut self, from: Place, to: Place, ink: Ink) {
        self.stroke(from, to, ink, true);
        self.stroke(from, to, ink, false);
    }

    /// A point.
    pub(crate) fn point(&mut self, at: Place, ink: Ink) {
        self.line(at, at, ink);
    }

    /// The picture as PNG.
    pub(crate) fn png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?);
        let mut encoder = Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.rgb).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }

    /// One pass of a line: its dark edge, or what lies within.
    fn stroke(&mut self, from: Place, to: Place, ink: Ink, dark: bool) {
        // Outside of the picture by more than itself nothing is to be seen.
        let (far, size) = (self.width.max(self.height) as f64, self.scale);
        let [from, to] = [from, to].map(|place| place.map(|at| (at * size).clamp(-far, 2.0 * far)));
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let steps = dx.abs().max(dy.abs()).ceil().max(1.0);
        let (reach, tone) = if dark { (self.half + 1, [0; 3]) } else { (self.half, ink.0) };
        for step in 0..=steps as usize {
            let part = step as f64 / steps;
            self.dot((from[0] + dx * part).round(), (from[1] + dy * part).round(), reach, tone);
        }
    }

    fn dot(&mut self, x: f64, y: f64, reach: i64, tone: [u8; 3]) {
        for row in y as i64 - reach..=y as i64 + reach {
            for column in x as i64 - reach..=x as i64 + reach {
                let within = (0..self.width as i64).contains(&column)
                    && (0..self.height as i64).contains(&row);
                if within {
                    let at = (row as usize * self.width + column as usize) * 3;
                    self.rgb[at..at + 3].copy_from_slice(&tone);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_seen_on_white_and_on_black() {
        for ground in [0, 255] {
            let mut canvas = Canvas::new(20, 20, vec![ground; 1200], 0.5).expect("a canvas");
            canvas.line([10.0, 20.0], [30.0, 20.0], Ink::FRAME);
            let tones: Vec<u8> = (8..=12).map(|row| canvas.rgb[(row * 20 + 10) * 3]).collect();
            assert_eq!(tones, [ground, 0, 255, 0, ground]);
        }
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let mut canvas = Canvas::new(4, 4, vec![9; 48], 1.0).expect("a canvas");
        canvas.rectangle([-1e12, -50.0, 2e12, 1e300], Ink::STRONG);
        canvas.line([f64::NAN, 0.0], [f64::INFINITY, -9.0], Ink::MILD);
        assert!(canvas.png().is_some());
        assert!(Canvas::new(4, 4, vec![9; 47], 1.0).is_none());
    }
}
