//! Every size of the app's icon, drawn from `icons/icon.svg`. The results are committed: a build
//! needs no drawing tool.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::succeed;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// File names that Tauri's bundler and the Windows package want, with their side in pixels.
const PICTURES: [(&str, u32); 16] = [
    ("16x16.png", 16),
    ("32x32.png", 32),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
    ("Square30x30Logo.png", 30),
    ("Square44x44Logo.png", 44),
    ("Square71x71Logo.png", 71),
    ("Square89x89Logo.png", 89),
    ("Square107x107Logo.png", 107),
    ("Square142x142Logo.png", 142),
    ("Square150x150Logo.png", 150),
    ("Square284x284Logo.png", 284),
    ("Square310x310Logo.png", 310),
    ("StoreLogo.png", 50),
];
/// Sides inside the Windows icon. 32 comes first: it is what a window shows while others load.
const WINDOWS: [u32; 6] = [32, 16, 24, 48, 64, 256];
/// Sides inside the macOS icon.
const MACOS: [u32; 6] = [16, 32, 64, 128, 256, 512];

/// Draws them all.
///
/// # Errors
/// `rsvg-convert` is missing, or a file cannot be written.
pub(crate) fn run() -> Outcome {
    let folder = places::root().join("icons");
    let scratch = places::target().join("icons");
    std::fs::create_dir_all(&scratch).map_err(|error| Failure::file("make", &scratch, &error))?;
    for (name, side) in PICTURES {
        draw(&folder, &folder.join(name), side)?;
    }
    let sized = |side: u32| {
        let path = scratch.join(format!("{side}.png"));
        draw(&folder, &path, side)?;
        let file = File::open(&path).map_err(|error| Failure::file("read", &path, &error))?;
        Ok::<_, Failure>((path, BufReader::new(file)))
    };
    let create = |name: &str| {
        let path = folder.join(name);
        File::create(&path)
            .map(BufWriter::new)
            .map_err(|error| Failure::file("write", &path, &error))
    };

    let mut windows = ico::IconDir::new(ico::ResourceType::Icon);
    for side in WINDOWS {
        let (path, png) = sized(side)?;
        let image = ico::IconImage::read_png(png)
            .and_then(|image| ico::IconDirEntry::encode_as_png(&image))
            .map_err(|error| Failure::file("use", &path, &error))?;
        windows.add_entry(image);
    }
    windows
        .write(create("icon.ico")?)
        .map_err(|error| Failure::file("write", &folder.join("icon.ico"), &error))?;

    let mut macos = icns::IconFamily::new();
    for side in MACOS {
        let (path, png) = sized(side)?;
        icns::Image::read_png(png)
            .and_then(|image| macos.add_icon(&image))
            .map_err(|error| Failure::file("use", &path, &error))?;
    }
    macos
        .write(create("icon.icns")?)
        .map_err(|error| Failure::file("write", &folder.join("icon.icns"), &error))?;
    println!("{} pictures, icon.ico and icon.icns in icons/", PICTURES.len());
    Ok(())
}

fn draw(folder: &Path, to: &Path, side: u32) -> Outcome {
    let side = side.to_string();
    succeed(
        Command::new("rsvg-convert")
            .args(["-w", &side, "-h", &side, "-o"])
            .arg(to)
            .arg(folder.join("icon.svg")),
        Duration::from_secs(30),
        "drawing the icon",
    )
}
