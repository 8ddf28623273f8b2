//! The pixels of a JPEG. Never called before the header was walked through: components, passes and
//! size were bounded there.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Every pixel as red, green and blue; nothing where the file is damaged or ends too early.
pub(super) fn rgb(bytes: &[u8]) -> Option<Vec<u8>> {
    // The default set: everything of it that is faster gives the same bits (`tests/probe`).
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(usize::from(u8::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let picture = crate::jpeg::for_decoding(bytes)?;
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&*picture), options);
    decoder.decode().ok()
}
