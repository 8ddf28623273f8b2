//! Files to pick, made in code: a picture that fits, and what people pick by mistake.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// A photo that keeps every rule of the file and of what is seen, of another person for each seed.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn fitting(folder: &Path, name: &str, seed: u8) -> PathBuf {
    drawn(folder, name, &person(seed))
}

/// A photo that keeps every rule of the file, taken in too little light.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn too_dark(folder: &Path, name: &str, seed: u8) -> PathBuf {
    let light = portrait::Light { stops: -1.6, ..portrait::Light::default() };
    drawn(folder, name, &portrait::Portrait { light, ..person(seed) })
}

fn drawn(folder: &Path, name: &str, person: &portrait::Portrait) -> PathBuf {
    let (width, height) = (750_usize, 1050_usize);
    let drawn = portrait::render(person, width, height);
    let file = folder.join(name);
    write_png(&file, width as u32, height as u32, png::ColorType::Rgb, |row, line| {
        let start = row as usize * line.len();
        line.copy_from_slice(&drawn.rgb[start..start + line.len()]);
    });
    file
}

/// Somebody with nothing wrong about their photo.
fn person(seed: u8) -> portrait::Portrait {
    let usual = portrait::Portrait::default();
    portrait::Portrait {
        skin: portrait::Skin { tone: f32::from(seed % 8) + 1.5, ..usual.skin },
        seed: u32::from(seed) + 1,
        ..usual
    }
}

/// Pixels of the picture that [`of_a_phone`] makes, as shown upright: 12 megapixels, 3 by 4.
pub const PHONE: (u32, u32) = (3024, 4032);

/// A picture as a phone takes it: too large and of another shape, stored lying on its side, with the
/// place, the phone and its number written into it.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn of_a_phone(folder: &Path, name: &str) -> PathBuf {
    let (width, height) = PHONE;
    let (across, down) = (width as usize, height as usize);
    let upright = portrait::Portrait { head_height: 0.36, ..person(9) };
    let upright = portrait::render(&upright, across, down).rgb;
    let mut stored = Vec::with_capacity(upright.len());
    for row in 0..across {
        for column in 0..down {
            // Turned right by a quarter, it stands upright.
            let at = (column * across + across - 1 - row) * 3;
            stored.extend(&upright[at..at + 3]);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.add_app_segment(1, phone_tags()).unwrap();
    let (width, height) = (u16::try_from(height).unwrap(), u16::try_from(width).unwrap());
    encoder.encode(&stored, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    file
}

/// The words by which the tags of [`of_a_phone`] would be found again.
pub const PHONE_MARKS: [&str; 3] = ["Kestrel", "Meadow 7", "KX-0042-7781"];

/// The tags of a phone: how it was held, its maker, its model, its number, and where it was.
fn phone_tags() -> Vec<u8> {
    const EXIF_FOLDER: u16 = 0x8769;
    const GPS_FOLDER: u16 = 0x8825;
    let text = |text: &str| [text.as_bytes(), b"\0"].concat();
    let [maker, model, number] = PHONE_MARKS;
    // Tag, kind (2 text, 3 short, 4 long, 5 fraction), count, value.
    let main: [(u16, u16, u32, Vec<u8>); 3] = [
        (0x010f, 2, 8, text(maker)),
        (0x0110, 2, 9, text(model)),
        (0x0112, 3, 1, vec![0, 6, 0, 0]),
    ];
    let degrees = [45_u32, 1, 30, 1, 0, 1].map(u32::to_be_bytes).concat();
    let more = [(0xa431, 2, 13, text(number))];
    let place = [(0x0001, 2, 2, b"N\0\0\0".to_vec()), (0x0002, 5, 3, degrees)];
    let mut tags = b"MM\0*\0\0\0\x08".to_vec();
    // The two folders stand behind the main one, so where they begin is known once it is written.
    let room = 2 + 12 * (main.len() + 2) + 4 + 8 + 10;
    let more_at = tags.len() + room;
    let place_at = more_at + 2 + 12 + 4 + 14;
    let pointer = |at: usize| u32::try_from(at).unwrap().to_be_bytes().to_vec();
    let folders = [(EXIF_FOLDER, 4, 1, pointer(more_at)), (GPS_FOLDER, 4, 1, pointer(place_at))];
    write_tags(&mut tags, &[&main[..], &folders].concat());
    assert_eq!(tags.len(), more_at);
    write_tags(&mut tags, &more);
    assert_eq!(tags.len(), place_at);
    write_tags(&mut tags, &place);
    [b"Exif\0\0", &tags[..]].concat()
}

/// Writes a folder of tags, and behind it what does not fit into its lines.
fn write_tags(to: &mut Vec<u8>, tags: &[(u16, u16, u32, Vec<u8>)]) {
    let mut behind = Vec::new();
    let start = to.len() + 2 + 12 * tags.len() + 4;
    to.extend(u16::try_from(tags.len()).unwrap().to_be_bytes());
    for (tag, kind, count, value) in tags {
        to.extend(tag.to_be_bytes());
        to.extend(kind.to_be_bytes());
        to.extend(count.to_be_bytes());
        if value.len() <= 4 {
            to.extend(value.iter().copied().chain(std::iter::repeat(0)).take(4));
        } else {
            to.extend(u32::try_from(start + behind.len()).unwrap().to_be_bytes());
            behind.extend(value);
            if behind.len() % 2 == 1 {
                behind.push(0);
            }
        }
    }
    to.extend([0; 4]);
    to.extend(behind);
}

/// Pixels across and down of a JPEG as its header says.
#[must_use]
pub fn size_of_jpeg(bytes: &[u8]) -> Option<(u16, u16)> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, content @ ..] = rest else { return None };
        if let (0xc0..=0xc2, [_, h1, h0, w1, w0, ..]) = (*marker, content) {
            return Some((u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0])));
        }
        rest = rest.get(2 + usize::from(u16::from_be_bytes([*high, *low]))..)?;
    }
}

/// A picture with too few pixels for any photo.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn too_small(folder: &Path, name: &str) -> PathBuf {
    let file = folder.join(name);
    write_png(&file, 640, 480, png::ColorType::Rgb, |_, line| line.fill(200));
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
