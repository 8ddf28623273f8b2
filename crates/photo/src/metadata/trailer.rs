//! What lies behind the end of a picture: further pictures, a film, a camera's notes, or padding.

use super::Tags;
use contract::picked::Removable::{Enclosed, MakerNote, Other};

/// Bytes that are searched for the start of something known.
const SEARCHED: usize = 64 * 1024;

/// Names what follows the picture in its file.
pub(crate) fn name_tags(rest: &[u8], tags: &mut Tags) {
    if rest.is_empty() {
        return;
    }
    if rest.iter().all(|byte| matches!(byte, 0 | 0xff | b'\r' | b'\n' | b' ')) {
        return tags.add(Other, "Padding");
    }
    let start = &rest[..rest.len().min(SEARCHED)];
    let holds = |what: &[u8]| start.windows(what.len()).any(|part| part == what);
    let before = tags.found();
    if holds(b"\xff\xd8\xff") {
        tags.add(Enclosed, "TrailingPicture");
    }
    if holds(b"ftypmp4") || holds(b"ftypisom") || holds(b"ftypqt") || holds(b"MotionPhoto_Data") {
        tags.add(Enclosed, "MotionPhoto");
    }
    if rest.ends_with(b"SEFT") {
        tags.add(MakerNote, "SamsungTrailer");
    }
    if tags.found() == before {
        tags.add(Enclosed, "Trailer");
    }
}
