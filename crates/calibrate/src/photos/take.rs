//! The real portraits, and photos framed out of them: 1000 × 1400 pixels with the head at 47.5 % of
//! the height, as an applicant would frame them. Where a portrait ends earlier, its edge goes on.

use crate::failure::Failure;
use crate::portraits::{self, decoded};
use photo::face::training::Shape;
use photo::face::{Faces, Grey, Place};
use std::fs;
use std::path::{Path, PathBuf};

/// Pixels of a photo across.
pub const WIDTH: usize = 1000;
/// Pixels of a photo down.
pub const HEIGHT: usize = 1400;
/// Chin to crown, of the photo's height.
const HEAD: f32 = 0.475;
/// The middle of the head under the photo's upper edge, of its height.
const MIDDLE: f32 = 0.41;

/// A picture in sRGB.
pub struct Rgb {
    /// Across.
    pub width: usize,
    /// Down.
    pub height: usize,
    /// Three bytes a pixel.
    pub rgb: Vec<u8>,
}

/// Somebody in a real portrait.
pub struct Sitter {
    /// The set of portraits.
    pub set: &'static str,
    /// The file.
    pub path: PathBuf,
    /// What the person described themselves as.
    pub group: String,
    /// The gender that the person gave.
    pub gender: String,
    /// The points: placed by hand, or by the model where nobody placed them.
    pub shape: Shape,
}

impl Sitter {
    /// The file's name without its ending.
    pub fn file(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Everybody in the sets of single people, those who smile too.
///
/// # Errors
/// A folder or file that cannot be read, or is not what it should be.
pub fn sitters(folder: &Path) -> Result<Vec<Sitter>, Failure> {
    let mut all: Vec<Sitter> = portraits::read(folder)?
        .into_iter()
        .filter(|portrait| portrait.person.is_some())
        .map(|portrait| Sitter {
            set: portrait.set,
            path: folder.join(portrait.set).join(format!("{}.jpg", portrait.file)),
            group: portrait.group,
            gender: portrait.gender,
            shape: portrait.shape,
        })
        .collect();
    let path = folder.join("london-smiling");
    let entries = fs::read_dir(&path).map_err(|error| Failure::file(&path, error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "jpg"))
        .collect();
    files.sort();
    for path in files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let person = name.split('_').next().unwrap_or_default().to_owned();
        let same = |other: &&Sitter| {
            other.set == "london-neutral" && other.file().split('_').next() == Some(&person)
        };
        let (group, gender) = all
            .iter()
            .find(same)
            .map(|other| (other.group.clone(), other.gender.clone()))
            .unwrap_or_default();
        let picture = read(&path)?;
        let grey = Grey::of(&picture.rgb, picture.width, picture.height);
        let faces = grey.map(|grey| Faces::of(&grey)).unwrap_or_default();
        let face = faces.first().ok_or_else(|| Failure::odd(&path, "no face is found"))?;
        let mut shape = [[0.0; 2]; photo::face::training::POINTS];
        for (place, (_, found)) in shape.iter_mut().zip(face.points.named()) {
            *place = found;
        }
        all.push(Sitter { set: "london-smiling", path, group, gender, shape });
    }
    Ok(all)
}

/// A picture from the disk.
///
/// # Errors
/// A file that cannot be read or decoded.
pub fn read(path: &Path) -> Result<Rgb, Failure> {
    let (width, height, rgb) = decoded(path)?;
    Ok(Rgb { width, height, rgb })
}

/// How a photo is cut out of a portrait.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// The head's height against the usual one.
    pub head: f32,
    /// Degrees that the head leans clockwise.
    pub roll: f32,
    /// How far the face is to the right, of the photo's width.
    pub right: f32,
    /// How far the head is lower than usual, of the photo's height.
    pub down: f32,
}

impl Cut {
    /// As a photo should be.
    pub const USUAL: Self = Self { head: 1.0, roll: 0.0, right: 0.0, down: 0.0 };

    /// The photo, and the points in it.
    pub fn take(self, picture: &Rgb, shape: &Shape) -> (Rgb, Shape) {
        let (chin, crown) = (shape[25], shape[37]);
        let eyes = [(shape[0][0] + shape[1][0]) / 2.0, (shape[0][1] + shape[1][1]) / 2.0];
        // The head as it stands is made upright first, so that the roll is what is asked.
        let lean = (shape[1][1] - shape[0][1]).atan2(shape[1][0] - shape[0][0]);
        let scale = crate::measure::height(shape).abs() / (HEAD * HEIGHT as f32) / self.head;
        let (sin, cos) = (lean - self.roll.to_radians()).sin_cos();
        let centre = [eyes[0], (chin[1] + crown[1]) / 2.0];
        let middle = [(0.5 + self.right) * WIDTH as f32, (MIDDLE + self.down) * HEIGHT as f32];
        let source = |x: f32, y: f32| -> Place {
            let (x, y) = ((x - middle[0]) * scale, (y - middle[1]) * scale);
            [centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos]
        };
        let mut rgb = Vec::with_capacity(WIDTH * HEIGHT * 3);
        for row in 0..HEIGHT {
            for column in 0..WIDTH {
                let mut sum = [0.0_f32; 3];
                for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                    let place = source(column as f32 + dx - 0.5, row as f32 + dy - 0.5);
                    for (sum, value) in sum.iter_mut().zip(sample(picture, place)) {
                        *sum += value / 4.0;
                    }
                }
                rgb.extend(sum.map(|value| (value + 0.5) as u8));
            }
        }
        let placed = shape.map(|[x, y]| {
            let (x, y) = ((x - centre[0]) / scale, (y - centre[1]) / scale);
            [middle[0] + x * cos + y * sin, middle[1] - x * sin + y * cos]
        });
        (Rgb { width: WIDTH, height: HEIGHT, rgb }, placed)
    }
}

fn sample(picture: &Rgb, [x, y]: Place) -> [f32; 3] {
    let x = x.clamp(0.0, (picture.width - 1) as f32);
    let y = y.clamp(0.0, (picture.height - 1) as f32);
    let (column, row) = (x as usize, y as usize);
    let (right, below) = ((column + 1).min(picture.width - 1), (row + 1).min(picture.height - 1));
    let (u, v) = (x - column as f32, y - row as f32);
    std::array::from_fn(|channel| {
        let at = |column: usize, row: usize| {
            f32::from(picture.rgb[(row * picture.width + column) * 3 + channel])
        };
        let upper = at(column, row) * (1.0 - u) + at(right, row) * u;
        let lower = at(column, below) * (1.0 - u) + at(right, below) * u;
        upper * (1.0 - v) + lower * v
    })
}
