//! What a picked file says of where it comes from: a program for editing pictures that left its
//! name, and the day it was taken. It is read before it is removed, for two mild warnings.
//!
//! Only names from a list are told, never what else a file says: cameras and phones write their
//! firmware where programs write their names, and absence means nothing. The day is a day by the
//! camera's clock, without a zone. The bytes may be hostile: nothing is followed further than the
//! readers of metadata follow it, and what cannot be read counts as absent.

mod day;
mod programs;
mod properties;

use crate::exif;
use crate::header::jpeg::exif_of;
use crate::header::png::tiff_of;
use crate::jpeg::{self, marker};
use crate::metadata::{photoshop, text};
use crate::{png, sniff};
use contract::examination::Origin;
use contract::photo::PictureFormat;
use jiff::civil::Date;

/// How XMP begins in its segment.
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// Segments and chunks that are read; those of a whole file are listed already, and few.
const MOST_PARTS: usize = 256;
/// The most bytes of C2PA manifests that are searched in one file.
const MOST_MANIFEST: usize = 256 * 1024;
/// How far behind its key the name of a program is looked for.
const MOST_NAME: usize = 96;

/// What a picked file says of where it comes from. Of what is no picture, nothing.
#[must_use]
pub fn origin(bytes: &[u8]) -> Origin {
    let mut said = Said::default();
    match sniff::format(bytes) {
        Ok(PictureFormat::Jpeg) => said.read_jpeg(bytes),
        Ok(PictureFormat::Png) => said.read_png(bytes),
        Err(_) => {}
    }
    Origin { edited_with: said.program, taken_on: said.taken.or(said.created) }
}

/// What was found so far: of each the first.
#[derive(Default)]
struct Said {
    program: Option<String>,
    /// When the picture was taken.
    taken: Option<Date>,
    /// When the file, or the picture in another form, was made.
    created: Option<Date>,
    /// Bytes of manifests that were searched.
    searched: usize,
}

impl Said {
    fn read_jpeg(&mut self, bytes: &[u8]) {
        let Some(file) = jpeg::segments(bytes) else { return };
        let extras = file.segments.iter().filter(|segment| segment.is_extra());
        for segment in extras.take(MOST_PARTS) {
            if let Some(tiff) = exif_of(segment) {
                self.read_exif(tiff);
            } else if let Some(packet) = segment.body.strip_prefix(XMP) {
                self.read_xmp(packet);
            } else if let Some(blocks) = segment.body.strip_prefix(photoshop::SIGNATURE) {
                self.read_photoshop(blocks);
            } else if segment.marker == marker::APP0 + 11 {
                self.read_manifest(segment.body);
            }
        }
    }

    fn read_png(&mut self, bytes: &[u8]) {
        let Some(file) = png::chunks(bytes) else { return };
        let extras = file.chunks.iter().filter(|chunk| chunk.kind[0].is_ascii_lowercase());
        for chunk in extras.take(MOST_PARTS) {
            match &chunk.kind {
                b"eXIf" => self.read_exif(tiff_of(chunk)),
                b"caBX" => self.read_manifest(chunk.body),
                b"tEXt" | b"zTXt" | b"iTXt" => {
                    let Some((keyword, text)) = text::read(chunk.kind, chunk.body) else {
                        continue;
                    };
                    match keyword.as_str() {
                        "Software" => self.name(&text),
                        "XML:com.adobe.xmp" => self.read_xmp(&text),
                        "Creation Time" => self.created = self.created.or(day::of(&text)),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    fn read_exif(&mut self, tiff: &[u8]) {
        let told = exif::told(tiff);
        if let Some(software) = told.software {
            self.name(software);
        }
        if let Some(software) = told.processing_software {
            self.name(software);
        }
        self.taken = self.taken.or(told.taken.and_then(day::of));
        self.created = self.created.or(told.digitised.and_then(day::of));
    }

    fn read_xmp(&mut self, packet: &[u8]) {
        for property in ["xmp:CreatorTool", "tiff:Software", "stEvt:softwareAgent"] {
            properties::values(packet, property).for_each(|value| self.name(value));
        }
        let first = |property| properties::values(packet, property).find_map(day::of);
        self.taken = self.taken.or_else(|| first("exif:DateTimeOriginal"));
        let created = || first("photoshop:DateCreated").or_else(|| first("xmp:CreateDate"));
        self.created = self.created.or_else(created);
    }

    /// Photoshop's blocks themselves are no proof: many programs and agencies write captions there.
    fn read_photoshop(&mut self, blocks: &[u8]) {
        // What the program writes about itself: version, print settings, layers' state.
        const OF_THE_PROGRAM: [u16; 3] = [0x0421, 0x043a, 0x043b];
        for (id, data) in photoshop::blocks(blocks) {
            match id {
                0x0422 | 0x0423 => self.read_exif(data),
                0x0424 => self.read_xmp(data),
                _ if OF_THE_PROGRAM.contains(&id) => self.name(b"Adobe Photoshop"),
                _ => {}
            }
        }
    }

    /// Content credentials (C2PA) are CBOR in boxes; names of programs stand in them as text.
    fn read_manifest(&mut self, bytes: &[u8]) {
        const AGENTS: [&[u8]; 2] = [b"softwareAgent", b"claim_generator"];
        let bytes = &bytes[..bytes.len().min(MOST_MANIFEST - self.searched)];
        self.searched += bytes.len();
        for at in 0..bytes.len() {
            let behind = AGENTS.iter().find_map(|agent| bytes[at..].strip_prefix(*agent));
            if let Some(behind) = behind {
                let behind = &behind[..behind.len().min(MOST_NAME)];
                (0..behind.len()).filter_map(|at| cbor_text(&behind[at..])).for_each(|text| {
                    self.name(text);
                });
            }
        }
    }

    /// Keeps the name of an editing program, if these bytes hold one.
    fn name(&mut self, bytes: &[u8]) {
        if self.program.is_none() {
            self.program = programs::named(bytes).map(str::to_owned);
        }
    }
}

/// The text that begins here, as CBOR writes one of up to 255 bytes (RFC 8949, major type 3).
fn cbor_text(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [short @ 0x60..=0x77, text @ ..] => text.get(..usize::from(short - 0x60)),
        [0x78, length, text @ ..] => text.get(..usize::from(*length)),
        _ => None,
    }
}
