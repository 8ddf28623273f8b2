//! What of a PNG is kept: the picture, its palette and transparency, and what says how its colours
//! and its pixels' shape are meant. Of EXIF only how the camera was held is kept.

use super::{Piece, Plan, profile as neutral};
use crate::exif;
use crate::header::png::{profile, tiff_of};
use crate::metadata::{Tags, text, trailer};
use crate::png::{Chunk, SIGNATURE, chunk, chunks};
use contract::picked::Removable::{Enclosed, MakerNote, Other, Software, Time};
use image::metadata::Orientation;

/// What colour profiles are called by those who have nothing to say: the first by us.
const ICC_NAMES: [&[u8]; 4] = [ICC_NAME, b"icc profile", b"photoshop icc profile", b"srgb"];
const ICC_NAME: &[u8] = b"icc";
/// How hard a profile is packed, of ten.
const PACKING: u8 = 6;

pub(super) fn plan(bytes: &[u8]) -> Option<Plan> {
    let file = chunks(bytes)?;
    let mut plan = Plan::default();
    plan.pieces.push(Piece::Kept(0..SIGNATURE.len()));
    let mut seen: Vec<[u8; 4]> = Vec::new();
    for chunk in &file.chunks {
        let kept = Piece::Kept(chunk.whole.clone());
        if chunk.kind[0].is_ascii_uppercase() {
            plan.pieces.push(kept);
            continue;
        }
        let first = !seen.contains(&chunk.kind);
        if first && chunk.sound && is_display(chunk) {
            seen.push(chunk.kind);
            plan.pieces.push(kept);
        } else if first && chunk.sound && matches!(&chunk.kind, b"iCCP" | b"eXIf") {
            seen.push(chunk.kind);
            plan.pieces.extend(reduced(chunk, &mut plan.removed));
        } else {
            name_tags(chunk, &mut plan.removed);
        }
    }
    trailer::name_tags(&bytes[file.end..], &mut plan.removed);
    Some(plan)
}

/// Whether a chunk says how the picture is shown, and has the length that such a one has: a longer
/// one could carry anything.
fn is_display(chunk: &Chunk<'_>) -> bool {
    let length = chunk.body.len();
    match &chunk.kind {
        b"gAMA" | b"cICP" => length == 4,
        b"cHRM" => length == 32,
        b"sRGB" => length == 1,
        b"sBIT" => (1..=4).contains(&length),
        b"tRNS" => (1..=256).contains(&length),
        b"bKGD" => matches!(length, 1 | 2 | 6),
        b"pHYs" => length == 9,
        b"mDCV" => length == 24,
        b"cLLI" => length == 8,
        _ => false,
    }
}

/// What is kept of a colour profile or of EXIF, with the rest named.
fn reduced(old: &Chunk<'_>, tags: &mut Tags) -> Option<Piece> {
    let kept = || Some(Piece::Kept(old.whole.clone()));
    if old.kind == *b"iCCP" {
        return icc(old, tags);
    }
    let tiff = tiff_of(old);
    let orientation = exif::orientation(tiff).filter(|o| *o != Orientation::NoTransforms);
    let minimal = orientation.map(exif::only_orientation);
    if minimal.is_some_and(|minimal| minimal == *old.body) {
        return kept();
    }
    exif::name_tags(tiff, tags);
    Some(Piece::Own(chunk(old.kind, &minimal?)))
}

/// What is kept of a colour profile: all of it, or its colours, under a name that is nobody's.
fn icc(old: &Chunk<'_>, tags: &mut Tags) -> Option<Piece> {
    let Some(found) = profile(old) else {
        tags.add(Other, "iCCP");
        return None;
    };
    let packed = |icc: &[u8]| {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(icc, PACKING);
        Some(Piece::Own(chunk(old.kind, &[ICC_NAME, &[0, 0], &packed[..]].concat())))
    };
    if let Some(neutral) = neutral::neutral(&found.data, tags) {
        return packed(&neutral);
    }
    let plain = ICC_NAMES.iter().any(|name| name.eq_ignore_ascii_case(found.named));
    if plain && !found.padded && found.used == old.body.len() {
        return Some(Piece::Kept(old.whole.clone()));
    }
    tags.add(Other, "iCCP");
    packed(&found.data)
}

/// Names what a chunk that goes as a whole holds.
fn name_tags(chunk: &Chunk<'_>, tags: &mut Tags) {
    match &chunk.kind {
        b"tEXt" | b"zTXt" | b"iTXt" => text::name_tags(chunk.kind, chunk.body, tags),
        b"eXIf" => exif::name_tags(tiff_of(chunk), tags),
        b"tIME" => tags.add(Time, "tIME"),
        b"acTL" | b"fcTL" | b"fdAT" => tags.add(Enclosed, "APNG"),
        b"caBX" => tags.add(Software, "C2PA"),
        // Apple's and Microsoft's notes, and every other chunk that only one program knows.
        kind if kind[1].is_ascii_lowercase() => tags.add(MakerNote, &name_of(kind)),
        kind => tags.add(Other, &name_of(kind)),
    }
}

fn name_of(kind: &[u8; 4]) -> String {
    kind.iter().map(|byte| char::from(*byte)).collect()
}
