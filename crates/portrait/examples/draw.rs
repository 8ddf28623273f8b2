//! Draws portraits into a folder to be looked at: `cargo run -p portrait --release --example draw -- FOLDER`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for looking, run by hand")]

use portrait::{
    Backdrop, Build, Cover, Eyes, Glare, Glasses, HairStyle, Light, Mouth, Object, Portrait,
    Rendered, SecondFace, Shadow, Skin, Texture, effects, render,
};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::time::Instant;

fn save(path: &Path, rgb: &[u8], width: usize, height: usize) {
    let file = BufWriter::new(File::create(path).unwrap());
    let mut png = png::Encoder::new(file, width as u32, height as u32);
    png.set_color(png::ColorType::Rgb);
    png.write_header().unwrap().write_image_data(rgb).unwrap();
}

fn sheet(folder: &Path, name: &str, each: &[Portrait], columns: usize) {
    let (w, h) = (300, 420);
    let rows = each.len().div_ceil(columns);
    let mut all = vec![255; w * columns * h * rows * 3];
    for (i, portrait) in each.iter().enumerate() {
        let Rendered { rgb, .. } = render(portrait, w, h);
        let (left, top) = (i % columns * w, i / columns * h);
        for y in 0..h {
            let to = ((top + y) * w * columns + left) * 3;
            all[to..to + w * 3].copy_from_slice(&rgb[y * w * 3..(y + 1) * w * 3]);
        }
    }
    save(&folder.join(name), &all, w * columns, h * rows);
}

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let of = Portrait::default;
    for (w, h) in [(1000, 1400), (3000, 4000)] {
        let begin = Instant::now();
        let rendered = render(&of(), w, h);
        println!("{w}x{h}: {:?}", begin.elapsed());
        if w == 1000 {
            save(&folder.join("one.png"), &rendered.rgb, w, h);
        }
    }
    let tones: Vec<Portrait> = (1..=10_u8)
        .map(|tone| Portrait {
            skin: Skin { tone: f32::from(tone), ..Skin::default() },
            hair: portrait::Hair {
                style: HairStyle::ALL[usize::from(tone) % 6],
                colour: [[58, 42, 33], [120, 84, 52], [28, 22, 20], [120, 40, 60], [70, 90, 130]]
                    [usize::from(tone) % 5],
                ..of().hair
            },
            seed: u32::from(tone),
            ..of()
        })
        .collect();
    sheet(folder, "tones.png", &tones, 5);
    let turned: Vec<Portrait> = [
        (-15.0, 0.0, 0.0),
        (15.0, 0.0, 0.0),
        (0.0, -20.0, 0.0),
        (0.0, -10.0, 0.0),
        (0.0, 10.0, 0.0),
        (0.0, 20.0, 0.0),
        (0.0, 0.0, -12.0),
        (0.0, 0.0, 12.0),
    ]
    .into_iter()
    .map(|(roll, yaw, pitch)| Portrait { roll, yaw, pitch, ..of() })
    .collect();
    sheet(folder, "turned.png", &turned, 4);
    let eyes = |left, right| Eyes { opening: [left, right], ..Eyes::default() };
    let mouth = |opening, smile, teeth| Mouth { opening, smile, teeth };
    let faces = [
        Portrait { eyes: eyes(0.0, 0.0), ..of() },
        Portrait { eyes: eyes(0.5, 0.25), ..of() },
        Portrait { mouth: mouth(0.2, 1.0, true), ..of() },
        Portrait { mouth: mouth(1.0, 0.0, true), ..of() },
        Portrait { eyes: Eyes { red: 1.0, ..Eyes::default() }, ..of() },
        Portrait { eyes: Eyes { gaze: [0.9, 0.3], ..Eyes::default() }, ..of() },
        Portrait { skin: Skin { shine: 1.0, ..Skin::default() }, ..of() },
        Portrait { skin: Skin { age: 1.0, beard: 1.0, ..Skin::default() }, ..of() },
        Portrait { build: Build { child: 1.0, ..Build::default() }, ..of() },
        Portrait { build: Build { width: 1.1, jaw: 1.1, lips: 1.15, ..Build::default() }, ..of() },
    ];
    sheet(folder, "faces.png", &faces, 5);
    let glasses = |tint, frame, glare| Some(Glasses { tint, frame, glare, ..Glasses::default() });
    let worn = [
        Portrait { glasses: glasses(0.0, 0.006, None), ..of() },
        Portrait { glasses: glasses(0.05, 0.022, None), yaw: 12.0, ..of() },
        Portrait { glasses: glasses(0.95, 0.012, None), ..of() },
        Portrait { glasses: glasses(0.0, 0.01, Some(Glare::default())), ..of() },
        Portrait { cover: Some(Cover::Mask), ..of() },
        Portrait { cover: Some(Cover::Hand), ..of() },
        Portrait { cover: Some(Cover::HairOverEye), ..of() },
        Portrait { light: Light { stops: -1.0, ..Light::default() }, ..of() },
        Portrait { light: Light { side: -0.8, ..Light::default() }, ..of() },
        Portrait { light: Light { warmth: 0.7, ..Light::default() }, ..of() },
    ];
    sheet(folder, "worn.png", &worn, 5);
    let back = Backdrop::default;
    let second = SecondFace { at: [0.82, 0.35], head_height: 0.25, tone: 6.0 };
    let behind = [
        Portrait { shadow: Some(Shadow::default()), ..of() },
        Portrait { shadow: Some(Shadow { offset: [0.0, 0.0], ..Shadow::default() }), ..of() },
        Portrait { backdrop: Backdrop { colour: [120, 150, 190], ..back() }, ..of() },
        Portrait { backdrop: Backdrop { gradient: [0.3, 0.2], ..back() }, ..of() },
        Portrait {
            backdrop: Backdrop { texture: Some((Texture::Plaster, 1.0)), ..back() },
            ..of()
        },
        Portrait {
            backdrop: Backdrop { texture: Some((Texture::Curtain, 1.0)), ..back() },
            ..of()
        },
        Portrait { backdrop: Backdrop { texture: Some((Texture::Bricks, 1.0)), ..back() }, ..of() },
        Portrait { backdrop: Backdrop { object: Some(Object::Door), ..back() }, ..of() },
        Portrait { backdrop: Backdrop { object: Some(Object::Shelves), ..back() }, ..of() },
        Portrait { backdrop: Backdrop { second_face: Some(second), ..back() }, ..of() },
    ];
    sheet(folder, "behind.png", &behind, 5);
    let (w, h) = (450, 630);
    let one = render(&of(), w, h).rgb;
    let spoilt = [
        ("blur", effects::blur(&one, w, h, 2.0)),
        ("motion", effects::motion_blur(&one, w, h, 9.0, 30.0)),
        ("noise", effects::noise(&one, w, h, 14.0, 1)),
        ("halftone", effects::halftone(&one, w, h, 4.3, 0.8)),
        ("screen", effects::screen(&one, w, h, 3.3, 0.5)),
        ("upscaled", effects::upscaled(&one, w, h, 3.0)),
        ("sharp", effects::sharpen(&one, w, h, 1.2, 1.5)),
        ("grey", effects::greyscale(&one)),
    ];
    for (name, rgb) in spoilt {
        save(&folder.join(format!("effect-{name}.png")), &rgb, w, h);
    }
}
