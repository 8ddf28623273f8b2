//! What the examination says of a drawn portrait, from its file.

use contract::examination::Examination;
use contract::policy::{PhotoPolicy, Policy};
use image::ExtendedColorType::Rgb8;
use image::codecs::jpeg::JpegEncoder;
use photo::{Options, examine};
use portrait::{Portrait, render};
use std::ops::ControlFlow::Continue;

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

/// Of pixels that are written as a JPEG of this quality.
pub(crate) fn seen(rgb: &[u8], [width, height]: [u32; 2], quality: u8) -> Examination {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.encode(rgb, width, height, Rgb8).unwrap();
    examine(&bytes, Options::new(&POLICY), |_| Continue(())).unwrap()
}

/// Of a portrait of this size.
pub(crate) fn drawn(portrait: &Portrait, size: [u32; 2]) -> Examination {
    let rendered = render(portrait, size[0] as usize, size[1] as usize);
    seen(&rendered.rgb, size, 95)
}
