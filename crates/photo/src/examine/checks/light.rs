//! Light and colour. Skin is looked for once, for all checks of this stage.

mod glare_skin;
mod greyscale;
mod low_contrast;
mod over_exposed;
mod too_dark;
mod uneven_light;
mod unnatural_colour;

use super::Check;
use crate::examine::close::Close;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::skin::{Part, Skin, percentile};
use crate::examine::threshold::Threshold;
use crate::face::{Place, Points};
use contract::examination::Mark;

pub(super) const CHECKS: &[Check] = &[judge];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &too_dark::EXPOSURE,
    &too_dark::HIGHLIGHT,
    &too_dark::PICTURE,
    &over_exposed::CLIPPED,
    &glare_skin::SPOT,
    &uneven_light::HALVES,
    &low_contrast::DEPTH,
    &unnatural_colour::CAST,
    &unnatural_colour::COMPLEXION,
    &greyscale::COLOUR,
    &greyscale::PICTURE,
];

/// From this on two of red, green and blue count as clipped (ISO/IEC 29794-5 takes it for luma).
const CLIPS: u8 = 247;
/// Red, green and blue of a reflection are all at least this.
const NEAR_WHITE: u8 = 238;
/// The rim of a reflection has all three at this or more.
const PALE: u8 = 215;
/// Median L\* over which a face as a whole is nearly white, so that white on it is no reflection: the
/// palest skin in good light has 77.
const LIGHT: f32 = 90.0;

fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(faced) = Faced::of(scene) else {
        too_dark::judge_picture(scene, report);
        greyscale::judge_picture(scene, report);
        return;
    };
    too_dark::judge(scene, &faced, report);
    over_exposed::judge(scene, &faced, report);
    glare_skin::judge(scene, &faced, report);
    uneven_light::judge(scene, &faced, report);
    low_contrast::judge(scene, &faced, report);
    greyscale::judge(scene, &faced, report);
    unnatural_colour::judge(scene, &faced, report);
}

/// What several checks of this stage look at.
struct Faced<'a> {
    close: &'a Close,
    skin: Skin,
    /// How many samples of skin there are.
    samples: usize,
    /// 95th percentile of L\* of the skin.
    highlight: f32,
    /// 1st and 99th percentile of L\* of the head.
    darkest: f32,
    lightest: f32,
    /// Hundredths of the skin in which two channels are clipped, and no reflection is the cause.
    clipped: f32,
    outline: Vec<Place>,
}

impl<'a> Faced<'a> {
    /// Nothing where no face is believed, or hardly any of its skin lies in the picture.
    fn of(scene: &'a Scene<'_>) -> Option<Self> {
        let (close, face) = (scene.close.as_ref()?, scene.face()?);
        let skin = Skin::of(close, &face.points);
        let mut light: Vec<f32> = skin.skin().map(|colour| colour[0]).collect();
        let samples = light.len();
        if samples < 200 {
            return None;
        }
        let (median, highlight) = (percentile(&mut light, 0.5)?, percentile(&mut light, 0.95)?);
        let mut head: Vec<f32> = skin.head().map(|colour| colour[0]).collect();
        let (darkest, lightest) = (percentile(&mut head, 0.01)?, percentile(&mut head, 0.99)?);
        let clips = skin.parts.iter().zip(skin.middle.iter().zip(&skin.least));
        let clips = clips.filter(|(part, (middle, least))| {
            // Where the face as a whole is that light, white is no reflection.
            **part == Part::Skin && **middle >= CLIPS && (median > LIGHT || **least < PALE)
        });
        let clipped = 100.0 * clips.count() as f32 / samples as f32;
        let outline = outline(&face.points);
        Some(Self { close, skin, samples, highlight, darkest, lightest, clipped, outline })
    }

    /// The face along jaw and hairline.
    fn outline(&self, scene: &Scene<'_>) -> Vec<Mark> {
        vec![scene.outline(&self.outline)]
    }
}

/// The face along jaw, temples and hairline, to be drawn.
fn outline(points: &Points) -> Vec<Place> {
    let (left, right) = (points.pupil_left(), points.pupil_right());
    let across = [right[0] - left[0], right[1] - left[1]];
    let aside = |[x, y]: Place, by: f32| [x + across[0] * by, y + across[1] * by];
    let (eyes, brows) = (
        [points.eye_left()[0], points.eye_right()[0]],
        [points.brow_left()[0], points.brow_right()[0]],
    );
    let mut outline = points.jaw().to_vec();
    outline.extend([aside(eyes[1], 0.38), aside(brows[1], 0.12)]);
    outline.extend(points.hairline().into_iter().rev());
    outline.extend([aside(brows[0], -0.12), aside(eyes[0], -0.38)]);
    outline
}
