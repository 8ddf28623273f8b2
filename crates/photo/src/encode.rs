//! Pixels into a JPEG: one frame, every colour at full size or halved, no metadata but the colour
//! profile. It is written out once for each try and never read back in.

use crate::colour::SRGB_PROFILE;
use crate::decode::CHANNELS;
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, PixelDensity, SamplingFactor};

/// What is encoded: red, green and blue of every pixel, in sRGB.
pub(crate) struct Pixels {
    /// Across.
    pub(crate) width: usize,
    /// Down.
    pub(crate) height: usize,
    /// Three bytes a pixel, without gaps.
    pub(crate) rgb: Vec<u8>,
}

/// How it is encoded.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    /// To be sent: colours at full size (4:4:4), all in one scan, and its profile. The standard's
    /// own Huffman tables: tables of its own would save 5 %, and cost as much time again, the
    /// picture's coefficients in memory, and a file of three scans, which few others write.
    /// `height_mm` is how high the picture is printed.
    Photo {
        /// From 1 to 100.
        quality: u8,
        /// Millimetres.
        height_mm: u32,
    },
    /// To be looked at on this device.
    Preview,
}

/// The quality of a preview.
const PREVIEW_QUALITY: u8 = 85;

/// Encodes as baseline JPEG; nothing where the size is more than a JPEG can have.
pub(crate) fn jpeg(pixels: &Pixels, purpose: Purpose) -> Option<Vec<u8>> {
    let width = u16::try_from(pixels.width).ok()?;
    let height = u16::try_from(pixels.height).ok()?;
    // About what such a picture takes, so that it need not be moved often while it grows.
    let mut bytes = Vec::with_capacity(pixels.rgb.len() / (CHANNELS * 4));
    let quality = match purpose {
        Purpose::Photo { quality, .. } => quality,
        Purpose::Preview => PREVIEW_QUALITY,
    };
    let mut encoder = Encoder::new(&mut bytes, quality);
    match purpose {
        Purpose::Photo { height_mm, .. } => {
            encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
            encoder.set_density(printed(pixels.height, height_mm));
            encoder.add_icc_profile(&SRGB_PROFILE).ok()?;
        }
        Purpose::Preview => {
            encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
            encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        }
    }
    encoder.encode(&pixels.rgb, width, height, ColorType::Rgb).ok()?;
    Some(bytes)
}

/// Pixels per inch at which the picture is so many millimetres high.
fn printed(height: usize, height_mm: u32) -> PixelDensity {
    PixelDensity::dpi((height as f64 * 25.4 / f64::from(height_mm.max(1)) + 0.5) as u16)
}
