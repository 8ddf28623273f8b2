//! The arc's line: one curve that comes down from the upper left onto the ground, with five stops.

/// As many stops as there are steps.
pub(crate) const STOPS: usize = 5;

type Point = (f64, f64);

/// The curve's ends and controls, in a drawing of 320 by 76.
const CURVE: [Point; 4] = [(14.0, 14.0), (150.0, 12.0), (272.0, 18.0), (298.0, 62.0)];
/// Where on the curve the stops lie, as shares of its parameter: closer where it is steep.
const STOP_SHARES: [f64; STOPS] = [0.0, 0.26, 0.52, 0.77, 1.0];

fn between(a: Point, b: Point, share: f64) -> Point {
    (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
}

/// The first part of the curve (De Casteljau): its four points up to `share` of its parameter.
fn first_part(share: f64) -> [Point; 4] {
    let [a, b, c, d] = CURVE;
    let (ab, bc, cd) = (between(a, b, share), between(b, c, share), between(c, d, share));
    let (abc, bcd) = (between(ab, bc, share), between(bc, cd, share));
    [a, ab, abc, between(abc, bcd, share)]
}

fn share(stop: usize) -> f64 {
    STOP_SHARES.get(stop).copied().unwrap_or(1.0)
}

/// Where a stop lies, counted from 0.
pub(crate) fn stop(index: usize) -> Point {
    first_part(share(index))[3]
}

/// The line from the first stop to another, as an SVG path.
pub(crate) fn path_to(index: usize) -> String {
    let [a, b, c, d] = first_part(share(index));
    format!(
        "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
        a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_begins_and_ends_at_its_stops_and_comes_down() {
        assert_eq!(stop(0), CURVE[0]);
        assert_eq!(stop(STOPS - 1), CURVE[3]);
        for i in 1..STOPS {
            let (before, here) = (stop(i - 1), stop(i));
            let apart = (here.0 - before.0).hypot(here.1 - before.1);
            assert!(apart > 40.0, "stops keep their distance: {apart}");
            assert!(here.1 >= before.1, "the line only comes down");
        }
        assert!(path_to(2).ends_with(&format!("{:.1} {:.1}", stop(2).0, stop(2).1)));
    }
}
