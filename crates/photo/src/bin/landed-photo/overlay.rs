//! The picture with what an examination found drawn on it: the warnings' marks, the face's points and
//! box, and the proposed frame. The picture itself is not changed.

use crate::drawing::{Canvas, Ink};
use contract::examination::{Examination, Mark, Severity};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Draws on a preview of the picture, and gives that as PNG. Nothing where it cannot be decoded.
pub(crate) fn png(preview: &[u8], examination: &Examination) -> Option<Vec<u8>> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(preview), options);
    let rgb = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    // Places are told in pixels of the whole picture.
    let scale = width as f64 / f64::from(examination.width.max(1));
    let mut canvas = Canvas::new(width, height, rgb, scale)?;
    if let Some(crop) = examination.framing.and_then(|framing| framing.fitting()) {
        let (x, y) = (f64::from(crop.x), f64::from(crop.y));
        let (width, height) = (f64::from(crop.width), f64::from(crop.height));
        canvas.rectangle([x, y, width, height], Ink::FRAME);
    }
    if let Some(face) = &examination.face {
        canvas.rectangle(face.bbox, Ink::FACE);
        face.points.values().for_each(|place| canvas.point(*place, Ink::FACE));
    }
    // The most serious last, so that nothing is drawn over it.
    for finding in examination.findings.iter().rev() {
        let ink = match finding.severity {
            Severity::Strong => Ink::STRONG,
            Severity::Mild => Ink::MILD,
        };
        for mark in &finding.region {
            match mark {
                Mark::Box(place) => canvas.rectangle(*place, ink),
                Mark::Line([x, y, u, v]) => canvas.line([*x, *y], [*u, *v], ink),
                Mark::Outline(places) => canvas.outline(places, ink),
            }
        }
    }
    canvas.png()
}
