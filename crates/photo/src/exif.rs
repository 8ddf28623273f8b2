//! What EXIF names (CIPA DC-008, a TIFF structure): how the camera was held, and which tags there
//! are. Of other values only those are read that say what the file comes from ([`told`]): all are
//! removed, whatever they say. The structure may be hostile; offsets that lead nowhere or in circles
//! end the reading and nothing else.

mod names;

use crate::metadata::Tags;
use contract::picked::Removable;
use image::metadata::Orientation;

/// Entries that are read of one structure. Cameras write about a hundred.
const MAX_ENTRIES: usize = 2048;

/// Directories that are read of one structure: the picture's, its EXIF, GPS, interoperability, the
/// thumbnail's, and a few more.
const MAX_DIRECTORIES: usize = 16;

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const PROCESSING_SOFTWARE: u16 = 0x000b;
const SOFTWARE: u16 = 0x0131;
const TAKEN: u16 = 0x9003;
const DIGITISED: u16 = 0x9004;
/// The longest text that is read, in bytes.
const LONGEST_TEXT: usize = 256;
const GPS_DIRECTORY: u16 = 0x8825;
const INTEROPERABILITY_DIRECTORY: u16 = 0xa005;
const SUB_DIRECTORIES: u16 = 0x014a;

/// What a directory is about: the same number means different things in different ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Directory {
    Picture,
    Thumbnail,
    Exif,
    Gps,
    Interoperability,
}

struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    /// The four bytes that hold the value or say where it is.
    value: [u8; 4],
}

struct Tiff<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let big_endian = match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => false,
            [b'M', b'M', 0, 42] => true,
            _ => return None,
        };
        Some(Self { bytes, big_endian })
    }

    fn short(&self, bytes: [u8; 2]) -> u16 {
        if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) }
    }

    fn long(&self, bytes: [u8; 4]) -> u32 {
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }

    fn long_at(&self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?;
        Some(self.long(bytes.try_into().ok()?))
    }

    /// The entries of the directory there as far as the bytes go, and where the next directory is.
    fn directory(&self, at: u32) -> Option<(Vec<Entry>, u32)> {
        let at = usize::try_from(at).ok()?;
        let rest = self.bytes.get(at..)?;
        let count = usize::from(self.short([*rest.first()?, *rest.get(1)?]));
        let (entries, _) = rest[2..].as_chunks::<12>();
        let entries = entries.iter().take(count.min(MAX_ENTRIES)).map(|entry| Entry {
            tag: self.short([entry[0], entry[1]]),
            kind: self.short([entry[2], entry[3]]),
            count: self.long([entry[4], entry[5], entry[6], entry[7]]),
            value: [entry[8], entry[9], entry[10], entry[11]],
        });
        let next = at.checked_add(2 + 12 * count).and_then(|end| self.long_at(end));
        Some((entries.collect(), next.unwrap_or(0)))
    }

    /// The text of an entry, up to its end or the longest that is read.
    fn text(&self, entry: &Entry) -> Option<&'a [u8]> {
        let length = usize::try_from(entry.count).ok()?.min(LONGEST_TEXT);
        // Four bytes or less stand in the entry; no program or day is as short.
        if entry.kind != 2 || length <= 4 {
            return None;
        }
        let start = usize::try_from(self.long(entry.value)).ok()?;
        let text = self.bytes.get(start..start.checked_add(length)?)?;
        text.split(|byte| *byte == 0).next()
    }

    /// Where the directories are to which an entry leads.
    fn targets(&self, entry: &Entry) -> Vec<u32> {
        if entry.tag != SUB_DIRECTORIES || entry.count <= 1 {
            return vec![self.long(entry.value)];
        }
        let start = usize::try_from(self.long(entry.value)).unwrap_or(usize::MAX);
        (0..4_usize.min(entry.count as usize))
            .map_while(|i| self.long_at(start.checked_add(4 * i)?))
            .collect()
    }
}

/// How the camera was held, by the first directory; nothing where it does not say.
pub(crate) fn orientation(tiff: &[u8]) -> Option<Orientation> {
    let tiff = Tiff::new(tiff)?;
    let (entries, _) = tiff.directory(tiff.long_at(4)?)?;
    let entry = entries.iter().find(|entry| entry.tag == ORIENTATION && entry.count == 1)?;
    let value = match entry.kind {
        3 => tiff.short([entry.value[0], entry.value[1]]),
        1 => entry.value[0].into(),
        _ => return None,
    };
    Orientation::from_exif(u8::try_from(value).ok()?)
}

/// What a structure says of where its picture comes from, in its own words.
#[derive(Default)]
pub(crate) struct Told<'a> {
    /// The camera's firmware or the last program.
    pub(crate) software: Option<&'a [u8]>,
    /// What processed it.
    pub(crate) processing_software: Option<&'a [u8]>,
    /// When it was taken, `YYYY:MM:DD HH:MM:SS`.
    pub(crate) taken: Option<&'a [u8]>,
    /// When it was made a file.
    pub(crate) digitised: Option<&'a [u8]>,
}

/// Reads what the first directory and the one of EXIF say of where the picture comes from.
pub(crate) fn told(bytes: &[u8]) -> Told<'_> {
    let mut told = Told::default();
    let Some(tiff) = Tiff::new(bytes) else { return told };
    let first = tiff.long_at(4).and_then(|at| tiff.directory(at));
    let (entries, _) = first.unwrap_or_default();
    let mut leads = None;
    for entry in &entries {
        match entry.tag {
            SOFTWARE => told.software = told.software.or_else(|| tiff.text(entry)),
            PROCESSING_SOFTWARE => {
                told.processing_software = told.processing_software.or_else(|| tiff.text(entry));
            }
            EXIF_DIRECTORY => leads = leads.or(Some(tiff.long(entry.value))),
            _ => {}
        }
    }
    let exif = leads.and_then(|at| tiff.directory(at));
    for entry in exif.unwrap_or_default().0 {
        match entry.tag {
            TAKEN => told.taken = told.taken.or_else(|| tiff.text(&entry)),
            DIGITISED => told.digitised = told.digitised.or_else(|| tiff.text(&entry)),
            _ => {}
        }
    }
    told
}

/// The EXIF that says how the camera was held and nothing else.
pub(crate) fn only_orientation(orientation: Orientation) -> [u8; 26] {
    let mut tiff = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = orientation.to_exif();
    tiff
}

/// Names every tag that is removed with this structure.
pub(crate) fn name_tags(bytes: &[u8], tags: &mut Tags) {
    let before = tags.found();
    if let Some(tiff) = Tiff::new(bytes) {
        name_all(&tiff, tags);
    }
    if tags.found() == before {
        // Unreadable, or nothing but an orientation in another form than ours.
        tags.add(Removable::Other, "Exif");
    }
}

fn name_all(tiff: &Tiff<'_>, tags: &mut Tags) {
    let mut ahead = vec![(Directory::Picture, tiff.long_at(4).unwrap_or(0))];
    let mut seen: Vec<u32> = Vec::new();
    let mut left = MAX_ENTRIES;
    while let Some((directory, at)) = ahead.pop() {
        if at == 0 || seen.contains(&at) || seen.len() == MAX_DIRECTORIES {
            continue;
        }
        seen.push(at);
        let Some((entries, next)) = tiff.directory(at) else { continue };
        for entry in entries.iter().take(left) {
            let leads = match entry.tag {
                EXIF_DIRECTORY => Some(Directory::Exif),
                GPS_DIRECTORY => Some(Directory::Gps),
                INTEROPERABILITY_DIRECTORY => Some(Directory::Interoperability),
                SUB_DIRECTORIES => Some(Directory::Thumbnail),
                _ => None,
            };
            if let Some(leads) = leads {
                ahead.extend(tiff.targets(entry).into_iter().map(|at| (leads, at)));
            } else if entry.tag != ORIENTATION || directory == Directory::Thumbnail {
                name_one(directory, entry.tag, tags);
            }
        }
        left = left.saturating_sub(entries.len());
        if directory == Directory::Picture || directory == Directory::Thumbnail {
            ahead.push((Directory::Thumbnail, next));
        }
    }
}

fn name_one(directory: Directory, tag: u16, tags: &mut Tags) {
    let known = match directory {
        Directory::Gps => names::gps(tag),
        Directory::Interoperability => names::interoperability(tag),
        _ => names::picture(tag),
    };
    let (kind, name) = match known {
        Some((kind, name)) => (kind, name.to_owned()),
        None => (Removable::Other, format!("Exif:0x{tag:04x}")),
    };
    let kind = match directory {
        Directory::Gps => Removable::Location,
        Directory::Thumbnail => Removable::Thumbnail,
        _ => kind,
    };
    tags.add(kind, &name);
}
