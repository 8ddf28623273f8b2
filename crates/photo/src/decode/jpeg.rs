//! The pixels of a JPEG. Never called before the header was walked through: components, passes and
//! size were bounded there.

use super::Room;
use super::reader::Reader;
use crate::header::Header;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Every pixel as red, green and blue, so many bytes; nothing where the file is damaged or ends too
/// early.
pub(super) fn rgb(bytes: &[u8], header: &Header, length: usize) -> Option<Room> {
    // The default set: everything of it that is faster gives the same bits (`tests/probe`).
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(usize::from(u8::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(Reader::of(header.shown.bytes(bytes)), options);
    decoder.decode_headers().ok()?;
    let mut rgb = (decoder.output_buffer_size()? == length).then(|| Room::of(length))?;
    decoder.decode_into(&mut rgb).ok()?;
    Some(rgb)
}
