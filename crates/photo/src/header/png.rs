//! The header of a PNG out of its chunks.

use super::{Header, MAX_ICC_BYTES, icc};
use crate::exif;
use crate::jpeg::Shown;
use crate::png::{Chunk, chunks};
use contract::photo::PictureFormat;
use image::metadata::Orientation;

pub(super) fn read(bytes: &[u8]) -> Option<Header> {
    let file = chunks(bytes)?;
    let body: &[u8; 13] = file.chunks.first()?.body.try_into().ok()?;
    let [w3, w2, w1, w0, h3, h2, h1, h0, bits, colour, 0, 0, 0 | 1] = *body else {
        return None;
    };
    let components = match (colour, bits) {
        (0, 1 | 2 | 4 | 8 | 16) => 1,
        (4, 8 | 16) => 2,
        (2, 8 | 16) | (3, 1 | 2 | 4 | 8) => 3,
        (6, 8 | 16) => 4,
        _ => return None,
    };
    let first =
        |kind: &[u8; 4]| file.chunks.iter().find(|chunk| chunk.kind == *kind && chunk.sound);
    first(b"IDAT")?;
    if colour == 3 {
        first(b"PLTE")?;
    }
    Some(Header {
        format: PictureFormat::Png,
        width: u32::from_be_bytes([w3, w2, w1, w0]),
        height: u32::from_be_bytes([h3, h2, h1, h0]),
        orientation: first(b"eXIf")
            .and_then(|chunk| exif::orientation(tiff_of(chunk)))
            .unwrap_or(Orientation::NoTransforms),
        icc: first(b"iCCP").and_then(|chunk| Some(profile(chunk)?.data)),
        components,
        shown: Shown::default(),
        scans: 1,
        filled: true,
    })
}

/// The TIFF structure of an EXIF chunk, which some writers put behind the name it has in a JPEG.
pub(crate) fn tiff_of<'a>(chunk: &Chunk<'a>) -> &'a [u8] {
    chunk.body.strip_prefix(super::jpeg::EXIF).unwrap_or(chunk.body)
}

/// The colour profile of a chunk, and how many bytes of the chunk it takes.
pub(crate) struct Profile<'a> {
    /// The profile itself.
    pub(crate) data: Vec<u8>,
    /// Whether more was packed than it says it has.
    pub(crate) padded: bool,
    /// What the chunk calls it.
    pub(crate) named: &'a [u8],
    /// Bytes of the chunk's body up to the profile's end.
    pub(crate) used: usize,
}

/// Inflates a colour profile; nothing where it is unsound or too large.
pub(crate) fn profile<'a>(chunk: &Chunk<'a>) -> Option<Profile<'a>> {
    let name = chunk.body.iter().take(80).position(|byte| *byte == 0)?;
    let (method, packed) = chunk.body.get(name + 1..)?.split_first()?;
    if name == 0 || *method != 0 {
        return None;
    }
    let (data, used) = icc::inflate(packed, MAX_ICC_BYTES)?;
    let icc::Sound { bytes: data, padded } = icc::sound_profile(data)?;
    Some(Profile { data, padded, named: &chunk.body[..name], used: name + 2 + used })
}
