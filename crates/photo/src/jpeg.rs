//! The segments of a JPEG file, found without decoding anything: where each begins and ends, where
//! the compressed data lies, where the picture ends. It is stricter than decoders are: a marker at
//! which two readers could disagree about where the next one begins makes the file unreadable. It
//! never allocates more than one entry for a segment.

use std::iter;
use std::ops::Range;

/// Segments of one file. An ICC profile has at most 255 parts and extended XMP of a phone's depth
/// map some hundreds; more is an attack on the memory that it takes to list them.
const MAX_SEGMENTS: usize = 4096;

/// Names of the markers that matter here (ISO/IEC 10918-1, table B.1).
pub(crate) mod marker {
    /// Start of frame, baseline; 1 is extended, 2 progressive.
    pub(crate) const SOF0: u8 = 0xc0;
    /// Start of frame, progressive.
    pub(crate) const SOF2: u8 = 0xc2;
    /// Huffman tables.
    pub(crate) const DHT: u8 = 0xc4;
    /// The last of the start-of-frame markers; in between lie DHT, JPG and DAC.
    pub(crate) const SOF15: u8 = 0xcf;
    /// Reserved for JPEG extensions.
    pub(crate) const JPG: u8 = 0xc8;
    /// Conditioning of arithmetic coding.
    pub(crate) const DAC: u8 = 0xcc;
    /// End of the picture.
    pub(crate) const EOI: u8 = 0xd9;
    /// Start of a scan.
    pub(crate) const SOS: u8 = 0xda;
    /// Quantisation tables.
    pub(crate) const DQT: u8 = 0xdb;
    /// The restart interval.
    pub(crate) const DRI: u8 = 0xdd;
    /// Hierarchical pictures: the frame of frames, and an expansion.
    pub(crate) const DHP: u8 = 0xde;
    /// See [`DHP`].
    pub(crate) const EXP: u8 = 0xdf;
    /// Application data, 0 to 15.
    pub(crate) const APP0: u8 = 0xe0;
    /// Adobe's note is in this one.
    pub(crate) const APP14: u8 = 0xee;
    /// The last of them.
    pub(crate) const APP15: u8 = 0xef;
    /// A comment.
    pub(crate) const COM: u8 = 0xfe;
}

/// One segment, and the compressed data behind it where it starts a scan.
#[derive(Clone, Debug)]
pub(crate) struct Segment<'a> {
    /// The second byte of its marker.
    pub(crate) marker: u8,
    /// Its bytes in the file, with fill bytes before the marker, without compressed data.
    pub(crate) whole: Range<usize>,
    /// What it holds behind its length.
    pub(crate) body: &'a [u8],
    /// The compressed data that follows; empty but for a scan.
    pub(crate) data: Range<usize>,
}

impl Segment<'_> {
    /// Whether it holds what applications put there, or a comment.
    pub(crate) const fn is_extra(&self) -> bool {
        matches!(self.marker, marker::APP0..=marker::APP15 | marker::COM)
    }

    /// Whether it describes the frame.
    pub(crate) const fn is_frame(&self) -> bool {
        matches!(self.marker, marker::SOF0..=marker::SOF15)
            && !matches!(self.marker, marker::DHT | marker::JPG | marker::DAC)
    }
}

/// The segments of one picture, from behind its start to its end.
#[derive(Debug)]
pub(crate) struct Jpeg<'a> {
    /// In the order of the file.
    pub(crate) segments: Vec<Segment<'a>>,
    /// The bytes of the end marker; what lies behind is no part of the picture.
    pub(crate) end: Range<usize>,
}

/// Finds the segments; nothing where the file is cut off, has a marker that has no place in a
/// picture, or more segments than any picture.
pub(crate) fn segments(bytes: &[u8]) -> Option<Jpeg<'_>> {
    let mut walk = Walk::of(bytes)?;
    let segments: Vec<Segment<'_>> = walk.by_ref().collect();
    Some(Jpeg { segments, end: walk.end? })
}

/// The segments one after the other, each looked for when it is asked for: behind a scan that means
/// going through its data. It ends at the picture's end and where the file is no sound one.
pub(crate) struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    found: usize,
    /// The end marker, once it was met.
    end: Option<Range<usize>>,
}

impl<'a> Walk<'a> {
    /// Of what begins as a JPEG.
    pub(crate) fn of(bytes: &'a [u8]) -> Option<Self> {
        bytes.starts_with(&[0xff, 0xd8]).then_some(Self { bytes, at: 2, found: 0, end: None })
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let (start, bytes) = (self.at, self.bytes);
        // Nothing follows what could not be read.
        self.at = bytes.len();
        let (marker, behind) = next_marker(bytes, start)?;
        match marker {
            marker::EOI => self.end = Some(start..behind),
            marker::SOF0..=marker::SOF15
            | marker::SOS
            | marker::DQT
            | marker::DRI
            | marker::DHP
            | marker::EXP
            | marker::APP0..=marker::APP15
            | marker::COM => {
                let length = bytes.get(behind..behind + 2)?;
                let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
                let body = bytes.get(behind + 2..behind + length)?;
                let end = behind + length;
                let next = if marker == marker::SOS { end_of_data(bytes, end)? } else { end };
                if self.found < MAX_SEGMENTS {
                    (self.at, self.found) = (next, self.found + 1);
                    return Some(Segment { marker, whole: start..end, body, data: end..next });
                }
            }
            _ => {}
        }
        None
    }
}

/// The marker that begins here, behind any fill bytes, and where its own bytes end.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(at..)?;
    let fill = rest.iter().position(|byte| *byte != 0xff)?;
    (fill > 0).then_some((rest[fill], at + fill + 1))
}

/// Where compressed data ends: at the first marker that is no restart and no stuffed zero.
fn end_of_data(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        at += memchr::memchr(0xff, bytes.get(at..)?)?;
        let (next, behind) = next_marker(bytes, at)?;
        match next {
            0 | 0xd0..=0xd7 => at = behind,
            _ => return Some(at),
        }
    }
}

/// What is put behind the data of a picture before it is decoded: bits that are all set. No code
/// begins with as many (ISO/IEC 10918-1, annex C), so a decoder that runs on into them stops.
const GUARD: [u8; 64] = {
    let mut guard = [0; 64];
    let mut at = 0;
    while at < 64 {
        guard[at] = 0xff;
        at += 2;
    }
    guard
};

/// What of a file a decoder is shown: nothing but the picture, since decoders stumble over metadata
/// that is no business of theirs. Of no file by default.
///
/// Decoders also fill up with zeros where the data of a baseline picture ends before the picture
/// does, and call it complete; with the guard behind its data they do not. A progressive picture has
/// no use for it: what is missing there is detail, and never a part.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    parts: Vec<Range<usize>>,
    guarded: bool,
    end: Range<usize>,
}

impl Shown {
    /// Of a file whose segments were found.
    pub(crate) fn of(file: &Jpeg<'_>) -> Self {
        let kept = file.segments.iter().filter(|segment| says_how(segment));
        let kept = kept.map(|segment| segment.whole.start..segment.data.end);
        let scans = file.segments.iter().filter(|segment| segment.marker == marker::SOS).count();
        let progressive = file.segments.iter().any(|segment| segment.marker == marker::SOF2);
        Self {
            parts: iter::once(0..2).chain(kept).collect(),
            guarded: scans == 1 && !progressive,
            end: file.end.clone(),
        }
    }

    /// The file as it is decoded, part by part.
    pub(crate) fn bytes<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        let of = |part: &Range<usize>| bytes.get(part.clone()).unwrap_or_default();
        let guard: &[u8] = if self.guarded { &GUARD } else { &[] };
        self.parts.iter().map(of).chain([guard, of(&self.end)])
    }
}

/// Whether a segment is the picture, or says how its colours are stored.
fn says_how(segment: &Segment<'_>) -> bool {
    match (segment.marker, segment.body) {
        (marker::APP0, [b'J', b'F', b'I', b'F', 0, rest @ ..]) => rest.len() >= 9,
        (marker::APP14, [b'A', b'd', b'o', b'b', b'e', rest @ ..]) => rest.len() >= 7,
        _ => !segment.is_extra(),
    }
}
