//! The portraits with hand-placed points, as they lie in a folder: pictures, templates, people.

use crate::background;
use crate::face_frame::eye_distance;
use crate::failure::Failure;
use photo::face::training::{LANDMARKS, Shape};
use photo::face::{Bbox, Grey, Place, find};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Sets whose people were asked for their group, and the one that is made of many people.
const SETS: [&str; 3] = ["london-neutral", "canada", "composite"];

/// The distance of the pupils at the size that samples are made from: a little more than in a cut.
const FINE: f32 = 58.0;

/// A picture with its points.
pub struct Portrait {
    /// The folder.
    pub set: &'static str,
    /// The file's name without its ending.
    pub file: String,
    /// Who is seen: pictures of the same person are never parted. Composites are nobody.
    pub person: Option<String>,
    /// The group that the person described themselves as, where it is known.
    pub group: String,
    /// The gender that the person gave.
    pub gender: String,
    /// The picture.
    pub grey: Grey,
    /// The picture at the size that samples are made from.
    pub fine: Grey,
    /// At the same size, 255 where only background is seen and 0 where none is.
    pub background: Grey,
    /// The hand-placed points, in pixels of the picture.
    pub shape: Shape,
    /// The detector's best box.
    pub bbox: Option<Bbox>,
}

/// Reads every portrait that has a template.
///
/// # Errors
/// A folder or file that cannot be read, or is not what it should be.
pub fn read(folder: &Path) -> Result<Vec<Portrait>, Failure> {
    let people = people(&folder.join("people.csv"))?;
    let mut files: Vec<(&'static str, PathBuf)> = Vec::new();
    for set in SETS {
        let path = folder.join(set);
        let entries = fs::read_dir(&path).map_err(|error| Failure::file(&path, error))?;
        let mut found: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|kind| kind == "tem"))
            .collect();
        found.sort();
        files.extend(found.into_iter().map(|path| (set, path)));
    }
    files.par_iter().map(|(set, path)| portrait(set, path, &people)).collect()
}

type People = BTreeMap<(String, String), (String, String)>;

fn people(path: &Path) -> Result<People, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
    let lines = text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',').map(|cell| cell.trim().to_owned());
        let (set, file) = (cells.next()?, cells.next()?);
        let (_age, gender, group) = (cells.next()?, cells.next()?, cells.next()?);
        Some(((set, file), (gender, group)))
    });
    Ok(lines.collect())
}

fn portrait(set: &'static str, template: &Path, people: &People) -> Result<Portrait, Failure> {
    let file = template.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (width, height, rgb) = decoded(&template.with_extension("jpg"))?;
    let grey =
        Grey::of(&rgb, width, height).ok_or_else(|| Failure::odd(template, "an empty picture"))?;
    let shape = shape(template)?;
    let known = people.get(&(set.to_owned(), file.clone())).cloned();
    let (gender, group) = known.unwrap_or_default();
    let person = (set != "composite").then(|| {
        // The number before the pose's is the person's.
        format!("{set}/{}", file.split('_').next().unwrap_or(&file))
    });
    let bbox = find(&grey).first().map(|found| found.bbox);
    let scale = FINE / eye_distance(&shape);
    let (across, down) = ((width as f32 * scale) as usize, (height as f32 * scale) as usize);
    let fine = grey.scaled(across, down);
    let background = background::mask(&rgb, width, height, &shape).scaled(across, down);
    Ok(Portrait { set, file, person, group, gender, grey, fine, background, shape, bbox })
}

/// Width, height and pixels of a JPEG.
///
/// # Errors
/// A file that cannot be read or decoded.
pub fn decoded(path: &Path) -> Result<(usize, usize, Vec<u8>), Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::file(path, error))?;
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&bytes), options);
    let rgb = decoder.decode().map_err(|error| Failure::odd(path, &error.to_string()))?;
    let size = decoder.dimensions().ok_or_else(|| Failure::odd(path, "no size"))?;
    Ok((size.0, size.1, rgb))
}

fn shape(path: &Path) -> Result<Shape, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::file(path, error))?;
    let places: Vec<Place> = text
        .lines()
        .skip(1)
        .map_while(|line| {
            let mut numbers = line.split_whitespace().map_while(|word| word.parse::<f32>().ok());
            Some([numbers.next()?, numbers.next()?])
        })
        .collect();
    let mut shape = [[0.0; 2]; LANDMARKS.len()];
    for (place, landmark) in shape.iter_mut().zip(&LANDMARKS) {
        *place = *places
            .get(landmark.template)
            .ok_or_else(|| Failure::odd(path, "fewer points than expected"))?;
    }
    Ok(shape)
}
