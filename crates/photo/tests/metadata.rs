//! Everything that identifies somebody is found and called by its standard name.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use contract::picked::Removable;
use contract::policy::Policy;
use make::{chunk, segment, with, with_chunks};
use photo::{Tag, inspect, kinds};

fn tags(bytes: &[u8]) -> Vec<Tag> {
    inspect(bytes, &Policy::PROGRAMME.photo).expect("a picture").tags
}

/// The kind under which a name is told.
fn kind_of(tags: &[Tag], name: &str) -> Option<Removable> {
    tags.iter().find(|tag| tag.name == name).map(|tag| tag.kind)
}

fn wants(tags: &[Tag], expected: &[(Removable, &[&str])]) {
    for (kind, names) in expected {
        for name in *names {
            assert_eq!(kind_of(tags, name), Some(*kind), "{name} of {tags:?}");
        }
    }
}

#[test]
fn everything_in_a_laden_jpeg_has_its_name_and_kind() {
    use Removable::{
        Device, Enclosed, Location, MakerNote, Other, Owner, SerialNumber, Software, Thumbnail,
        Time, Words,
    };
    let found = tags(&make::laden_jpeg(40, 56, 6));
    wants(
        &found,
        &[
            (Location, &["GPSLatitude", "GPSDateStamp", "XMP", "XMP:exif:GPS", "IPTC:City"]),
            (Time, &["DateTime", "DateTimeOriginal"]),
            (Device, &["Make", "Model"]),
            (SerialNumber, &["BodySerialNumber", "LensSerialNumber"]),
            (Owner, &["CameraOwnerName", "Artist", "Copyright", "XMP:dc:creator", "IPTC:By-line"]),
            (Words, &["UserComment", "COM", "IPTC:Caption-Abstract"]),
            (Thumbnail, &["JPEGInterchangeFormat", "JFIFThumbnail", "JFXX", "PhotoshopThumbnail"]),
            (MakerNote, &["MakerNote"]),
            (Software, &["Software", "XMP:xmp:CreatorTool", "Photoshop", "C2PA", "Ducky"]),
            (Enclosed, &["MPF", "TrailingPicture"]),
            (Other, &["ExtendedXMP", "APP5", "InteroperabilityIndex", "Exif:0xfde9"]),
        ],
    );
    assert_eq!(kinds(&found), Removable::ALL, "every kind, in the order in which they are told");
    assert_eq!(kind_of(&found, "APP14"), None, "Adobe's note says how colours are stored");
    assert_eq!(kind_of(&found, "ICC_PROFILE"), None);
}

#[test]
fn everything_in_a_laden_png_has_its_name_and_kind() {
    use Removable::{Device, Enclosed, Location, MakerNote, Other, Owner, Software, Time, Words};
    let found = tags(&make::laden_png(40, 56, 5));
    wants(
        &found,
        &[
            (Owner, &["tEXt:Author", "CameraOwnerName"]),
            (Words, &["zTXt:Comment"]),
            (Location, &["GPSLatitude", "XMP"]),
            (Device, &["Make"]),
            (Other, &["zTXt:Raw profile type exif", "sPLT"]),
            (Time, &["tIME"]),
            (MakerNote, &["MakerNote", "vpAg"]),
            (Software, &["C2PA"]),
            (Enclosed, &["Trailer"]),
        ],
    );
    assert_eq!(kind_of(&found, "Exif"), None, "its tags have names of their own");
}

#[test]
fn a_picture_fresh_from_an_encoder_holds_nothing() {
    assert_eq!(tags(&make::jpeg(40, 56)), []);
    assert_eq!(tags(&make::png(40, 56)), []);
}

#[test]
fn a_profile_packed_in_a_text_gives_its_place_away() {
    let hex: String = make::exif(1).iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = format!("\nexif\n    {}\n{hex}\n", make::exif(1).len());
    let packed = [b"Raw profile type APP1\0\0", &make::deflated(raw.as_bytes())[..]].concat();
    let found = tags(&with_chunks(&make::png(40, 56), &[chunk(b"zTXt", &packed)]));
    wants(&found, &[(Removable::Location, &["GPSLatitude"])]);
}

#[test]
fn a_comment_behind_its_length_is_words_and_padding_is_nothing_special() {
    let plain = make::jpeg(40, 56);
    wants(&tags(&with(&plain, &[segment(0xfe, b"me")])), &[(Removable::Words, &["COM"])]);
    wants(&tags(&[plain, vec![0; 700]].concat()), &[(Removable::Other, &["Padding"])]);
}

#[test]
fn films_behind_the_picture_are_told() {
    let film = [make::jpeg(40, 56), b"\0\0\0\x18ftypisom\0\0".to_vec()].concat();
    wants(&tags(&film), &[(Removable::Enclosed, &["MotionPhoto"])]);
    let samsung = [make::jpeg(40, 56), b"MotionPhoto_Data....SEFHxxxxSEFT".to_vec()].concat();
    wants(&tags(&samsung), &[(Removable::Enclosed, &["MotionPhoto"])]);
    wants(&tags(&samsung), &[(Removable::MakerNote, &["SamsungTrailer"])]);
}

#[test]
fn directories_in_circles_and_of_any_length_end() {
    let plain = make::jpeg(40, 56);
    let exif = |tiff: &[u8]| with(&plain, &[segment(0xe1, &[b"Exif\0\0", tiff].concat())]);
    // The directory that follows is the same one; so is the one for the place.
    let circle = b"MM\0\x2a\0\0\0\x08\0\x02\x88\x25\0\x04\0\0\0\x01\0\0\0\x08\x01\x0f\0\x02\0\0\0\x01me\0\0\0\0\0\x08";
    wants(&tags(&exif(circle)), &[(Removable::Device, &["Make"])]);
    // 65,535 entries are announced, one is there.
    let many = b"II\x2a\0\x08\0\0\0\xff\xff\x10\x01\x02\0\x01\0\0\0me\0\0";
    wants(&tags(&exif(many)), &[(Removable::Device, &["Model"])]);
    // Nothing that can be read at all still counts as something that is removed.
    wants(&tags(&exif(b"nonsense")), &[(Removable::Other, &["Exif"])]);
    let far = b"MM\0\x2a\xff\xff\xff\xff";
    wants(&tags(&exif(far)), &[(Removable::Other, &["Exif"])]);
}

#[test]
fn names_are_bounded_and_hold_no_control_characters() {
    let entries: Vec<u8> = (0..2000_u16)
        .flat_map(|tag| [&tag.to_be_bytes()[..], &[0, 1, 0, 0, 0, 1, 0, 0, 0, 0]].concat())
        .collect();
    let tiff = [b"MM\0\x2a\0\0\0\x08\x07\xd0", &entries[..], &[0; 4]].concat();
    let many = with(&make::jpeg(40, 56), &[segment(0xe1, &[b"Exif\0\0", &tiff[..]].concat())]);
    assert!(tags(&many).len() <= 512 + Removable::ALL.len());
    let odd = with_chunks(
        &make::png(40, 56),
        &[chunk(b"tEXt", b"\x1b[2Jme\0x"), chunk(b"tEXt", &[b'x'; 500])],
    );
    for tag in tags(&odd) {
        assert!(!tag.name.chars().any(char::is_control), "{tag:?}");
        assert!(tag.name.chars().count() <= 96, "{tag:?}");
    }
}
