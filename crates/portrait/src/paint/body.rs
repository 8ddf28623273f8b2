//! Neck, shoulders and clothes: a flat drawing with made-up directions, since nobody judges them.
//! Coordinates are those of the body's frame, in head heights (the head's frame, upright).

use super::Layer;
use super::light::Lamps;
use super::skin::Complexion;
use crate::grain::smooth_noise;
use crate::math::{V3, bump, coverage, mix, mix3, smooth, soft_max, soft_min, v3};

/// Half the width of the neck.
const NECK: f32 = 0.192;

/// Distance to the outline of neck and shoulders, about; negative inside.
pub(crate) fn distance(x: f32, y: f32) -> f32 {
    let ax = x.abs();
    let neck = soft_max(ax - NECK - 0.05 * smooth(0.45, 0.75, y), 0.20 - y, 0.05);
    // From the neck the shoulder falls, then rounds to the arm.
    let line =
        0.655 + 0.235 * (ax - 0.15).max(0.0) + 0.55 * (ax - 0.62).max(0.0) * (ax - 0.62).max(0.0);
    let torso = soft_max((line - y) * 0.95, ax - 0.86 - 0.06 * (y - 0.9), 0.16);
    soft_min(neck, torso, 0.14)
}

/// Whether nothing of the body can be at that height.
pub(crate) fn is_above(y: f32) -> bool {
    y < 0.15
}

/// What the body wears.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Worn {
    pub(crate) clothes: V3,
    /// The colour of a scarf around neck and shoulders.
    pub(crate) scarf: Option<V3>,
}

/// What is seen of the body there. `jaw` is how far the place lies below the head's outline in head
/// heights, for the shade under the chin.
pub(crate) fn paint(
    skin: &Complexion,
    worn: Worn,
    place: [f32; 2],
    jaw: f32,
    pixel: f32,
    lamps: &Lamps,
) -> Layer {
    let [x, y] = place;
    let outline =
        distance(x, y) - if worn.scarf.is_some() { 0.035 * smooth(0.9, 0.5, y) } else { 0.0 };
    let cover = coverage(outline, pixel);
    if cover <= 0.0 {
        return Layer::default();
    }
    // The collar: a ring around the neck, lower in front.
    let (wide, tall) = if worn.scarf.is_some() { (0.50, 0.34) } else { (0.262, 0.165) };
    let (cx, cy) = (x / wide, (y - 0.635) / tall);
    let ring = (cx * cx + cy * cy).sqrt() - 1.0;
    let collar = ring * 0.72 * wide;
    let over = coverage(-collar, pixel.max(0.003)) * smooth(0.60, 0.63, y + 0.1 * x.abs());
    let clothes = cloth(worn.clothes, x, y, collar, lamps);
    if over > 0.999 {
        return Layer { colour: clothes, cover };
    }
    let within = match worn.scarf {
        Some(colour) => scarf(colour, x, y, jaw, lamps),
        None => neck(skin, x, y, jaw, collar, lamps),
    };
    Layer { colour: mix3(within, clothes, over), cover }
}

fn neck(skin: &Complexion, x: f32, y: f32, jaw: f32, collar: f32, lamps: &Lamps) -> V3 {
    let t = (x / (NECK + 0.05 * smooth(0.45, 0.75, y))).clamp(-0.98, 0.98);
    let round = smooth(0.85, 0.60, y);
    let nx = t * mix(0.25, 1.0, round);
    let normal = v3(nx, mix(-0.30, 0.16, round), (1.0 - nx * nx).sqrt()).unit();
    // The two muscles that meet between the collar bones, and the hollow there.
    let muscle = bump(x.abs() - mix(0.15, 0.035, smooth(0.42, 0.74, y)), 0.03) * 0.05;
    let hollow = 0.12 * bump(x, 0.05) * bump(y - 0.745, 0.045);
    let under = mix(0.16, 1.0, smooth(-0.02, 0.20, jaw));
    let open = (under - hollow) * mix(0.75, 1.0, smooth(0.0, -0.03, collar));
    // The jaw keeps the lamps from what is right below it.
    let cast = mix(0.58, 1.0, smooth(-0.03, 0.17, jaw));
    let c = skin.bare(x, y) * ((0.95 + muscle) * cast);
    c.times(lamps.on(normal, open.clamp(0.0, 1.0)))
}

fn scarf(colour: V3, x: f32, y: f32, jaw: f32, lamps: &Lamps) -> V3 {
    // Folds that hang from side to side.
    let sag = y - 0.35 * (0.5 - x * x) + 0.03 * smooth_noise(x * 4.0, y * 4.0, 66);
    let slope = 0.55 * smooth_noise(sag * 17.0, x * 1.2, 65);
    let nx = (x * 1.6).clamp(-0.9, 0.9);
    let normal = v3(nx, slope - 0.15, 0.8).unit();
    let weave = 1.0 + 0.04 * smooth_noise(x * 300.0, y * 300.0, 67);
    let open = mix(0.35, 1.0, smooth(-0.02, 0.14, jaw));
    (colour * weave).times(lamps.on(normal, open))
}

fn cloth(clothes: V3, x: f32, y: f32, collar: f32, lamps: &Lamps) -> V3 {
    let fold = smooth_noise(x * 6.0 + y * 2.0, y * 3.5 - x.abs() * 4.0, 61);
    let nx = (x * 0.95).clamp(-0.9, 0.9);
    let normal = v3(nx + 0.30 * fold, -0.30 + 0.22 * fold, 0.9).unit();
    let weave = 1.0
        + 0.06 * smooth_noise(x * 260.0, y * 260.0, 62)
        + 0.03 * smooth_noise(x * 520.0, y * 90.0, 63);
    // The ribbed band of the collar.
    let band = smooth(0.034, 0.031, collar);
    let rib = if band > 0.0 {
        1.0 - 0.10 * band + 0.05 * band * smooth_noise(x * 150.0, collar * 30.0, 64)
    } else {
        1.0
    };
    let seam = 1.0 - 0.40 * bump(collar - 0.033, 0.004);
    let hem = mix(0.55, 1.0, smooth(-0.002, 0.006, collar));
    (clothes * (weave * rib * seam * hem)).times(lamps.on(normal, 0.95))
}
