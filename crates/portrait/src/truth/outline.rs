//! The outline of the head without hair and ears as the viewer sees it, found on the shape itself.

use super::Point;
use crate::figure::Figure;
use crate::figure::hair::HAIRLINE;
use crate::math::{V3, sin_cos, v3};

/// Whether the line of sight through a place of the view meets the head.
fn meets(figure: &Figure, x: f32, y: f32) -> bool {
    let start = figure.turn.to_head(v3(x, y, 0.0));
    let along = figure.turn.direction_in_head(v3(0.0, 0.0, 1.0));
    (0..60).any(|i| {
        let z = 0.6 - i as f32 * 0.02;
        figure.head.distance_without_ears(start + along * z) < 0.0
    })
}

/// The last place inside the outline from `inside` towards `outside`, by halving.
fn edge(figure: &Figure, inside: [f32; 2], outside: [f32; 2]) -> [f32; 2] {
    let (mut near, mut far) = (0.0_f32, 1.0_f32);
    let at = |t: f32| {
        [inside[0] + (outside[0] - inside[0]) * t, inside[1] + (outside[1] - inside[1]) * t]
    };
    for _ in 0..16 {
        let middle = 0.5 * (near + far);
        let [x, y] = at(middle);
        if meets(figure, x, y) { near = middle } else { far = middle }
    }
    at(0.5 * (near + far))
}

/// x of the outline on a row of the view, on the given side of `x`.
pub(super) fn across(figure: &Figure, x: f32, y: f32, side: f32) -> f32 {
    edge(figure, [x, y], [x + side * 0.55, y])[0]
}

/// y of the top of the outline in a column of the view.
pub(super) fn above(figure: &Figure, x: f32, crown: f32) -> f32 {
    edge(figure, [x, crown + 0.35], [x, crown - 0.1])[1]
}

/// The whole outline in the picture, clockwise from the top.
pub(super) fn head(figure: &Figure, crown: V3, chin: V3) -> Vec<[f32; 2]> {
    let middle = [0.5 * (crown.x + chin.x), 0.5 * (crown.y + chin.y)];
    (0..72_u8)
        .map(|i| {
            let (s, c) = sin_cos(f64::from(i) * 5.0);
            let [x, y] = edge(figure, middle, [middle[0] + 0.8 * s, middle[1] - 0.8 * c]);
            figure.frame.to_picture(v3(x, y, 0.0))
        })
        .collect()
}

/// Left, top, width and height of what a line encloses.
pub(super) fn bounds(line: &[[f32; 2]]) -> [f32; 4] {
    let mut low = [f32::MAX; 2];
    let mut high = [f32::MIN; 2];
    for place in line {
        for i in 0..2 {
            low[i] = low[i].min(place[i]);
            high[i] = high[i].max(place[i]);
        }
    }
    [low[0], low[1], high[0] - low[0], high[1] - low[1]]
}

/// The face as a closed line: temples and jaw by the outline, the forehead by the hairline.
pub(super) fn face(figure: &Figure, points: &[[f32; 2]; Point::ALL.len()]) -> Vec<[f32; 2]> {
    let at = |point: Point| points[point as usize];
    let hairline = |x: f32| {
        // The same curve as the hair's.
        let rest = (1.0 - (x / 0.288) * (x / 0.288) * (x / 0.288) * (x / 0.288)).max(0.0);
        figure.point(x, 0.10 - (0.10 - HAIRLINE) * rest.sqrt().sqrt())
    };
    let mut line: Vec<[f32; 2]> = [-0.27, -0.23, -0.17, -0.09, 0.0, 0.09, 0.17, 0.23, 0.27]
        .into_iter()
        .map(hairline)
        .collect();
    line.push(figure.point(0.285, -0.02));
    line.push(figure.point(0.285, 0.13));
    line.extend(
        [
            Point::JawRightUpper,
            Point::JawRightMiddle,
            Point::JawRightLower,
            Point::ChinRight,
            Point::Chin,
            Point::ChinLeft,
            Point::JawLeftLower,
            Point::JawLeftMiddle,
            Point::JawLeftUpper,
        ]
        .map(at),
    );
    line.push(figure.point(-0.285, 0.13));
    line.push(figure.point(-0.285, -0.02));
    line
}
