//! What Photoshop's resource blocks hold (APP13 of a JPEG): captions and names after IPTC, small
//! copies of the picture, and the state of the program.

use super::{Tags, xmp};
use contract::picked::Removable::{self, Location, Other, Owner, Software, Thumbnail, Time, Words};

/// Blocks and IPTC records that are read of one segment; the rest is removed unnamed.
const MAX_RECORDS: usize = 1024;

/// How the blocks begin in their segment.
pub(crate) const SIGNATURE: &[u8] = b"Photoshop 3.0\0";

/// Names what the blocks hold.
pub(crate) fn name_tags(mut blocks: &[u8], tags: &mut Tags) {
    let before = tags.found();
    for _ in 0..MAX_RECORDS {
        let Some((id, data, rest)) = next_block(blocks) else { break };
        match id {
            0x0404 => name_iptc(data, tags),
            0x0409 | 0x040c => tags.add(Thumbnail, "PhotoshopThumbnail"),
            0x040a | 0x040b => tags.add(Owner, "PhotoshopRights"),
            0x0422 | 0x0423 => crate::exif::name_tags(data, tags),
            0x0424 => xmp::name_tags(data, tags),
            _ => tags.add(Software, "Photoshop"),
        }
        blocks = rest;
    }
    if tags.found() == before {
        tags.add(Other, "APP13");
    }
}

/// The blocks by their numbers.
pub(crate) fn blocks(mut blocks: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let next = std::iter::from_fn(move || {
        let (id, data, rest) = next_block(blocks)?;
        blocks = rest;
        Some((id, data))
    });
    next.take(MAX_RECORDS)
}

/// One block: its number, what it holds, and what follows.
fn next_block(blocks: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let block = blocks.strip_prefix(b"8BIM")?;
    let id = u16::from_be_bytes([*block.first()?, *block.get(1)?]);
    // The name has its length before it and is padded to an even number of bytes with that.
    let name = usize::from(*block.get(2)?) + 1;
    let at = 2 + name + name % 2;
    let length = u32::from_be_bytes(block.get(at..at + 4)?.try_into().ok()?);
    let length = usize::try_from(length).ok()?;
    let start = at + 4;
    let data = block.get(start..start.checked_add(length)?)?;
    let rest = block.get(start + length + length % 2..).unwrap_or_default();
    Some((id, data, rest))
}

/// Names the records of an IPTC block (IIM 4.2, record 2).
pub(crate) fn name_iptc(mut records: &[u8], tags: &mut Tags) {
    for _ in 0..MAX_RECORDS {
        let [0x1c, record, number, high, low, rest @ ..] = records else { break };
        if let (2, Some((kind, name))) = (record, iptc(*number)) {
            tags.add(kind, &format!("IPTC:{name}"));
        } else {
            tags.add(Other, "IPTC");
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        records = rest.get(length..).unwrap_or_default();
    }
}

const fn iptc(number: u8) -> Option<(Removable, &'static str)> {
    Some(match number {
        5 => (Words, "ObjectName"),
        15 => (Words, "Category"),
        25 => (Words, "Keywords"),
        40 => (Words, "SpecialInstructions"),
        55 => (Time, "DateCreated"),
        60 => (Time, "TimeCreated"),
        62 => (Time, "DigitalCreationDate"),
        63 => (Time, "DigitalCreationTime"),
        65 => (Software, "OriginatingProgram"),
        70 => (Software, "ProgramVersion"),
        80 => (Owner, "By-line"),
        85 => (Owner, "By-lineTitle"),
        90 => (Location, "City"),
        92 => (Location, "Sub-location"),
        95 => (Location, "Province-State"),
        100 => (Location, "Country-PrimaryLocationCode"),
        101 => (Location, "Country-PrimaryLocationName"),
        105 => (Words, "Headline"),
        110 => (Owner, "Credit"),
        115 => (Owner, "Source"),
        116 => (Owner, "CopyrightNotice"),
        118 => (Owner, "Contact"),
        120 => (Words, "Caption-Abstract"),
        122 => (Owner, "Writer-Editor"),
        _ => return None,
    })
}
