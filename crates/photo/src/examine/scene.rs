//! What all checks look at: the picture made small, its faces, the face at one scale, its
//! background. It is made once and never changed.

use super::close::Close;
use super::ground::Ground;
use super::lab::LabPicture;
use super::spectrum::Windows;
use super::{Options, report};
use crate::both::both;
use crate::colour::Profile;
use crate::decode::Picture;
use crate::encode::Pixels;
use crate::face::{Face, Faces, Grey, Place};
use crate::header::Header;
use crate::shrink;
use contract::examination::{FaceSeen, Geometry, Mark};

/// Under this confidence the points are not believed: features are hidden, or it is no face.
pub(super) const BELIEVED: f32 = 0.5;
/// The picture in L\*a\*b\* is made about this wide.
const LAB_WIDTH: usize = 250;

/// What the checks look at. Places in it are pixels of `work` unless they say otherwise.
pub(super) struct Scene<'a> {
    /// What was asked.
    pub(super) options: Options<'a>,
    /// The file.
    pub(super) bytes: &'a [u8],
    /// What the file says of itself.
    pub(super) header: &'a Header,
    /// Every pixel of the picture, as stored.
    pub(super) full: &'a Picture,
    /// Pixels of the upright picture across and down.
    pub(super) upright: (usize, usize),
    /// The upright picture in the colours of its file, within 1000 × 1400 pixels.
    pub(super) work: Pixels,
    /// How its colours become sRGB, where they are others. Only what colours are read of is
    /// converted: the small picture and the face.
    colours: Option<Profile>,
    /// Pixels of the upright picture to one of `work`, across and down: 1 or more.
    pub(super) scale: (f32, f32),
    /// `work` in grey.
    pub(super) grey: Grey,
    /// The picture in L\*a\*b\*, small.
    pub(super) lab: LabPicture,
    /// All faces: those believed first, and of these the largest.
    pub(super) faces: Faces,
    /// The face at 128 pixels between the pupils, where one is believed.
    pub(super) close: Option<Close>,
    /// Parts of it at its full resolution.
    pub(super) windows: Windows,
    /// The background, where a face says what is not.
    pub(super) ground: Option<Ground>,
}

impl<'a> Scene<'a> {
    /// The picture made small.
    pub(super) fn of(
        bytes: &'a [u8],
        header: &'a Header,
        full: &'a Picture,
        options: Options<'a>,
    ) -> Self {
        let (colours, work) = both(|| Profile::of(header), || shrink::working(full));
        let upright = full.turn.upright(full.width, full.height);
        let scale = (upright.0 as f32 / work.width as f32, upright.1 as f32 / work.height as f32);
        Self {
            options,
            bytes,
            header,
            full,
            upright,
            work,
            colours,
            scale,
            grey: Grey::new(1, 1, Vec::new()),
            lab: LabPicture::default(),
            faces: Faces::default(),
            windows: Windows::default(),
            close: None,
            ground: None,
        }
    }

    /// The faces and their points, and what the picture is in grey and in L\*a\*b\*.
    pub(super) fn with_faces(mut self) -> Self {
        let (work, colours) = (&self.work, self.colours.as_ref());
        let lab = || LabPicture::of(work, work.width.div_ceil(LAB_WIDTH), colours);
        let (lab, (grey, Faces(mut faces))) = both(lab, || {
            let grey = Grey::of(&work.rgb, work.width, work.height);
            let grey = grey.unwrap_or_else(|| Grey::new(1, 1, Vec::new()));
            let faces = Faces::of(&grey);
            (grey, faces)
        });
        (self.grey, self.lab) = (grey, lab);
        // The photo is of whoever is largest, and not of whoever the detector likes best.
        let believed = |face: &Face| face.confidence >= BELIEVED;
        faces.sort_by(|one, other| {
            let sure = believed(other).cmp(&believed(one));
            sure.then(other.bbox.width.total_cmp(&one.bbox.width))
        });
        self.faces = Faces(faces);
        self
    }

    /// The face at one scale, the background around it, and parts of both at full resolution.
    pub(super) fn with_close(mut self) -> Self {
        let points = self.face().map(|face| &face.points);
        let (work, lab, colours) = (&self.work, &self.lab, self.colours.as_ref());
        let around = || {
            let close = points.map(|points| Close::of(work, points, colours));
            (close, Ground::of(lab, points))
        };
        let ((close, ground), windows) = both(around, || Windows::of(&self));
        (self.windows, self.close, self.ground) = (windows, close, ground);
        self
    }

    /// The face that the photo is of, where its features are seen.
    pub(super) fn face(&self) -> Option<&Face> {
        self.faces.first().filter(|face| face.confidence >= BELIEVED)
    }

    /// Whether it has the shape of a photo, so that the head can be judged against its height.
    pub(super) fn is_framed(&self) -> bool {
        let (across, down) = self.options.policy.shape;
        let wanted = f64::from(across) / f64::from(down);
        let shape = self.upright.0 as f64 / self.upright.1 as f64;
        (shape / wanted - 1.0).abs() <= self.options.policy.shape_tolerance
    }

    /// A place of the working picture in pixels of the upright one.
    pub(super) fn place(&self, [x, y]: Place) -> [f64; 2] {
        let (across, down) = self.scale;
        let back = |at: f32, scale: f32| tenth(f64::from((at + 0.5) * scale - 0.5));
        [back(x, across), back(y, down)]
    }

    /// A rectangle of the working picture as a mark.
    pub(super) fn rectangle(&self, x: f32, y: f32, width: f32, height: f32) -> Mark {
        let (across, down) = self.scale;
        let [left, top] = self.place([x, y]);
        Mark::Box([left, top, tenth(f64::from(width * across)), tenth(f64::from(height * down))])
    }

    /// A line of the working picture as a mark.
    pub(super) fn line(&self, from: Place, to: Place) -> Mark {
        let ([x, y], [u, v]) = (self.place(from), self.place(to));
        Mark::Line([x, y, u, v])
    }

    /// An outline of the working picture as a mark.
    pub(super) fn outline(&self, places: &[Place]) -> Mark {
        Mark::Outline(places.iter().map(|place| self.place(*place)).collect())
    }

    /// The face with its points, as it is told.
    pub(super) fn face_seen(&self) -> Option<FaceSeen> {
        let face = self.face()?;
        let (across, down) = self.scale;
        let scaled = |at: f32, scale: f32| tenth(f64::from(at * scale));
        let named = face.points.named().filter(|(name, _)| !name.is_empty());
        Some(FaceSeen {
            bbox: [
                scaled(face.bbox.x, across),
                scaled(face.bbox.y, down),
                scaled(face.bbox.width, across),
                scaled(face.bbox.height, down),
            ],
            points: named.map(|(name, place)| (name.to_owned(), self.place(place))).collect(),
        })
    }

    /// How the head lies in the picture.
    pub(super) fn geometry(&self) -> Option<Geometry> {
        let points = &self.face()?.points;
        let ([x, y], [u, v]) = (points.pupil_left(), points.pupil_right());
        let middle = f64::from((x + u) / 2.0 + 0.5) / self.work.width as f64;
        let roll = f64::from(libm::atan2f(v - y, u - x).to_degrees());
        Some(Geometry {
            head_height_ratio: report::rounded(
                f64::from(points.head_height()) / self.work.height as f64,
            ),
            eye_distance_px: tenth(f64::from(points.eye_distance() * self.scale.0)),
            roll_deg: report::rounded(roll),
            centre_dx_ratio: report::rounded(middle - 0.5),
        })
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
