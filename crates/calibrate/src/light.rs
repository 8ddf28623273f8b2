//! Light and lens: gain, gamma, light from a side, shadow, blur, noise, coarse pixels, JPEG.

use crate::random::Random;
use photo::face::Grey;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Changes a picture as another light and another camera would. `strong` is how far, 0 to 1.
pub fn change(picture: &Grey, random: &mut Random, strong: f32) -> Grey {
    let (width, height) = (picture.width(), picture.height());
    let gain = (random.around(0.35) * strong).exp();
    let gamma = (random.around(0.3) * strong).exp();
    let lift = random.between(0.0, 0.12) * strong;
    let tilt = [random.around(0.4) * strong, random.around(0.25) * strong];
    let shadow = (random.chance(0.15 * strong)).then(|| {
        let angle = random.between(0.0, 6.3);
        (angle.sin_cos(), random.around(0.2), random.between(0.3, 0.8), random.between(2.0, 20.0))
    });
    let mut shades: Vec<f32> = Vec::with_capacity(width * height);
    for (at, shade) in picture.shades().iter().enumerate() {
        let x = (at % width) as f32 / width as f32 - 0.5;
        let y = (at / width) as f32 / height as f32 - 0.5;
        let mut light = (1.0 + tilt[0] * 2.0 * x + tilt[1] * 2.0 * y).max(0.15) * gain;
        if let Some(((sine, cosine), offset, dark, sharp)) = shadow {
            let side = (x * cosine + y * sine - offset) * sharp;
            light *= dark + (1.0 - dark) / (1.0 + (-side * 4.0).exp());
        }
        let value = (f32::from(*shade) / 255.0).powf(gamma) * light;
        shades.push((lift + value * (1.0 - lift)) * 255.0);
    }
    if random.chance(0.35 * strong) {
        let radius = random.between(0.3, 2.2);
        blur(&mut shades, width, height, radius);
    }
    if random.chance(0.4 * strong) {
        let deviation = random.between(1.0, 11.0);
        shades.iter_mut().for_each(|shade| *shade += random.around(deviation));
    }
    let pixels = shades.iter().map(|shade| shade.clamp(0.0, 255.0) as u8).collect();
    let picture = Grey::new(width, height, pixels);
    if random.chance(0.25 * strong) {
        let quality = random.between(20.0, 90.0) as u8;
        return recompressed(&picture, quality).unwrap_or(picture);
    }
    picture
}

/// A Gauss bell of standard deviation `sigma` pixels over the picture.
pub fn blur(shades: &mut [f32], width: usize, height: usize, sigma: f32) {
    let reach = (sigma * 2.5).ceil() as isize;
    let bell: Vec<f32> =
        (-reach..=reach).map(|at| (-0.5 * (at as f32 / sigma).powi(2)).exp()).collect();
    let sum: f32 = bell.iter().sum();
    for across in [true, false] {
        let from = shades.to_owned();
        let place = |x: isize, y: isize| {
            let x = x.clamp(0, width as isize - 1) as usize;
            let y = y.clamp(0, height as isize - 1) as usize;
            from[y * width + x]
        };
        for y in 0..height as isize {
            for x in 0..width as isize {
                let mut total = 0.0;
                for (weight, off) in bell.iter().zip(-reach..) {
                    let shade = if across { place(x + off, y) } else { place(x, y + off) };
                    total += weight * shade;
                }
                shades[y as usize * width + x as usize] = total / sum;
            }
        }
    }
}

/// Through a JPEG of a quality and back.
fn recompressed(picture: &Grey, quality: u8) -> Option<Grey> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder.encode(picture.shades(), width, height, jpeg_encoder::ColorType::Luma).ok()?;
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
    let pixels = JpegDecoder::new_with_options(ZCursor::new(&bytes), options).decode().ok()?;
    (pixels.len() == picture.shades().len())
        .then(|| Grey::new(picture.width(), picture.height(), pixels))
}
