//! The pixels of a PNG, row by row into one buffer of three bytes a pixel: neither an alpha channel
//! nor 16 bits nor an interlaced order makes it larger.

use super::CHANNELS;
use png::{BitDepth, ColorType, Decoder, InterlaceInfo, Limits, Transformations};
use std::io::Cursor;

/// The most that the library may hold beside our rows: its own two rows, the window, chunks.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Every pixel as red, green and blue; nothing where the file is damaged or ends too early.
pub(super) fn rgb(bytes: &[u8], width: usize, height: usize) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MOST_BYTES });
    decoder.set_transformations(Transformations::EXPAND);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().ok()?;
    if (reader.info().width as usize, reader.info().height as usize) != (width, height) {
        return None;
    }
    let form = reader.output_color_type();
    let row_bytes = width * CHANNELS;
    let mut pixels = vec![0; row_bytes * height];
    let mut passed = Vec::new();
    let mut next = 0;
    while let Some(row) = reader.next_interlaced_row().ok()? {
        match row.interlace() {
            InterlaceInfo::Null(_) => {
                let target = pixels.get_mut(next..next + row_bytes)?;
                convert(row.data(), form, target)?;
                next += row_bytes;
            }
            InterlaceInfo::Adam7(place) => {
                passed.resize(row.data().len() / bytes_per_pixel(form)? * CHANNELS, 0);
                convert(row.data(), form, &mut passed)?;
                png::expand_interlaced_row(&mut pixels, row_bytes, &passed, place, 24);
            }
        }
    }
    reader.finish().ok()?;
    Some(pixels)
}

/// What the library gives of a pixel once palettes and few bits are expanded.
fn bytes_per_pixel((colour, depth): (ColorType, BitDepth)) -> Option<usize> {
    let samples = match colour {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return None,
    };
    match depth {
        BitDepth::Eight => Some(samples),
        BitDepth::Sixteen => Some(samples * 2),
        _ => None,
    }
}

/// One row to red, green and blue of 8 bits; alpha over white.
fn convert(row: &[u8], form: (ColorType, BitDepth), target: &mut [u8]) -> Option<()> {
    let step = bytes_per_pixel(form)?;
    let wide = form.1 == BitDepth::Sixteen;
    if form == (ColorType::Rgb, BitDepth::Eight) {
        target.copy_from_slice(row);
        return Some(());
    }
    for (pixel, to) in row.chunks_exact(step).zip(target.chunks_exact_mut(CHANNELS)) {
        let sample = |index: usize| {
            if wide { narrowed(pixel[index * 2], pixel[index * 2 + 1]) } else { pixel[index] }
        };
        let (colour, alpha) = match form.0 {
            ColorType::Grayscale => ([sample(0); 3], 255),
            ColorType::GrayscaleAlpha => ([sample(0); 3], sample(1)),
            ColorType::Rgb => ([sample(0), sample(1), sample(2)], 255),
            _ => ([sample(0), sample(1), sample(2)], sample(3)),
        };
        to.copy_from_slice(&colour.map(|value| over_white(value, alpha)));
    }
    Some(())
}

/// The nearest of 256 to one of 65,536.
fn narrowed(high: u8, low: u8) -> u8 {
    let value = u32::from(u16::from_be_bytes([high, low]));
    ((value * 255 + 32_767) / 65_535) as u8
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

#[cfg(test)]
mod tests {
    use super::{narrowed, over_white};

    #[test]
    fn sixteen_bits_become_the_nearest_of_eight() {
        for value in 0..=65_535_u16 {
            let [high, low] = value.to_be_bytes();
            let nearest = (f64::from(value) / 257.0).round();
            assert!((f64::from(narrowed(high, low)) - nearest).abs() < 0.5, "{value}");
        }
    }

    #[test]
    fn nothing_is_white_and_all_is_the_colour() {
        for value in 0..=255 {
            assert_eq!(over_white(value, 0), 255);
            assert_eq!(over_white(value, 255), value);
        }
        assert_eq!(over_white(0, 128), 127);
    }
}
