//! All pixels of a JPEG or PNG, upright. One decoder for each format everywhere, never the browser's.

use crate::header::Header;
use contract::photo::PictureFormat;
use image::{DynamicImage, RgbaImage};
use std::io::Cursor;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The most scans a progressive JPEG may have: cameras write about ten; thousands are an attack on
/// the time it takes.
const MAX_SCANS: usize = 64;

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

pub(crate) fn jpeg(bytes: &[u8]) -> JpegDecoder<ZCursor<&[u8]>> {
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MAX_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options)
}

pub(crate) fn png(bytes: &[u8]) -> png::Decoder<Cursor<&[u8]>> {
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
