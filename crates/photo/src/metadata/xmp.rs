//! Which properties XMP holds, by the text of their names. It is no XML reader and need not be: all
//! of XMP is removed, whatever it says; only the names of what is known are told.

use super::Tags;
use contract::picked::Removable::{
    self, Device, Enclosed, Location, Other, Owner, SerialNumber, Software, Thumbnail, Time, Words,
};

/// Bytes that are searched. What identifies stands in the first kilobytes; the rest of a large
/// packet is a depth map or another picture.
const SEARCHED: usize = 256 * 1024;

/// Properties, or prefixes of some, and what each gives away.
const KNOWN: [(&str, Removable); 46] = [
    ("exif:GPS", Location),
    ("photoshop:City", Location),
    ("photoshop:State", Location),
    ("photoshop:Country", Location),
    ("Iptc4xmpCore:Location", Location),
    ("Iptc4xmpExt:Location", Location),
    ("exif:DateTimeOriginal", Time),
    ("exif:DateTimeDigitized", Time),
    ("photoshop:DateCreated", Time),
    ("tiff:DateTime", Time),
    ("xmp:CreateDate", Time),
    ("xmp:ModifyDate", Time),
    ("xmp:MetadataDate", Time),
    ("tiff:Make", Device),
    ("tiff:Model", Device),
    ("aux:Lens", Device),
    ("exifEX:LensModel", Device),
    ("aux:SerialNumber", SerialNumber),
    ("aux:LensSerialNumber", SerialNumber),
    ("exifEX:BodySerialNumber", SerialNumber),
    ("exif:ImageUniqueID", SerialNumber),
    ("xmpMM:DocumentID", SerialNumber),
    ("xmpMM:InstanceID", SerialNumber),
    ("xmpMM:OriginalDocumentID", SerialNumber),
    ("dc:creator", Owner),
    ("dc:rights", Owner),
    ("aux:OwnerName", Owner),
    ("exifEX:CameraOwnerName", Owner),
    ("photoshop:Credit", Owner),
    ("photoshop:AuthorsPosition", Owner),
    ("xmpRights:", Owner),
    ("plus:", Owner),
    ("Iptc4xmpExt:PersonInImage", Owner),
    ("mwg-rs:", Owner),
    ("dc:title", Words),
    ("dc:description", Words),
    ("dc:subject", Words),
    ("photoshop:Headline", Words),
    ("xmp:Thumbnails", Thumbnail),
    ("xmp:CreatorTool", Software),
    ("xmpMM:History", Software),
    ("crs:", Software),
    ("GCamera:", Enclosed),
    ("GDepth:", Enclosed),
    ("GImage:", Enclosed),
    ("hdrgm:", Enclosed),
];

/// Names what a packet holds. The packet itself counts as the first kind that it holds.
pub(crate) fn name_tags(packet: &[u8], tags: &mut Tags) {
    let text = String::from_utf8_lossy(&packet[..packet.len().min(SEARCHED)]);
    let found = || KNOWN.iter().filter(|(property, _)| text.contains(property));
    tags.add(found().next().map_or(Other, |(_, kind)| *kind), "XMP");
    for (property, kind) in found() {
        tags.add(*kind, &format!("XMP:{}", property.trim_end_matches(':')));
    }
}

/// What a single property gives away, by its name with its prefix.
pub(crate) fn kind_of(property: &str) -> Option<Removable> {
    KNOWN.iter().find(|(known, _)| property.starts_with(known)).map(|(_, kind)| *kind)
}
