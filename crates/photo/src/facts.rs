//! The facts about a picture's file: format, size, weight, and whether it can be read at all.
//! Bytes and pixels are bounded before anything is decoded.

use crate::decode;
use crate::header::{self, Header};
use contract::photo::{PictureFormat, check_picture};
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};
use sha2::{Digest, Sha256};

/// What is known about a file that is a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its format, by content.
    pub format: PictureFormat,
    /// Pixels across, as shown upright.
    pub width: u32,
    /// Pixels down, as shown upright.
    pub height: u32,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 of the upright picture's size and RGBA pixels: the same for any two files that show
    /// the same. Absent where the picture has more pixels than may be sent, since it was not
    /// decoded then.
    pub pixels_sha256: Option<[u8; 32]>,
    /// Why it cannot be sent as it is; empty when it can.
    pub refusals: Vec<Problem>,
}

/// Says what a file is.
///
/// # Errors
/// Where it is no picture that can be looked at: `photo_empty`, `photo_too_heavy` (over the
/// policy's `source_max_bytes`), `photo_wrong_format`, `photo_too_many_pixels`,
/// `photo_unreadable`.
pub fn inspect(bytes: &[u8], policy: &PhotoPolicy) -> Result<Facts, Problem> {
    if bytes.is_empty() {
        return Err(Code::PhotoEmpty.into());
    }
    let weight = bytes.len() as u64;
    if weight > policy.source_max_bytes {
        return Err(Problem::new(Code::PhotoTooHeavy)
            .with("bytes", weight)
            .with("limit", policy.source_max_bytes));
    }
    let format = sniff(bytes)?;
    let unreadable = || Problem::new(Code::PhotoUnreadable);
    let header = header::header(bytes, format).ok_or_else(unreadable)?;
    let pixels = u64::from(header.width) * u64::from(header.height);
    if pixels > policy.source_max_pixels {
        return Err(Problem::new(Code::PhotoTooManyPixels)
            .with("megapixels", pixels.div_ceil(1_000_000))
            .with("limit", policy.source_max_pixels / 1_000_000));
    }
    let (width, height) = header.upright_size();
    let refusals = check_picture(width, height, weight, policy);
    let may_be_sent = u64::from(policy.max_width) * u64::from(policy.max_height);
    let pixels_sha256 = if pixels <= may_be_sent {
        Some(fingerprint(bytes, &header).ok_or_else(unreadable)?)
    } else {
        None
    };
    Ok(Facts { format, width, height, bytes: weight, pixels_sha256, refusals })
}

fn fingerprint(bytes: &[u8], header: &Header) -> Option<[u8; 32]> {
    let picture = decode::rgba_upright(bytes, header)?;
    let mut hash = Sha256::new();
    hash.update(picture.width().to_be_bytes());
    hash.update(picture.height().to_be_bytes());
    hash.update(picture.as_raw());
    Some(hash.finalize().into())
}

/// What a file is by its first bytes, whatever its name says.
fn sniff(bytes: &[u8]) -> Result<PictureFormat, Problem> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(PictureFormat::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(PictureFormat::Png);
    }
    let found = match bytes {
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        [b'B', b'M', ..] => "BMP",
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => "TIFF",
        [b'%', b'P', b'D', b'F', ..] => "PDF",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "WebP",
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4) {
            Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1") => "HEIC",
            Some(b"avif") => "AVIF",
            _ => "MP4",
        },
        _ if looks_like_text(bytes) => "text",
        _ => "other",
    };
    Err(Problem::new(Code::PhotoWrongFormat).with("found", found))
}

fn looks_like_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    start.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\n' | b'\r' | b'\t'))
}
