//! A colour profile without what is no colour. A profile of the standard's own tags is kept as it is;
//! those of displays and scanners also hold serial numbers, dates of calibration and names in tags of
//! their makers, so of these only the colours are kept.

use crate::metadata::Tags;
use contract::picked::Removable::{Other, SerialNumber};

/// Tags by which colours are converted (ICC.1:2022, clause 8).
const COLOURS: [&[u8; 4]; 17] = [
    b"wtpt", b"bkpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC",
    b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"cicp",
];
/// Further tags of the standard, which describe the kind of profile and not one device.
const DESCRIBING: [&[u8; 4]; 16] = [
    b"desc", b"cprt", b"dmnd", b"dmdd", b"lumi", b"meas", b"tech", b"view", b"vued", b"gamt",
    b"chrm", b"pre0", b"pre1", b"pre2", b"rig0", b"ciis",
];

/// Where the table of tags begins, and what a tag takes in it.
const TABLE: usize = 128;
const ENTRY: usize = 12;
/// 1 January 2026: a profile must have a day, and this one is nobody's.
const SOME_DAY: [u8; 12] = [0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
/// What a profile calls itself and says of its rights from now on.
const NAME: &str = "colours";

struct Tag<'a> {
    name: [u8; 4],
    data: &'a [u8],
}

/// The profile with its colours only, where it holds more than the standard knows; nothing where it
/// may stay as it is.
pub(super) fn neutral(icc: &[u8], tags: &mut Tags) -> Option<Vec<u8>> {
    let all = table(icc);
    let known = |name: &[u8; 4]| COLOURS.contains(&name) || DESCRIBING.contains(&name);
    let foreign: Vec<&Tag<'_>> = all.iter().filter(|tag| !known(&tag.name)).collect();
    if foreign.is_empty() && fills(icc, &all) {
        return None;
    }
    for tag in foreign {
        let name: String = tag.name.iter().map(|byte| char::from(*byte)).collect();
        let kind = if tag.name == *b"mmod" { SerialNumber } else { Other };
        tags.add(kind, &format!("ICC:{name}"));
    }
    tags.add(Other, "ICC_PROFILE");
    rebuilt(icc, &all)
}

/// The tags whose data lies in the profile.
fn table(icc: &[u8]) -> Vec<Tag<'_>> {
    let number = |at: usize| {
        let bytes = icc.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    };
    let count = number(TABLE).unwrap_or_default().min(100);
    let tag = |index: usize| {
        let at = TABLE + 4 + ENTRY * index;
        let name = icc.get(at..at + 4)?.try_into().ok()?;
        let start = number(at + 4)?;
        Some(Tag { name, data: icc.get(start..start.checked_add(number(at + 8)?)?)? })
    };
    (0..count).filter_map(tag).collect()
}

/// Whether the tags' data, which may be shared, is about all there is behind the table.
fn fills(icc: &[u8], all: &[Tag<'_>]) -> bool {
    let told: usize = all.iter().map(|tag| tag.data.len() + 3).sum();
    TABLE + 4 + ENTRY * all.len() + told >= icc.len()
}

fn rebuilt(icc: &[u8], all: &[Tag<'_>]) -> Option<Vec<u8>> {
    let mut head = icc.get(..TABLE)?.to_vec();
    let newer = head[8] >= 4;
    head[4..8].fill(0);
    head[24..36].copy_from_slice(&SOME_DAY);
    head[48..56].fill(0);
    head[80..128].fill(0);
    let (name, rights) = if newer { (unicode(NAME), unicode(NAME)) } else { (described(), text()) };
    let mut kept = vec![Tag { name: *b"desc", data: &name }, Tag { name: *b"cprt", data: &rights }];
    for tag in all.iter().filter(|tag| COLOURS.contains(&&tag.name)) {
        if kept.iter().all(|known| known.name != tag.name) {
            kept.push(Tag { name: tag.name, data: tag.data });
        }
    }
    let mut profile = head;
    profile.extend(u32::try_from(kept.len()).ok()?.to_be_bytes());
    let mut at = TABLE + 4 + ENTRY * kept.len();
    let mut data = Vec::new();
    for tag in &kept {
        profile.extend(tag.name);
        profile.extend(u32::try_from(at).ok()?.to_be_bytes());
        profile.extend(u32::try_from(tag.data.len()).ok()?.to_be_bytes());
        let padded = tag.data.len().next_multiple_of(4);
        data.extend(tag.data);
        data.resize(data.len() + padded - tag.data.len(), 0);
        at += padded;
    }
    profile.extend(data);
    let length = u32::try_from(profile.len()).ok()?;
    profile[..4].copy_from_slice(&length.to_be_bytes());
    Some(profile)
}

/// A text of version 4: one language.
fn unicode(words: &str) -> Vec<u8> {
    let length = u32::try_from(words.len() * 2).unwrap_or_default();
    let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    tag.extend(length.to_be_bytes());
    tag.extend(28_u32.to_be_bytes());
    tag.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    tag
}

/// A description of version 2: in ASCII, with neither Unicode nor Macintosh letters.
fn described() -> Vec<u8> {
    let length = u32::try_from(NAME.len() + 1).unwrap_or_default();
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(length.to_be_bytes());
    tag.extend(NAME.as_bytes());
    tag.resize(tag.len() + 1 + 8 + 3 + 67, 0);
    tag
}

/// A text of version 2.
fn text() -> Vec<u8> {
    [b"text\0\0\0\0", NAME.as_bytes(), b"\0"].concat()
}
