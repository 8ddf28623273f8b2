//! What the header of a picture says, before any pixel is decoded.

use crate::decode;
use contract::photo::PictureFormat;
use image::metadata::Orientation;

/// What the header of a picture says.
pub(crate) struct Header {
    /// The format, by content.
    pub(crate) format: PictureFormat,
    /// Pixels across as stored.
    pub(crate) width: u32,
    /// Pixels down as stored.
    pub(crate) height: u32,
    /// How the camera was held.
    pub(crate) orientation: Orientation,
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
            let mut decoder = decode::jpeg(bytes);
            decoder.decode_headers().ok()?;
            let (width, height) = decoder.dimensions()?;
            (u32::try_from(width).ok()?, u32::try_from(height).ok()?, decoder.exif().cloned())
        }
        PictureFormat::Png => {
            let reader = decode::png(bytes).read_info().ok()?;
            let info = reader.info();
            (info.width, info.height, info.exif_metadata.as_ref().map(|exif| exif.to_vec()))
        }
    };
    let orientation = exif
        .and_then(|exif| Orientation::from_exif_chunk(&exif))
        .unwrap_or(Orientation::NoTransforms);
    (width > 0 && height > 0).then_some(Header { format, width, height, orientation })
}
