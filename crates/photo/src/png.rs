//! The chunks of a PNG file, found without inflating anything: where each begins and ends, whether
//! its check sum holds, where the picture ends. It never allocates more than one entry for a chunk.

use std::ops::Range;

/// Chunks of one file. Writers cut the picture into chunks of some kilobytes at the least; more is
/// an attack on the memory that it takes to list them.
const MAX_CHUNKS: usize = 65_536;

/// The bytes with which every PNG begins.
pub(crate) const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1a\n";

/// One chunk.
#[derive(Clone, Debug)]
pub(crate) struct Chunk<'a> {
    /// Its type, four letters.
    pub(crate) kind: [u8; 4],
    /// Its bytes in the file, with length, type and check sum.
    pub(crate) whole: Range<usize>,
    /// What it holds.
    pub(crate) body: &'a [u8],
    /// Whether its check sum holds. A chunk that a decoder needs always has one that does.
    pub(crate) sound: bool,
}

/// The chunks of one picture, from its header to its end.
#[derive(Debug)]
pub(crate) struct Png<'a> {
    /// In the order of the file.
    pub(crate) chunks: Vec<Chunk<'a>>,
    /// Where the last chunk ends; what lies behind is no part of the picture.
    pub(crate) end: usize,
}

/// Finds the chunks; nothing where the file is cut off or damaged in what a decoder needs.
pub(crate) fn chunks(bytes: &[u8]) -> Option<Png<'_>> {
    let mut at = bytes.starts_with(SIGNATURE).then_some(SIGNATURE.len())?;
    let mut chunks: Vec<Chunk<'_>> = Vec::new();
    loop {
        let head = bytes.get(at..at + 8)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let kind = [head[4], head[5], head[6], head[7]];
        if !kind.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let length = usize::try_from(length).ok().filter(|length| *length <= 0x7fff_ffff)?;
        let body_end = (at + 8).checked_add(length)?;
        let body = bytes.get(at + 8..body_end)?;
        let end = body_end.checked_add(4)?;
        let sum = bytes.get(body_end..end)?;
        let sound = crc32fast::hash(&bytes[at + 4..body_end]).to_be_bytes() == *sum;
        let needed = kind[0].is_ascii_uppercase();
        if (needed && !sound) || chunks.is_empty() != (kind == *b"IHDR") {
            return None;
        }
        if needed && !matches!(&kind, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND") {
            return None;
        }
        if chunks.len() == MAX_CHUNKS {
            return None;
        }
        chunks.push(Chunk { kind, whole: at..end, body, sound });
        at = end;
        if kind == *b"IEND" {
            return Some(Png { chunks, end });
        }
    }
}

/// The bytes of a chunk.
pub(crate) fn chunk(kind: [u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap_or_default();
    let mut bytes = Vec::with_capacity(body.len() + 12);
    bytes.extend(length.to_be_bytes());
    bytes.extend(kind);
    bytes.extend(body);
    let sum = crc32fast::hash(&bytes[4..]);
    bytes.extend(sum.to_be_bytes());
    bytes
}
