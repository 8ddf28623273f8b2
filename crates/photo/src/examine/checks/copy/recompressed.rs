//! Whether the picture lost detail by being compressed too much: now, or earlier in its life.
//!
//! * `jpeg_quality`: what the file was written with, from its own quantisation table for luma: the
//!   quality from 1 to 100 at which the table of ITU-T T.81, annex K, scaled as the Independent JPEG
//!   Group's program scales it, has the same mean. Other programs' tables get the number that means
//!   as much loss. Under 75 the eye sees it.
//! * `blocks`: steps at the edges of blocks of 8 pixels that lie elsewhere than the file's own: by
//!   how much the mean bend across the clearest such edge exceeds the middle of the eight possible
//!   ones, in percent, across or down. Left by an earlier, coarser file that was cropped and written
//!   anew; where it was also made smaller or larger nothing is seen.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::spectrum::{SIDE, Window, Windows};
use crate::examine::threshold::{Basis, Bound, Threshold};
use crate::jpeg;
use contract::examination::Unit;
use contract::photo::{PictureFormat, Reason};

/// The quality that the file was written with.
pub(super) static QUALITY: Threshold = Threshold {
    reason: Reason::Recompressed,
    measure: "jpeg_quality",
    unit: Unit::Quality,
    bound: Bound::AtLeast { mild: 75.0, strong: 50.0 },
    basis: Basis::Portraits,
    formula: "quality of ITU-T T.81 annex K's luma table, scaled as IJG does, with the file's mean",
};

/// Traces of other blocks.
pub(super) static BLOCKS: Threshold = Threshold {
    reason: Reason::Recompressed,
    measure: "blocks",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 26.0, strong: f64::INFINITY },
    basis: Basis::Portraits,
    formula: "bend across the clearest 8-px grid but the file's own over the median of all, less 1",
};

/// Annex K, table K.1, in the order of the zigzag.
const LUMA: [u16; 64] = [
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81,
    87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report, windows: &Windows) {
    if let Some(quality) = quality(scene.bytes) {
        report.hold(&QUALITY, quality, Vec::new);
    }
    let own = scene.header.format == PictureFormat::Jpeg;
    if !windows.parts.is_empty() {
        report.hold(&BLOCKS, other_blocks(&windows.parts, own), Vec::new);
    }
}

/// The quality that a file's first luma table means; `None` of what is no JPEG.
fn quality(bytes: &[u8]) -> Option<f64> {
    let mut tables = jpeg::Walk::of(bytes)?.filter(|s| s.marker == jpeg::marker::DQT);
    let table = tables.find_map(|segment| table(segment.body))?;
    let mean = table.iter().zip(LUMA).map(|(has, k)| f64::from(*has) * 100.0 / f64::from(k));
    let mean = mean.sum::<f64>() / 64.0;
    let quality = if mean <= 100.0 { (200.0 - mean) / 2.0 } else { 5000.0 / mean };
    // Tables hold whole numbers, so that at the best qualities rounding weighs.
    Some((quality * 2.0).round().clamp(2.0, 200.0) / 2.0)
}

/// Table 0 of a segment that may hold several.
fn table(mut body: &[u8]) -> Option<[u16; 64]> {
    loop {
        let [head, rest @ ..] = body else { return None };
        let wide = head >> 4 != 0;
        let length = if wide { 128 } else { 64 };
        let (numbers, behind) = rest.split_at_checked(length)?;
        if head & 15 == 0 {
            return Some(std::array::from_fn(|at| {
                if wide {
                    u16::from_be_bytes([numbers[2 * at], numbers[2 * at + 1]])
                } else {
                    numbers[at].into()
                }
            }));
        }
        body = behind;
    }
}

/// How much the clearest grid but the file's own stands out, in percent.
fn other_blocks(windows: &[Window], own: bool) -> f64 {
    let across = bends(windows, |along, other| other * SIDE + along);
    let down = bends(windows, |along, other| along * SIDE + other);
    let stands_out = |bends: [f64; 8]| {
        let mut sorted = bends;
        sorted.sort_by(f64::total_cmp);
        let median = (sorted[3] + sorted[4]) / 2.0;
        // A step weighs on both of its neighbours too, so those of the file's own do not count.
        let others = if own { 2..7 } else { 0..8 };
        let clearest = bends[others].iter().copied().fold(0.0, f64::max);
        (clearest / median.max(1e-6) - 1.0) * 100.0
    };
    // Both ways: chance or a pattern on one, blocks on both.
    stands_out(across).min(stands_out(down))
}

/// The mean size of the step across the edge before each of the eight columns of a block beyond what
/// the shades on its sides lead one to expect.
fn bends(windows: &[Window], at: impl Fn(usize, usize) -> usize) -> [f64; 8] {
    let mut sums = [(0.0_f64, 0.0_f64); 8];
    for window in windows {
        for along in 8..SIDE - 8 {
            let mut sum = 0.0_f32;
            for other in 0..SIDE {
                let shade = |along: usize| window.luma[at(along, other)];
                let step = shade(along) - shade(along - 1);
                let beside = shade(along + 1) - shade(along) + shade(along - 1) - shade(along - 2);
                // Edges of the picture itself are large and say nothing of blocks.
                sum += (step - beside / 2.0).abs().min(6.0);
            }
            let (total, count) = &mut sums[along % 8];
            *total += f64::from(sum);
            *count += 1.0;
        }
    }
    sums.map(|(sum, count)| sum / count.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quality_of_a_scaled_table_is_its_own() {
        for wanted in [30_u16, 50, 75, 90] {
            let scale = if wanted < 50 { 5000 / wanted } else { 200 - 2 * wanted };
            let mut body = vec![0_u8];
            body.extend(LUMA.map(|k| ((k * scale + 50) / 100).clamp(1, 255) as u8));
            let found = table(&body).unwrap();
            let mut file = vec![0xff, 0xd8, 0xff, 0xdb, 0, 67];
            file.extend(&body);
            file.extend([0xff, 0xd9]);
            let told = quality(&file).unwrap();
            assert!((told - f64::from(wanted)).abs() <= 1.5, "{wanted}: {told} {found:?}");
        }
        assert_eq!(quality(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(table(&[0, 1, 2]), None);
    }
}
