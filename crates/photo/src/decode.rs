//! Reading JPEG and PNG: the header alone, or all pixels upright. One decoder for each format
//! everywhere, never the browser's.

use contract::photo::PictureFormat;
use image::metadata::Orientation;
use image::{DynamicImage, RgbaImage};
use std::io::Cursor;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The most scans a progressive JPEG may have: cameras write about ten; thousands are an attack on
/// the time it takes.
const MAX_SCANS: usize = 64;

/// What the header of a picture says.
pub(crate) struct Header {
    format: PictureFormat,
    /// Pixels across as stored.
    pub(crate) width: u32,
    /// Pixels down as stored.
    pub(crate) height: u32,
    orientation: Orientation,
}

impl Header {
    /// Pixels across and down once the picture is turned as its camera was held.
    pub(crate) const fn upright_size(&self) -> (u32, u32) {
        match self.orientation {
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => (self.height, self.width),
            _ => (self.width, self.height),
        }
    }
}

/// Reads the header; nothing where it is damaged or gives no size.
pub(crate) fn header(bytes: &[u8], format: PictureFormat) -> Option<Header> {
    let (width, height, exif) = match format {
        PictureFormat::Jpeg => {
            let mut decoder = jpeg(bytes);
            decoder.decode_headers().ok()?;
            let (width, height) = decoder.dimensions()?;
            (u32::try_from(width).ok()?, u32::try_from(height).ok()?, decoder.exif().cloned())
        }
        PictureFormat::Png => {
            let reader = png(bytes).read_info().ok()?;
            let info = reader.info();
            (info.width, info.height, info.exif_metadata.as_ref().map(|exif| exif.to_vec()))
        }
    };
    let orientation = exif
        .and_then(|exif| Orientation::from_exif_chunk(&exif))
        .unwrap_or(Orientation::NoTransforms);
    (width > 0 && height > 0).then_some(Header { format, width, height, orientation })
}

/// Decodes all pixels, turned upright. The caller has bounded the size.
pub(crate) fn rgba_upright(bytes: &[u8], header: &Header) -> Option<RgbaImage> {
    let rgba = match header.format {
        PictureFormat::Jpeg => jpeg(bytes).decode().ok()?,
        PictureFormat::Png => rgba_of_png(bytes)?,
    };
    let stored = RgbaImage::from_raw(header.width, header.height, rgba)?;
    let mut picture = DynamicImage::ImageRgba8(stored);
    picture.apply_orientation(header.orientation);
    Some(picture.into_rgba8())
}

fn jpeg(bytes: &[u8]) -> JpegDecoder<ZCursor<&[u8]>> {
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MAX_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options)
}

fn png(bytes: &[u8]) -> png::Decoder<Cursor<&[u8]>> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(
        png::Transformations::EXPAND | png::Transformations::STRIP_16 | png::Transformations::ALPHA,
    );
    decoder.set_ignore_text_chunk(true);
    decoder
}

fn rgba_of_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = png(bytes).read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(frame.buffer_size());
    match frame.color_type {
        png::ColorType::Rgba => Some(pixels),
        png::ColorType::GrayscaleAlpha => {
            Some(pixels.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect())
        }
        _ => None,
    }
}
