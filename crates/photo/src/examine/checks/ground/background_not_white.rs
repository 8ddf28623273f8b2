//! Whether the background is white: the median L\* of it and the C\* of its median a\* and b\*
//! (D65), in CIE units. A median, so that neither a shadow nor a thing in it counts here.
//!
//! "Plain white background" is IRCC's rule and gives no number. 88 is where grey paper begins to
//! look grey beside a white page; studio paper that photographers call white lies at 76 to 87 unless
//! it has its own light, and officers see it as grey. 6 in C\* is a tint that is named when seen.
//!
//! Warm or cool light tints white paper as it tints everything. That is said of the light, by the
//! check of the skin's colour, and not of the wall: where the cheeks lie outside of all skin as they
//! are and inside once the wall's tint is taken from them, the wall counts as untinted.

use crate::examine::close;
use crate::examine::lab::{self, Lab};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How light it is.
pub(super) static LIGHTNESS: Threshold = Threshold {
    reason: Reason::BackgroundNotWhite,
    measure: "background_lightness",
    unit: Unit::Lightness,
    bound: Bound::AtLeast { mild: 88.0, strong: 78.0 },
    basis: Basis::Portraits,
    formula: "median L* of the background above the chin",
};

/// How far from grey it is.
pub(super) static CHROMA: Threshold = Threshold {
    reason: Reason::BackgroundNotWhite,
    measure: "background_chroma",
    unit: Unit::Chroma,
    bound: Bound::AtMost { mild: 6.0, strong: 12.0 },
    basis: Basis::Portraits,
    formula: "C* of the median a* and b* of the background; 0 where the light explains it",
};

/// L\* + 16 of light skin.
const AS_LIGHT: f32 = 86.0;
/// Where skin of that lightness lies in a\* and b\* under white light, widely.
const SKIN: ([f32; 2], [f32; 2]) = ([1.0, 24.0], [4.0, 28.0]);

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(ground) = &scene.ground else { return };
    report.hold(&LIGHTNESS, f64::from(ground.lightness), || sides(scene));
    let tint = ground.tint;
    let seen = lab::chroma([0.0, tint[0], tint[1]]);
    report.measure("background_tint_a", f64::from(tint[0]));
    report.measure("background_tint_b", f64::from(tint[1]));
    let own = if cheeks(scene)
        .is_some_and(|skin| is_lit_so(skin, [ground.lightness, tint[0], tint[1]]))
    {
        0.0
    } else {
        seen
    };
    report.hold(&CHROMA, f64::from(own), || sides(scene));
}

/// Whether the tint of the background is the light's, by what it does to the skin. The same light
/// moves a dark colour less, in proportion to L\* + 16, and darker skin has less colour in the same
/// proportion: both are compared as if they were [`AS_LIGHT`].
fn is_lit_so(skin: Lab, wall: Lab) -> bool {
    let outside = |number: f32, [from, to]: [f32; 2]| (from - number).max(number - to).max(0.0);
    let far = |[a, b]: [f32; 2]| outside(a, SKIN.0) + outside(b, SKIN.1);
    let at_one_lightness = |[l, a, b]: Lab| [a, b].map(|n| n * AS_LIGHT / (l.max(0.0) + 16.0));
    let ([a, b], [wall_a, wall_b]) = (at_one_lightness(skin), at_one_lightness(wall));
    let (as_it_is, untinted) = (far([a, b]), far([a - wall_a, b - wall_b]));
    as_it_is > 0.0 && untinted + 1.0 < as_it_is
}

/// The middle colour of both cheeks.
fn cheeks(scene: &Scene<'_>) -> Option<Lab> {
    let close = scene.close.as_ref()?;
    let mut found: [Vec<f32>; 3] = Default::default();
    for side in [-1.0_f32, 1.0] {
        // Under the eye's outer half, above the mouth: seldom bearded.
        let middle = [close::MIDDLE[0] + side * 0.48 * close::EYES, close::MIDDLE[1] + 0.5 * 128.0];
        for row in -4..=4 {
            for column in -4..=4 {
                let at = [middle[0] as i32 + column * 4, middle[1] as i32 + row * 4];
                let colour = lab::of_rgb(close.pixel(at[0], at[1]));
                found.iter_mut().zip(colour).for_each(|(list, number)| list.push(number));
            }
        }
    }
    let [l, a, b] = found.map(crate::examine::ground::median);
    Some([l?, a?, b?])
}

/// The free background left and right of the head.
fn sides(scene: &Scene<'_>) -> Vec<Mark> {
    let Some(ground) = &scene.ground else { return Vec::new() };
    let (width, height) = (scene.lab.width, scene.lab.height);
    let free = |column: usize, rows: usize| {
        let inside = (0..rows).filter(|row| ground.mask[row * width + column]).count();
        inside * 10 >= rows * 9
    };
    let rows = ground.head.as_ref().map_or(height / 3, |head| (head.middle[1].max(0.0)) as usize);
    let rows = rows.clamp(1, height);
    let left = (0..width / 2).take_while(|column| free(*column, rows)).count();
    let right = (width / 2..width).rev().take_while(|column| free(*column, rows)).count();
    let step = scene.lab.step as f32;
    let mark = |from: usize, columns: usize| {
        let (x, w) = (from as f32 * step, columns as f32 * step);
        scene.rectangle(x - 0.5, -0.5, w, rows as f32 * step)
    };
    let spans = [(0, left), (width - right, right)];
    spans.into_iter().filter(|(_, n)| *n > 1).map(|(from, n)| mark(from, n)).collect()
}

#[cfg(test)]
mod tests {
    use super::is_lit_so;

    #[test]
    fn a_cream_wall_is_the_walls_and_lamp_light_is_not() {
        // Skin of several tones in white light before a cream and a blue wall.
        for skin in [[70.0, 9.0, 14.0], [45.0, 12.0, 17.0], [30.0, 8.0, 9.0]] {
            assert!(!is_lit_so(skin, [93.0, 2.0, 14.0]), "{skin:?}");
            assert!(!is_lit_so(skin, [90.0, -2.0, -14.0]), "{skin:?}");
        }
        // The same under light that tints the wall so.
        assert!(is_lit_so([70.0, 13.0, 38.0], [90.0, 4.0, 22.0]));
        assert!(is_lit_so([60.0, 4.0, -6.0], [92.0, -4.0, -18.0]));
        assert!(is_lit_so([30.0, 8.0, 23.0], [90.0, -2.0, 28.0]));
    }
}
