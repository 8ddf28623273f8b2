//! What a PNG's text chunks hold, by their keyword (PNG, third edition, 11.3.3).

use super::{Tags, photoshop, xmp};
use crate::header::inflate;
use contract::picked::Removable::{self, Device, Other, Owner, Software, Thumbnail, Time, Words};

/// The most that is inflated of a text to see what it holds, in bytes. It is removed in any case.
const MAX_TEXT: usize = 1024 * 1024;

/// The keyword and the text of a text chunk. `kind` is its type.
pub(crate) fn read(kind: [u8; 4], body: &[u8]) -> Option<(String, Vec<u8>)> {
    let (end, keyword) = keyword(body);
    Some((keyword, text_of(kind, body.get(end + 1..)?)?))
}

/// Where the keyword ends, and what it is.
fn keyword(body: &[u8]) -> (usize, String) {
    let end = body.iter().take(80).position(|byte| *byte == 0).unwrap_or(body.len().min(79));
    (end, body[..end].iter().map(|byte| char::from(*byte)).collect())
}

/// Names what a text chunk holds. `kind` is its type.
pub(crate) fn name_tags(kind: [u8; 4], body: &[u8], tags: &mut Tags) {
    let (end, keyword) = keyword(body);
    let text = || text_of(kind, body.get(end + 1..).unwrap_or_default());
    if keyword.starts_with("XML:com.adobe.xmp") {
        xmp::name_tags(&text().unwrap_or_default(), tags);
    } else if let Some(of) = keyword.strip_prefix("Raw profile type ") {
        name_raw_profile(of, &text().unwrap_or_default(), tags);
    }
    let chunk: String = kind.iter().map(|byte| char::from(*byte)).collect();
    tags.add(kind_of(&keyword), &format!("{chunk}:{keyword}"));
}

fn kind_of(keyword: &str) -> Removable {
    let lower = keyword.to_ascii_lowercase();
    match lower.as_str() {
        "author" | "artist" | "copyright" | "owner" => Owner,
        "software" | "parameters" | "prompt" | "workflow" => Software,
        "creation time" | "date:create" | "date:modify" | "date:timestamp" | "modify-date" => Time,
        "source" | "make" | "model" => Device,
        "xml:com.adobe.xmp" => Other,
        _ if lower.starts_with("raw profile type") => Other,
        _ if lower.starts_with("thumb::") => Thumbnail,
        _ => xmp::kind_of(keyword).unwrap_or(Words),
    }
}

/// The text behind a keyword, inflated where it is packed.
fn text_of(kind: [u8; 4], rest: &[u8]) -> Option<Vec<u8>> {
    match &kind {
        b"zTXt" => Some(inflate(rest.strip_prefix(&[0])?, MAX_TEXT)?.0),
        b"iTXt" => {
            let [packed, _, rest @ ..] = rest else { return None };
            let behind = |text: &'_ [u8]| Some(text.iter().position(|byte| *byte == 0)? + 1);
            let language = behind(rest)?;
            let text = &rest[language + behind(&rest[language..])?..];
            if *packed == 0 { Some(text.to_vec()) } else { Some(inflate(text, MAX_TEXT)?.0) }
        }
        _ => Some(rest.to_vec()),
    }
}

/// What ImageMagick writes in hexadecimal: a line break, the name, the length, then the bytes.
fn name_raw_profile(of: &str, text: &[u8], tags: &mut Tags) {
    let text = String::from_utf8_lossy(text);
    let hex = text.trim_start().splitn(3, '\n').nth(2).unwrap_or_default();
    let digits: Vec<u8> = hex.chars().filter_map(|c| Some(c.to_digit(16)? as u8)).collect();
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    match of {
        "exif" | "APP1" | "app1" => {
            let tiff = bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes);
            if tiff.starts_with(b"http://ns.adobe.com/xap/") {
                xmp::name_tags(tiff, tags);
            } else {
                crate::exif::name_tags(tiff, tags);
            }
        }
        "xmp" => xmp::name_tags(&bytes, tags),
        "iptc" | "8bim" => {
            if bytes.starts_with(b"8BIM") {
                photoshop::name_tags(&bytes, tags);
            } else {
                photoshop::name_iptc(&bytes, tags);
            }
        }
        _ => {}
    }
}
