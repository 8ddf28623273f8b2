//! What a file is by its first bytes, whatever its name says. It looks at the start only and reads
//! nothing of what follows.

use contract::photo::PictureFormat;
use contract::{Code, Problem};

/// The format of a picture that can be read.
///
/// # Errors
/// `photo_wrong_format` with `found`: what it looks like instead.
pub(crate) fn format(bytes: &[u8]) -> Result<PictureFormat, Problem> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(PictureFormat::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(PictureFormat::Png);
    }
    Err(wrong_format(other(bytes)))
}

/// A refusal that says what the file is instead.
pub(crate) fn wrong_format(found: &str) -> Problem {
    Problem::new(Code::PhotoWrongFormat).with("found", found)
}

fn other(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'G', b'I', b'F', b'8', ..] => "GIF",
        [b'B', b'M', ..] => "BMP",
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => "TIFF",
        [b'%', b'P', b'D', b'F', ..] => "PDF",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "WebP",
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4) {
            Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1") => "HEIC",
            Some(b"avif" | b"avis") => "AVIF",
            _ => "MP4",
        },
        _ if is_svg(bytes) => "SVG",
        _ if looks_like_text(bytes) => "text",
        _ => "other",
    }
}

/// Text whose first element, or one that follows a declaration and comments, is `svg`.
fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.starts_with(b"<") && start.windows(4).any(|part| part.eq_ignore_ascii_case(b"<svg"))
}

fn looks_like_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    start.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\n' | b'\r' | b'\t'))
}
