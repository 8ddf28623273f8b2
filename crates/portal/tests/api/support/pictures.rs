//! Pictures that the portal takes, or does not.

use contract::policy::Policy;
use portrait::Portrait;

/// A PNG of one grey, `shade`, of this many pixels.
pub(crate) fn picture(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = begun(&mut file, width, height);
    let pixels = vec![shade; (width * height * 3) as usize];
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    file
}

/// A PNG of a portrait, as small as a photo may be.
pub(crate) fn drawn(portrait: &Portrait) -> Vec<u8> {
    let drawn = portrait::render(portrait, 715, 1000);
    let mut file = Vec::new();
    let mut writer = begun(&mut file, 715, 1000);
    writer.write_image_data(&drawn.rgb).unwrap();
    writer.finish().unwrap();
    file
}

/// The hash of a picture's pixels, as the board tells it.
pub(crate) fn pixels(file: &[u8]) -> String {
    let facts = photo::inspect(file, &Policy::PROGRAMME.photo).unwrap();
    facts.pixels_sha256.unwrap().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A PNG that says of itself that it has this many pixels, and holds none.
pub(crate) fn damaged_picture(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    begun(&mut file, width, height).write_chunk(png::chunk::IDAT, b"damaged").unwrap();
    file
}

fn begun(file: &mut Vec<u8>, width: u32, height: u32) -> png::Writer<&mut Vec<u8>> {
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap()
}
