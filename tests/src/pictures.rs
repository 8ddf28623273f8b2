//! Files to pick, made in code: a picture that fits, and what people pick by mistake.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// A plain shaded picture that keeps every rule of the file, different for each seed.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn fitting(folder: &Path, name: &str, seed: u8) -> PathBuf {
    let (width, height) = (750_u32, 1050_u32);
    let file = folder.join(name);
    write_png(&file, width, height, png::ColorType::Rgb, |row, line| {
        for (column, pixel) in line.chunks_exact_mut(3).enumerate() {
            pixel.copy_from_slice(&portrait(column, row as usize, seed));
        }
    });
    file
}

/// A head and shoulders on white, roughly: enough for a page to show something.
fn portrait(x: usize, y: usize, seed: u8) -> [u8; 3] {
    let (x, y) = (x as i64 - 375, y as i64 - 430);
    let face = x * x * 100 / (165 * 165) + y * y * 100 / (235 * 235);
    let shoulders =
        y > 330 && x * x * 100 / (330 * 330) + (y - 660) * (y - 660) * 100 / (330 * 330) < 100;
    let shade = u8::try_from((x + 375) / 25).unwrap_or(0);
    if face < 100 {
        [196 - shade, 150 - shade, 124_u8.saturating_add(seed % 16) - shade]
    } else if shoulders {
        [40 + shade, 62 + shade, 80_u8.saturating_add(seed % 64)]
    } else {
        [244, 244, 243]
    }
}

/// A picture as a phone takes it: too large and of another shape.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn of_a_phone(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    write_png(&file, 3024, 4032, png::ColorType::Rgb, |row, line| {
        for (column, pixel) in line.chunks_exact_mut(3).enumerate() {
            pixel.copy_from_slice(&portrait(column / 4, row as usize / 4, 9));
        }
    });
    file
}

/// A PNG of 100 megapixels in a small file.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn hundred_megapixels(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    write_png(&file, 10_000, 10_000, png::ColorType::Grayscale, |_, line| line.fill(255));
    file
}

/// Text in a file whose name says picture.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn text_named_as_picture(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, "Dear officer, here is my photo.\n").unwrap();
    file
}

/// A file with nothing in it.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn empty(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    File::create(&file).unwrap();
    file
}

fn write_png(
    file: &Path,
    width: u32,
    height: u32,
    colour: png::ColorType,
    mut draw: impl FnMut(u32, &mut [u8]),
) {
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(file).unwrap()), width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().unwrap();
    let mut stream = writer.stream_writer().unwrap();
    let mut line = vec![0; width as usize * colour.samples()];
    for row in 0..height {
        draw(row, &mut line);
        stream.write_all(&line).unwrap();
    }
    stream.finish().unwrap();
}
