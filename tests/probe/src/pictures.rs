//! Made-up pictures: a head before a wall, with smooth shading and a sensor's noise, the same on
//! every machine. No person was photographed.

use jpeg_encoder::{ColorType, Encoder, EncodingError, SamplingFactor};
use std::io::{self, Error, Write as _};
use std::path::Path;

/// Red, green and blue of every pixel of a portrait. `noise` is how far a sensor's noise reaches,
/// of 255.
#[must_use]
pub fn portrait(width: u32, height: u32, noise: u32) -> Vec<u8> {
    let mut chance = 0x9e37_79b9_u32;
    let mut rgb = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let colour = place(x * 1000 / width, y * 1000 / height);
            for channel in colour {
                chance ^= chance << 13;
                chance ^= chance >> 17;
                chance ^= chance << 5;
                // The sum of two is nearer to a sensor's noise than one.
                let both = (chance & 0xff) * noise / 255 + (chance >> 8 & 0xff) * noise / 255;
                rgb.push((channel + both).saturating_sub(noise).min(255) as u8);
            }
        }
    }
    rgb
}

/// The colour at a place, in thousandths of the picture.
fn place(x: u32, y: u32) -> [u32; 3] {
    let distance = |to: (u32, u32), radii: (u32, u32)| {
        let (dx, dy) = (x.abs_diff(to.0) * 1000 / radii.0, y.abs_diff(to.1) * 1000 / radii.1);
        (dx * dx + dy * dy) / 1000
    };
    let (head, hair) = (distance((500, 440), (200, 270)), distance((500, 380), (235, 290)));
    let body = distance((500, 1150), (470, 420));
    let eyes = distance((420, 420), (38, 16)).min(distance((580, 420), (38, 16)));
    let mouth = distance((500, 590), (75, 18));
    if eyes < 1000 {
        [60 + eyes / 12, 50 + eyes / 12, 45 + eyes / 12]
    } else if mouth < 1000 {
        [150, 80, 80]
    } else if head < 1000 {
        [205 - head / 20, 160 - head / 18, 135 - head / 18]
    } else if hair < 1000 {
        let strand = if (x * 7 + y * 3) % 23 < 9 { 18 } else { 0 };
        [50 + strand, 38 + strand, 32 + strand]
    } else if body < 1000 {
        [70 + body / 25, 80 + body / 25, 110 + body / 25]
    } else {
        [232 - y / 40, 232 - y / 40, 230 - y / 40]
    }
}

/// A drawn person whose face is found, as a phone takes them, with a sensor's noise of this standard
/// deviation, of 255.
#[must_use]
pub fn person(width: usize, height: usize, noise: f32) -> Vec<u8> {
    let own = drawn::Portrait { head_height: 0.4, ..drawn::Portrait::default() };
    let drawn = drawn::render(&own, width, height);
    drawn::effects::noise(&drawn.rgb, width, height, noise, 1)
}

/// How a JPEG is written.
#[derive(Clone, Copy)]
pub struct Jpeg<'a> {
    /// From 1 to 100.
    pub quality: u8,
    /// In several passes.
    pub progressive: bool,
    /// Colours at half size, as phones write them.
    pub halved: bool,
    /// How the camera was held, 1 to 8; 1 is not written.
    pub orientation: u8,
    /// A colour profile.
    pub icc: Option<&'a [u8]>,
}

/// As a phone writes it.
pub const PHONE: Jpeg<'static> =
    Jpeg { quality: 90, progressive: false, halved: true, orientation: 1, icc: None };

/// Encodes pixels of three bytes, or of one for grey.
///
/// # Errors
/// The size is more than a JPEG can have, or does not fit the pixels.
pub fn jpeg(pixels: &[u8], width: u32, height: u32, how: Jpeg<'_>) -> io::Result<Vec<u8>> {
    let failed = |error: EncodingError| Error::other(error.to_string());
    let size = |length: u32| u16::try_from(length).map_err(Error::other);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, how.quality);
    encoder.set_progressive(how.progressive);
    encoder.set_sampling_factor(if how.halved {
        SamplingFactor::R_4_2_0
    } else {
        SamplingFactor::R_4_4_4
    });
    if let Some(icc) = how.icc {
        encoder.add_icc_profile(icc).map_err(failed)?;
    }
    if how.orientation != 1 {
        let exif =
            [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", &[how.orientation][..], &[0; 6]];
        let exif = [b"Exif\0\0", exif.concat().as_slice()].concat();
        encoder.add_app_segment(1, exif).map_err(failed)?;
    }
    let grey = pixels.len() == (width * height) as usize;
    let colours = if grey { ColorType::Luma } else { ColorType::Rgb };
    encoder.encode(pixels, size(width)?, size(height)?, colours).map_err(failed)?;
    Ok(bytes)
}

/// How a PNG is written.
#[derive(Clone, Copy)]
pub struct Png {
    /// What its samples are.
    pub colour: png::ColorType,
    /// How many bits they have.
    pub depth: png::BitDepth,
}

/// Encodes samples as they are to lie in the file.
///
/// # Errors
/// The samples do not fit the size.
pub fn png(samples: &[u8], width: u32, height: u32, how: Png) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(how.colour);
    encoder.set_depth(how.depth);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(samples)?;
    writer.finish()?;
    Ok(bytes)
}

/// The profile of most phones' pictures.
///
/// # Errors
/// It cannot be written.
pub fn display_p3() -> io::Result<Vec<u8>> {
    moxcms::ColorProfile::new_display_p3()
        .encode()
        .map_err(|error| Error::other(format!("{error:?}")))
}

/// A profile as scanners have it: a table of colours, here one that makes everything grey, whose
/// lightness (L* of CIE Lab) is the mean of red, green and blue.
#[must_use]
pub fn scanner() -> Vec<u8> {
    let straight = || (0..=255_u8).chain(0..=255).chain(0..=255);
    let identity = [1, 0, 0, 0, 1, 0, 0, 0, 1].map(|number: u32| (number << 16).to_be_bytes());
    let corners = (0..8_u8).flat_map(|corner| [(corner.count_ones() * 85) as u8, 128, 128]);
    let mut table = b"mft1\0\0\0\0\x03\x03\x02\0".to_vec();
    table.extend(identity.as_flattened());
    table.extend(straight().chain(corners).chain(straight()));
    let mut icc = vec![0; 128];
    icc[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    icc[12..24].copy_from_slice(b"scnrRGB Lab ");
    icc[36..40].copy_from_slice(b"acsp");
    let white = [0xf6d6_u32, 0x1_0000, 0xd32d].map(u32::to_be_bytes);
    icc[68..80].copy_from_slice(white.as_flattened());
    icc.extend(b"\0\0\0\x01A2B0\0\0\0\x90");
    icc.extend((table.len() as u32).to_be_bytes());
    icc.extend(table);
    let length = icc.len() as u32;
    icc[..4].copy_from_slice(&length.to_be_bytes());
    icc
}

/// Writes the pictures that are measured: what a phone takes (12 megapixels, about 4 MB), a
/// ready-cropped file of 3 megapixels as JPEG and PNG, and the heaviest to decode that is accepted:
/// 60 megapixels in several passes, colours at full size.
///
/// # Errors
/// The folder cannot be written to.
pub fn write_measured(folder: &Path) -> io::Result<()> {
    let write =
        |name: &str, bytes: Vec<u8>| std::fs::File::create(folder.join(name))?.write_all(&bytes);
    let p3 = display_p3()?;
    let rgb = person(3024, 4032, 8.4);
    let phone = Jpeg { orientation: 1, icc: Some(&p3), quality: 91, ..PHONE };
    write("12mp.jpg", jpeg(&rgb, 3024, 4032, phone)?)?;
    drop(rgb);
    let rgb = person(1464, 2050, 8.4);
    write("3mp.jpg", jpeg(&rgb, 1464, 2050, phone)?)?;
    let rgb = portrait(1464, 2050, 3);
    let plain = Png { colour: png::ColorType::Rgb, depth: png::BitDepth::Eight };
    write("3mp.png", png(&rgb, 1464, 2050, plain)?)?;
    let rgb = portrait(6708, 8944, 2);
    let hostile = Jpeg { progressive: true, halved: false, quality: 75, ..PHONE };
    write("60mp-progressive.jpg", jpeg(&rgb, 6708, 8944, hostile)?)
}
