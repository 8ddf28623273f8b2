//! The header of a JPEG out of its segments.

use super::{Header, Part, icc};
use crate::exif;
use crate::jpeg::{Segment, Shown, marker, segments};
use crate::sniff::wrong_format;
use contract::photo::PictureFormat;
use contract::{Code, Problem};
use image::metadata::Orientation;

/// Scans of one picture. Cameras write one, progressive files about ten; thousands are an attack on
/// the time that decoding takes, since each may touch every block.
pub(super) const MAX_SCANS: u32 = 64;

/// Scans times pixels may be this many times the largest picture that is decoded: what a
/// progressive picture of that size needs, and no more for a smaller one than it would.
pub(super) const SCANNED_PIXELS_FACTOR: u64 = 16;

/// How EXIF begins in its segment.
pub(crate) const EXIF: &[u8] = b"Exif\0\0";

struct Frame {
    width: u32,
    height: u32,
    progressive: bool,
    components: Vec<Component>,
}

/// A component's name in scans, and how many samples it has for the most of any component.
struct Component {
    name: u8,
    across: u32,
    down: u32,
}

impl Frame {
    /// The fewest bits that a scan can have which brings these components for the first time: every
    /// block of 8 by 8 samples has a code for its mean, and a sequential one another for its end.
    fn fewest_bits(&self, scan: &[u8]) -> u64 {
        let most = |of: fn(&Component) -> u32| self.components.iter().map(of).max().unwrap_or(1);
        let (across, down) = (most(|c| c.across), most(|c| c.down));
        let names = scan.get(1..).unwrap_or_default().chunks_exact(2).map(|pair| pair[0]);
        let names: Vec<u8> = names.take(scan.first().copied().unwrap_or(0).into()).collect();
        let blocks = |component: &Component| {
            let wide = (self.width * component.across).div_ceil(across * 8);
            let high = (self.height * component.down).div_ceil(down * 8);
            u64::from(wide) * u64::from(high)
        };
        let inside = self.components.iter().filter(|component| names.contains(&component.name));
        inside.map(blocks).sum::<u64>() * if self.progressive { 1 } else { 2 }
    }

    /// Whether a scan has at least the data that the emptiest picture of this size has. Anything
    /// less is a small file that asks for a large memory, or one that was cut off and closed again.
    fn is_filled(&self, scan: &Segment<'_>) -> bool {
        // In a progressive picture later passes may be all but empty; the first bring the means.
        let names = scan.body.first().copied().unwrap_or(0);
        let parameters = scan.body.get(1 + 2 * usize::from(names)..).unwrap_or_default();
        let refines = matches!(parameters, [from, _, pass, ..] if *from > 0 || pass >> 4 > 0);
        (self.progressive && refines) || scan.data.len() as u64 * 8 >= self.fewest_bits(scan.body)
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Header, Problem> {
    let unreadable = || Problem::new(Code::PhotoUnreadable);
    let file = segments(bytes).ok_or_else(unreadable)?;
    let mut frame: Option<Frame> = None;
    let mut filled = true;
    let mut scans = 0_u32;
    let mut orientation = None;
    let mut parts = Vec::new();
    for segment in &file.segments {
        if is_foreign(segment) {
            return Err(wrong_format("JPEG"));
        }
        if segment.is_frame() {
            let read = read_frame(segment)?;
            if frame.replace(read).is_some() {
                return Err(unreadable());
            }
        } else if segment.marker == marker::SOS {
            filled &= frame.as_ref().ok_or_else(unreadable)?.is_filled(segment);
            scans += 1;
        } else if segment.is_extra() && scans > 0 {
            // Nobody writes what is not picture between scans, and decoders disagree about it.
            return Err(unreadable());
        } else if let Some(tiff) = exif_of(segment) {
            orientation = orientation.or_else(|| Some(exif::orientation(tiff)));
        } else if let Some(part) = icc_part(segment) {
            parts.push(part);
        }
    }
    let frame = frame.ok_or_else(unreadable)?;
    let components = frame.components.len() as u8;
    if scans == 0 {
        return Err(unreadable());
    }
    Ok(Header {
        format: PictureFormat::Jpeg,
        width: frame.width,
        height: frame.height,
        orientation: orientation.flatten().unwrap_or(Orientation::NoTransforms),
        icc: icc::assemble(&parts).map(|sound| sound.bytes),
        components,
        shown: Shown::of(&file),
        scans,
        filled,
    })
}

/// JPEG by name only: arithmetic coding, lossless, hierarchical, a frame cut out of a video. No
/// browser and no viewer of a phone shows them.
fn is_foreign(segment: &Segment<'_>) -> bool {
    let coding = segment.is_frame() && segment.marker > marker::SOF2;
    let hierarchical = matches!(segment.marker, marker::DHP | marker::EXP);
    let arithmetic = matches!(segment.marker, marker::DAC | marker::JPG);
    let video = segment.marker == marker::APP0 && segment.body.starts_with(b"AVI1");
    coding || hierarchical || arithmetic || video
}

fn read_frame(segment: &Segment<'_>) -> Result<Frame, Problem> {
    let [bits, h1, h0, w1, w0, count, components @ ..] = segment.body else {
        return Err(Code::PhotoUnreadable.into());
    };
    match count {
        1 | 3 => {}
        4 => return Err(wrong_format("CMYK")),
        _ => return Err(Code::PhotoUnreadable.into()),
    }
    if *bits != 8 {
        return Err(wrong_format("JPEG"));
    }
    let (components, rest) = components.as_chunks::<3>();
    let sampling = |component: &[u8; 3]| (component[1] >> 4, component[1] & 15);
    let known = |component| matches!(sampling(component), (1..=4, 1..=4));
    if components.len() != usize::from(*count) || !rest.is_empty() || !components.iter().all(known)
    {
        return Err(Code::PhotoUnreadable.into());
    }
    Ok(Frame {
        width: u16::from_be_bytes([*w1, *w0]).into(),
        height: u16::from_be_bytes([*h1, *h0]).into(),
        progressive: segment.marker == marker::SOF2,
        components: components
            .iter()
            .map(|component| Component {
                name: component[0],
                across: sampling(component).0.into(),
                down: sampling(component).1.into(),
            })
            .collect(),
    })
}

/// The TIFF structure of an EXIF segment.
pub(crate) fn exif_of<'a>(segment: &Segment<'a>) -> Option<&'a [u8]> {
    (segment.marker == marker::APP0 + 1).then_some(())?;
    segment.body.strip_prefix(EXIF)
}

/// One part of a colour profile.
pub(crate) fn icc_part<'a>(segment: &Segment<'a>) -> Option<Part<'a>> {
    (segment.marker == marker::APP0 + 2).then_some(())?;
    match segment.body.strip_prefix(b"ICC_PROFILE\0")? {
        [number, of, data @ ..] => Some(Part { number: *number, of: *of, data }),
        _ => None,
    }
}
