//! Files for tests: pictures of every kind, and everything that cameras and programs put beside
//! them. All of it is generated; no picture of anybody is read.

use image::{ImageBuffer, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

/// A picture in which no two neighbours are alike.
pub(crate) fn shaded(width: u32, height: u32) -> RgbImage {
    ImageBuffer::from_fn(width, height, |x, y| {
        Rgb([(x * 3 % 251) as u8, (y * 2 % 241) as u8, ((x + y) % 239) as u8])
    })
}

/// A baseline JPEG.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ColorType::Rgb, |_| {})
}

/// A JPEG of some kind: `set` chooses.
pub(crate) fn encoded(
    width: u32,
    height: u32,
    colour: ColorType,
    set: impl FnOnce(&mut Encoder<&mut Vec<u8>>),
) -> Vec<u8> {
    let picture = shaded(width, height);
    let samples = match colour {
        ColorType::Luma => 1,
        ColorType::Cmyk | ColorType::Ycck => 4,
        _ => 3,
    };
    let pixels: Vec<u8> = picture
        .pixels()
        .flat_map(|p| [p.0[0], p.0[1], p.0[2], 9].into_iter().take(samples))
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    set(&mut encoder);
    encoder.encode(&pixels, width as u16, height as u16, colour).expect("encodes");
    bytes
}

/// A segment of a JPEG.
pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).expect("fits a segment");
    [&[0xff, marker], &length.to_be_bytes()[..], body].concat()
}

/// The JPEG with these bytes right behind its start.
pub(crate) fn with(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

/// A chunk of a PNG.
pub(crate) fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("fits a chunk");
    let named = [&kind[..], body].concat();
    let sum = crc32fast::hash(&named);
    [&length.to_be_bytes()[..], &named, &sum.to_be_bytes()].concat()
}

/// A PNG of rows that fit its colour and depth.
pub(crate) fn png_of(
    (width, height): (u32, u32),
    colour: png::ColorType,
    depth: png::BitDepth,
    rows: &[u8],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(rows).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

/// A PNG in eight bits of red, green and blue.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = shaded(width, height);
    png_of((width, height), png::ColorType::Rgb, png::BitDepth::Eight, &picture)
}

/// The PNG with these chunks right behind its header.
pub(crate) fn with_chunks(png: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    [&png[..33], &chunks.concat(), &png[33..]].concat()
}

/// What is put into metadata: no byte of it may be left afterwards.
pub(crate) const SECRET: &[u8] = b"Mei-4711-Secret";

/// One entry of a directory: tag, type, and the bytes of its value.
type Entry = (u16, u16, Vec<u8>);

fn text(tag: u16) -> Entry {
    (tag, 2, [SECRET, &tag.to_be_bytes(), b"\0"].concat())
}

fn long(tag: u16, value: u32) -> Entry {
    (tag, 4, value.to_be_bytes().to_vec())
}

/// A directory that will stand at `at`, with its values behind it.
fn directory(at: usize, entries: &[Entry], next: u32) -> Vec<u8> {
    let mut head = u16::try_from(entries.len()).expect("few").to_be_bytes().to_vec();
    let mut values = Vec::new();
    let behind = at + 2 + 12 * entries.len() + 4;
    for (tag, kind, value) in entries {
        let size = match kind {
            3 => 2,
            4 => 4,
            5 => 8,
            _ => 1,
        };
        head.extend(tag.to_be_bytes());
        head.extend(kind.to_be_bytes());
        head.extend(u32::try_from(value.len() / size).expect("few").to_be_bytes());
        if value.len() <= 4 {
            head.extend(value);
            head.extend(vec![0; 4 - value.len()]);
        } else {
            let at = u32::try_from(behind + values.len()).expect("near");
            head.extend(at.to_be_bytes());
            values.extend(value);
        }
    }
    head.extend(next.to_be_bytes());
    [head, values].concat()
}

/// EXIF as a camera writes it, with everything that gives somebody away.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    const EXIF: u32 = 1000;
    const GPS: u32 = 2000;
    const THUMBNAIL: u32 = 3000;
    const INTEROPERABILITY: u32 = 4000;
    let picture = [
        text(0x010f),
        text(0x0110),
        (0x0112, 3, orientation.to_be_bytes().to_vec()),
        text(0x0131),
        text(0x0132),
        text(0x013b),
        text(0x8298),
        long(0x8769, EXIF),
        long(0x8825, GPS),
    ];
    let exif = [
        text(0x9003),
        (0x927c, 7, [SECRET, SECRET].concat()),
        text(0x9286),
        long(0xa005, INTEROPERABILITY),
        text(0xa430),
        text(0xa431),
        text(0xa435),
        text(0xfde9),
    ];
    let place = [text(0x0001), (0x0002, 5, [SECRET, SECRET].concat()[..24].to_vec()), text(0x001d)];
    let small = [long(0x0201, 3500), long(0x0202, 15), (0x0112, 3, vec![0, 1])];
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    for (at, part) in [
        (8, directory(8, &picture, THUMBNAIL)),
        (EXIF, directory(EXIF as usize, &exif, 0)),
        (GPS, directory(GPS as usize, &place, 0)),
        (THUMBNAIL, directory(THUMBNAIL as usize, &small, 0)),
        (3500, SECRET.to_vec()),
        (INTEROPERABILITY, directory(INTEROPERABILITY as usize, &[text(0x0001)], 0)),
    ] {
        assert!(tiff.len() <= at as usize, "the parts overlap");
        tiff.resize(at as usize, 0);
        tiff.extend(part);
    }
    tiff
}

/// XMP that names place, time, tool and people.
pub(crate) fn xmp() -> Vec<u8> {
    let secret = String::from_utf8_lossy(SECRET);
    format!(
        "<x:xmpmeta><rdf:Description exif:GPSLatitude=\"{secret}\" xmp:CreatorTool=\"{secret}\">\
         <dc:creator>{secret}</dc:creator></rdf:Description></x:xmpmeta>"
    )
    .into_bytes()
}

/// Photoshop's blocks with IPTC and a small picture.
pub(crate) fn photoshop() -> Vec<u8> {
    let record = |number: u8| [&[0x1c, 2, number, 0, 15], SECRET].concat();
    let block = |id: u16, data: &[u8]| {
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        let pad = vec![0; data.len() % 2];
        [b"8BIM", &id.to_be_bytes()[..], &[0, 0], &length, data, &pad].concat()
    };
    let iptc = [record(80), record(120), record(90)].concat();
    [
        b"Photoshop 3.0\0".to_vec(),
        block(0x0404, &iptc),
        block(0x040c, SECRET),
        block(0x03ed, SECRET),
    ]
    .concat()
}

/// A colour profile that is sound as far as its header goes, and calls itself something.
pub(crate) fn profile(name: &str) -> Vec<u8> {
    profile_with(name, &[])
}

/// The same with further tags.
pub(crate) fn profile_with(name: &str, more: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let number = |length: usize| u32::try_from(length).expect("short").to_be_bytes();
    let named = [&b"desc\0\0\0\0"[..], &number(name.len() + 1), name.as_bytes(), b"\0"].concat();
    let tags = [&[(b"desc", &named[..])], more].concat();
    let mut icc = vec![0; 128];
    icc[16..20].copy_from_slice(b"RGB ");
    icc[12..16].copy_from_slice(b"mntr");
    icc[20..24].copy_from_slice(b"XYZ ");
    icc[36..40].copy_from_slice(b"acsp");
    icc.extend(number(tags.len()));
    let mut at = icc.len() + 12 * tags.len();
    for (name, data) in &tags {
        icc.extend([&name[..], &number(at), &number(data.len())].concat());
        at += data.len();
    }
    tags.iter().for_each(|(_, data)| icc.extend(*data));
    let length = number(icc.len());
    icc[..4].copy_from_slice(&length);
    icc
}

/// One part of a colour profile in a JPEG.
pub(crate) fn icc_segment(number: u8, of: u8, data: &[u8]) -> Vec<u8> {
    segment(0xe2, &[&b"ICC_PROFILE\0"[..], &[number, of], data].concat())
}

/// Packs bytes as PNG does.
pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

/// A JPEG with everything in it that people have found in JPEGs.
pub(crate) fn laden_jpeg(width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let plain = jpeg(width, height);
    let jfif_end = 2 + 18;
    assert_eq!(&plain[6..11], b"JFIF\0", "the encoder writes JFIF first");
    let jfif = [&b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01"[..], &SECRET[..3]].concat();
    let all = [
        segment(0xe0, &jfif),
        segment(0xe0, &[b"JFXX\0\x10", SECRET].concat()),
        segment(0xe1, &[b"Exif\0\0", &exif(orientation)[..]].concat()),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp()[..]].concat()),
        segment(0xe1, &[b"http://ns.adobe.com/xmp/extension/\0", &[b'0'; 40][..], SECRET].concat()),
        icc_segment(1, 1, &profile("Display P3")),
        segment(0xe2, &[b"MPF\0", SECRET].concat()),
        segment(0xe5, SECRET),
        segment(0xeb, &[b"JP\0\0jumbc2pa", SECRET].concat()),
        segment(0xec, &[b"Ducky", SECRET].concat()),
        segment(0xed, &photoshop()),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        segment(0xfe, SECRET),
    ];
    let second = [jpeg(16, 16), SECRET.to_vec()].concat();
    [&plain[..2], &all.concat()[..], &plain[jfif_end..], &second[..]].concat()
}

/// A PNG with everything in it that people have found in PNGs.
pub(crate) fn laden_png(width: u32, height: u32, orientation: u16) -> Vec<u8> {
    let packed = [b"P3\0\0", &deflated(&profile("Display P3"))[..]].concat();
    let hex: String = exif(1).iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = format!("\nexif\n    {}\n{hex}\n", exif(1).len());
    let all = [
        chunk(b"gAMA", &45455_u32.to_be_bytes()),
        chunk(b"iCCP", &packed),
        chunk(b"pHYs", &[0, 0, 11, 19, 0, 0, 11, 19, 1]),
        chunk(b"tEXt", &[b"Author\0", SECRET].concat()),
        chunk(b"zTXt", &[b"Comment\0\0", &deflated(SECRET)[..]].concat()),
        chunk(b"zTXt", &[b"Raw profile type exif\0\0", &deflated(raw.as_bytes())[..]].concat()),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", &xmp()[..]].concat()),
        chunk(b"eXIf", &exif(orientation)),
        chunk(b"tIME", &[7, 234, 11, 23, 1, 2, 3]),
        chunk(b"sPLT", &[SECRET, b"\0\x08"].concat()),
        chunk(b"vpAg", SECRET),
        chunk(b"caBX", SECRET),
    ];
    [with_chunks(&png(width, height), &all), SECRET.to_vec()].concat()
}

/// A PNG in seven passes (Adam7), 8 by 8 in grey.
pub(crate) fn interlaced_png() -> Vec<u8> {
    let plain = png_of((8, 8), png::ColorType::Grayscale, png::BitDepth::Eight, &[0; 64]);
    let mut header = plain[16..29].to_vec();
    header[12] = 1;
    let passes: [(usize, usize); 7] = [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)];
    let rows: Vec<u8> = passes
        .iter()
        .flat_map(|(across, down)| {
            (0..*down).flat_map(|y| [vec![0], vec![y as u8 * 20; *across]].concat())
        })
        .collect();
    [
        plain[..8].to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"IDAT", &deflated(&rows)),
        chunk(b"IEND", b""),
    ]
    .concat()
}
