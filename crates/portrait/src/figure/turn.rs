//! How a head's frame lies in the picture: turned by yaw and pitch about the top of the neck, then
//! leaned, scaled and placed. Parallel projection, so points, scale and ratios are exact.

use super::head::PIVOT;
use crate::math::{V3, sin_cos, v3};
use crate::params::Pose;

/// Yaw and pitch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Turn {
    yaw: (f32, f32),
    pitch: (f32, f32),
}

impl Turn {
    pub(crate) fn new(pose: Pose) -> Self {
        Self { yaw: sin_cos(f64::from(pose.yaw)), pitch: sin_cos(f64::from(pose.pitch)) }
    }

    /// A direction of the head's frame as the viewer sees it.
    pub(crate) fn direction(self, d: V3) -> V3 {
        let ((sy, cy), (sp, cp)) = (self.yaw, self.pitch);
        let (y, z) = (d.y * cp + d.z * sp, d.z * cp - d.y * sp);
        v3(d.x * cy + z * sy, y, z * cy - d.x * sy)
    }

    /// A place of the head's frame in the view, which is the head's frame of an unturned head.
    pub(crate) fn to_view(self, p: V3) -> V3 {
        self.direction(p - PIVOT) + PIVOT
    }

    /// A direction of the view in the head's frame.
    pub(crate) fn direction_in_head(self, d: V3) -> V3 {
        let ((sy, cy), (sp, cp)) = (self.yaw, self.pitch);
        let (x, z) = (d.x * cy - d.z * sy, d.z * cy + d.x * sy);
        v3(x, d.y * cp - z * sp, z * cp + d.y * sp)
    }

    /// A place of the view in the head's frame.
    pub(crate) fn to_head(self, v: V3) -> V3 {
        self.direction_in_head(v - PIVOT) + PIVOT
    }

    /// Where the line of sight through a place of the view meets the plane z = `depth` of the head's
    /// frame.
    pub(crate) fn on_plane(self, x: f32, y: f32, depth: f32) -> V3 {
        let start = self.to_head(v3(x, y, 0.0));
        let along = self.direction_in_head(v3(0.0, 0.0, 1.0));
        start + along * ((depth - start.z) / along.z)
    }
}

/// Places of the view in the picture, in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// Pixels per unit of the view.
    pub(crate) scale: f32,
    /// Where the pivot of the neck is in the picture.
    pub(crate) at: [f32; 2],
    lean: (f32, f32),
}

impl Frame {
    pub(crate) fn new(scale: f32, at: [f32; 2], roll: f32) -> Self {
        Self { scale, at, lean: sin_cos(f64::from(roll)) }
    }

    /// A place of the view, in pixels.
    pub(crate) fn to_picture(self, v: V3) -> [f32; 2] {
        let (s, c) = self.lean;
        let (x, y) = ((v.x - PIVOT.x) * self.scale, (v.y - PIVOT.y) * self.scale);
        [self.at[0] + x * c - y * s, self.at[1] + x * s + y * c]
    }

    /// The view's x and y at a place of the picture in pixels.
    pub(crate) fn to_view(self, px: f32, py: f32) -> [f32; 2] {
        let (s, c) = self.lean;
        let (x, y) = ((px - self.at[0]) / self.scale, (py - self.at[1]) / self.scale);
        [x * c + y * s + PIVOT.x, y * c - x * s + PIVOT.y]
    }

    /// The body does not lean with the head: x and y in its frame, which is the view of a head that
    /// does not lean.
    pub(crate) fn to_body(self, px: f32, py: f32) -> [f32; 2] {
        [(px - self.at[0]) / self.scale + PIVOT.x, (py - self.at[1]) / self.scale + PIVOT.y]
    }

    /// A direction of the picture in the view.
    pub(crate) fn direction_in_view(self, d: V3) -> V3 {
        let (s, c) = self.lean;
        v3(d.x * c + d.y * s, d.y * c - d.x * s, d.z)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_place() {
        let turn = Turn::new(Pose { roll: 0.0, yaw: 17.0, pitch: -9.0 });
        let frame = Frame::new(640.0, [500.0, 700.0], 11.0);
        let p = v3(0.14, -0.05, 0.35);
        let view = turn.to_view(p);
        assert!((turn.to_head(view) - p).length() < 1e-5);
        assert!((turn.on_plane(view.x, view.y, p.z) - p).length() < 1e-5);
        let [px, py] = frame.to_picture(view);
        let [x, y] = frame.to_view(px, py);
        assert!((x - view.x).abs() < 1e-5 && (y - view.y).abs() < 1e-5);
    }

    #[test]
    fn angles_go_the_way_that_they_say() {
        let nose = v3(0.0, 0.15, 0.5);
        let turned = |yaw, pitch| Turn::new(Pose { roll: 0.0, yaw, pitch }).to_view(nose);
        assert!(turned(10.0, 0.0).x > 0.05, "to the right of the picture");
        assert!(turned(0.0, 10.0).y > turned(0.0, 0.0).y + 0.05, "down");
        let right_eye = Frame::new(1.0, [0.0, 0.0], 10.0).to_picture(v3(0.14, 0.0, 0.0));
        let left_eye = Frame::new(1.0, [0.0, 0.0], 10.0).to_picture(v3(-0.14, 0.0, 0.0));
        assert!(right_eye[1] > left_eye[1], "clockwise");
    }
}
