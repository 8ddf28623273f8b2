//! Pictures that the portal takes, or does not.

/// A PNG of one grey, `shade`, of this many pixels.
pub(crate) fn picture(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut writer = begun(&mut file, width, height);
    let pixels = vec![shade; (width * height * 3) as usize];
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    file
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
