//! What of a JPEG is kept: tables, frame, scans; JFIF without its thumbnail, since it says how the
//! colours are stored; Adobe's note, for the same reason; a sound colour profile; and of EXIF how
//! the camera was held.

use super::{Piece, Plan, profile};
use crate::exif;
use crate::header::jpeg::{exif_of, icc_part};
use crate::header::{Part, assemble};
use crate::jpeg::{Segment, marker, segments};
use crate::metadata::{Tags, photoshop, trailer, xmp};
use contract::picked::Removable::{Device, Enclosed, Other, Software, Thumbnail, Words};
use image::metadata::Orientation;

/// Bytes of JFIF and of Adobe's note without anything that may follow (ISO/IEC 10918-5, 10918-6).
const JFIF_BYTES: usize = 14;
const ADOBE_BYTES: usize = 12;
/// The most of a colour profile that fits into one segment (ICC.1:2022, annex B.4).
const ICC_PART_BYTES: usize = 65_519;

pub(super) fn plan(bytes: &[u8]) -> Option<Plan> {
    let file = segments(bytes)?;
    let parts: Vec<Part<'_>> = file.segments.iter().filter_map(icc_part).collect();
    let mut plan = Plan::default();
    let icc = match assemble(&parts) {
        None => Icc::Unsound,
        Some(sound) => match profile::neutral(&sound.bytes, &mut plan.removed) {
            Some(neutral) => Icc::Instead(neutral),
            None if sound.padded => {
                plan.removed.add(Other, "ICC_PROFILE");
                Icc::Instead(sound.bytes)
            }
            None => Icc::Sound,
        },
    };
    let mut keeping = Keeping { icc, ..Keeping::default() };
    plan.pieces.push(Piece::Kept(0..2));
    for segment in &file.segments {
        let kept = Piece::Kept(segment.whole.start..segment.data.end);
        if !segment.is_extra() {
            plan.pieces.push(kept);
            continue;
        }
        match keeping.judge(segment, &mut plan.removed) {
            Verdict::Keep => plan.pieces.push(kept),
            Verdict::Replace(bodies) => {
                let own = bodies.iter().map(|body| Piece::Own(own(segment.marker, body)));
                plan.pieces.extend(own);
            }
            Verdict::Remove => {}
        }
    }
    plan.pieces.push(Piece::Kept(file.end.clone()));
    trailer::name_tags(&bytes[file.end.end..], &mut plan.removed);
    Some(plan)
}

enum Verdict {
    Keep,
    Replace(Vec<Vec<u8>>),
    Remove,
}

/// What becomes of the colour profile.
#[derive(Default)]
enum Icc {
    /// There is none, or none that could be read.
    #[default]
    Unsound,
    /// It stays as it is.
    Sound,
    /// This takes its place, once.
    Instead(Vec<u8>),
}

/// What has been kept so far: of most things there is one at most.
#[derive(Default)]
struct Keeping {
    icc: Icc,
    seen_jfif: bool,
    seen_exif: bool,
}

impl Keeping {
    fn judge(&mut self, segment: &Segment<'_>, tags: &mut Tags) -> Verdict {
        if let Some(tiff) = exif_of(segment) {
            return self.exif(tiff, tags);
        }
        if icc_part(segment).is_some() {
            return self.icc(segment, tags);
        }
        match (segment.marker - marker::APP0, segment.body) {
            (0, [b'J', b'F', b'I', b'F', 0, ..]) => return self.jfif(segment.body, tags),
            (14, [b'A', b'd', b'o', b'b', b'e', ..]) if segment.body.len() == ADOBE_BYTES => {
                return Verdict::Keep;
            }
            (14, [b'A', b'd', b'o', b'b', b'e', ..]) if segment.body.len() > ADOBE_BYTES => {
                tags.add(Other, "APP14");
                return Verdict::Replace(vec![segment.body[..ADOBE_BYTES].to_vec()]);
            }
            _ => name_tags(segment, tags),
        }
        Verdict::Remove
    }

    fn icc(&mut self, segment: &Segment<'_>, tags: &mut Tags) -> Verdict {
        match &mut self.icc {
            Icc::Sound => Verdict::Keep,
            Icc::Unsound => {
                name_tags(segment, tags);
                Verdict::Remove
            }
            Icc::Instead(profile) => Verdict::Replace(icc_parts(&std::mem::take(profile))),
        }
    }

    fn exif(&mut self, tiff: &[u8], tags: &mut Tags) -> Verdict {
        let first = !std::mem::replace(&mut self.seen_exif, true);
        let orientation = exif::orientation(tiff).filter(|o| *o != Orientation::NoTransforms);
        let minimal = orientation.filter(|_| first).map(exif::only_orientation);
        if minimal.is_some_and(|minimal| minimal == *tiff) {
            return Verdict::Keep;
        }
        exif::name_tags(tiff, tags);
        let instead = |tiff: [u8; 26]| Verdict::Replace(vec![[b"Exif\0\0", &tiff[..]].concat()]);
        minimal.map_or(Verdict::Remove, instead)
    }

    fn jfif(&mut self, body: &[u8], tags: &mut Tags) -> Verdict {
        if std::mem::replace(&mut self.seen_jfif, true) || body.len() < JFIF_BYTES {
            tags.add(Other, "APP0");
            return Verdict::Remove;
        }
        if body.len() == JFIF_BYTES && body.ends_with(&[0, 0]) {
            return Verdict::Keep;
        }
        tags.add(Thumbnail, "JFIFThumbnail");
        Verdict::Replace(vec![[&body[..JFIF_BYTES - 2], &[0, 0]].concat()])
    }
}

/// Names what a segment that goes as a whole holds.
fn name_tags(segment: &Segment<'_>, tags: &mut Tags) {
    let body = segment.body;
    if segment.marker == marker::COM {
        return tags.add(Words, "COM");
    }
    let number = segment.marker - marker::APP0;
    let begins = |with: &[u8]| body.starts_with(with);
    match number {
        0 if begins(b"JFXX") => tags.add(Thumbnail, "JFXX"),
        1 if begins(b"http://ns.adobe.com/xap/1.0/") => xmp::name_tags(body, tags),
        1 if begins(b"http://ns.adobe.com/xmp/extension/") => {
            tags.add(Other, "ExtendedXMP");
            xmp::name_tags(body, tags);
        }
        2 if begins(b"MPF\0") => tags.add(Enclosed, "MPF"),
        2 if begins(b"ICC_PROFILE\0") => tags.add(Other, "ICC_PROFILE"),
        2 if begins(b"FPXR") => tags.add(Other, "FlashPix"),
        11 if body.windows(4).take(1024).any(|part| part == b"c2pa") => tags.add(Software, "C2PA"),
        11 => tags.add(Software, "JUMBF"),
        12 if begins(b"Ducky") => tags.add(Software, "Ducky"),
        12 if begins(b"[picture info]") => tags.add(Device, "PictureInfo"),
        13 if begins(photoshop::SIGNATURE) => {
            photoshop::name_tags(&body[photoshop::SIGNATURE.len()..], tags);
        }
        _ => tags.add(Other, &format!("APP{number}")),
    }
}

/// A colour profile in as many parts as it takes.
fn icc_parts(profile: &[u8]) -> Vec<Vec<u8>> {
    let parts = profile.chunks(ICC_PART_BYTES);
    let of = u8::try_from(parts.len()).unwrap_or(u8::MAX);
    (1..=of)
        .zip(parts)
        .map(|(number, part)| [&b"ICC_PROFILE\0"[..], &[number, of], part].concat())
        .collect()
}

/// A segment of our own.
fn own(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap_or_default().to_be_bytes();
    [&[0xff, marker], &length[..], body].concat()
}
