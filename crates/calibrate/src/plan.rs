//! What is trained: which steps the cascade has, and what each looks at. Found by trying on people
//! that the steps did not know.

use crate::train::{Look, Plan};
use photo::face::training::POINTS;

/// Points that the steps for the whole shape do not look at: they lie close to others.
const SPARED: [u8; 10] = [22, 23, 26, 27, 32, 33, 35, 36, 38, 39];

const EYE_LEFT: [u8; 5] = [0, 2, 3, 6, 7];
const EYE_RIGHT: [u8; 5] = [1, 5, 4, 8, 9];
const MOUTH: [u8; 9] = [16, 17, 18, 19, 20, 21, 22, 23, 24];
const CHIN: [u8; 8] = [24, 25, 26, 27, 28, 29, 30, 31];
const TOP: [u8; 8] = [34, 35, 36, 37, 38, 39, 40, 41];
/// What the steps for the top of the head look at beside it: brows' ends, chin, base of the nose.
const BESIDE_TOP: [u8; 6] = [10, 15, 25, 16, 26, 27];

/// The plan.
pub fn plan(window: [f32; 3], seed: u64) -> Plan {
    let all: Vec<u8> = (0..POINTS as u8).filter(|point| !SPARED.contains(point)).collect();
    let mut looks: Vec<Look> = [3.2, 2.4, 1.8]
        .into_iter()
        .map(|spacing| Look {
            spacing,
            points: all.clone(),
            moved: Vec::new(),
            form: false,
            ridge: 0.05,
        })
        .collect();
    for spacing in [1.4, 1.0] {
        looks.extend([
            part(spacing, 0.1, &[&EYE_LEFT], &EYE_LEFT),
            part(spacing, 0.1, &[&EYE_RIGHT], &EYE_RIGHT),
            part(spacing, 0.1, &[&MOUTH], &MOUTH),
            part(1.4 * spacing, 0.5, &[&CHIN], &CHIN[1..]),
            part(1.6 * spacing, 2.0, &[&TOP, &BESIDE_TOP], &TOP),
        ]);
    }
    let eyes = part(1.2, 0.2, &[&EYE_LEFT, &EYE_RIGHT], &[]);
    let fit = part(2.4, 0.2, &[&EYE_LEFT[..3], &EYE_RIGHT[..3], &MOUTH[..6], &CHIN[1..2]], &[]);
    Plan { components: 24, looks, eyes, fit, window, seed }
}

fn part(spacing: f32, ridge: f32, points: &[&[u8]], moved: &[u8]) -> Look {
    let form = !moved.is_empty();
    Look { spacing, points: points.concat(), moved: moved.to_vec(), form, ridge }
}
