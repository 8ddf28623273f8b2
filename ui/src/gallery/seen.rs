//! Sample examinations: what would be seen in the drawn faces, and what would be wrong with them.

use contract::crop::{Crop, Missing};
use contract::examination::{
    Examination, FaceSeen, Finding, Framing, Geometry, Limit, Mark, Severity, Stage, Unit,
};
use contract::photo::Reason;
use contract::picked::{Examined, PhotoProgress, PhotoStage};
use contract::{Code, Problem};

/// Where the drawn face lies in the picture's own pixels.
struct Drawn {
    size: (f64, f64),
    chin: [f64; 2],
    crown: [f64; 2],
    /// As far from the middle as the right one.
    pupil_left: [f64; 2],
    mouth: f64,
}

/// `person.png`.
const PERSON: Drawn = Drawn {
    size: (250.0, 350.0),
    chin: [125.0, 217.0],
    crown: [125.0, 58.0],
    pupil_left: [106.0, 151.0],
    mouth: 190.0,
};
/// `phone.png`.
const PHONE: Drawn = Drawn {
    size: (450.0, 600.0),
    chin: [226.0, 355.0],
    crown: [226.0, 157.0],
    pupil_left: [202.0, 272.0],
    mouth: 323.0,
};

impl Drawn {
    /// An examination of it at this width, in which nothing is wrong.
    fn seen(&self, width: u32) -> Examination {
        let scale = f64::from(width) / self.size.0;
        let at = |[x, y]: [f64; 2]| [x * scale, y * scale];
        let middle = self.chin[0];
        let half = middle - self.pupil_left[0];
        let pupil_right = [middle + half, self.pupil_left[1]];
        let points = [
            ("chin", self.chin),
            ("crown", self.crown),
            ("pupil_left", self.pupil_left),
            ("pupil_right", pupil_right),
            ("eye_left_outer", [middle - half * 1.5, self.pupil_left[1]]),
            ("eye_left_inner", [middle - half * 0.5, self.pupil_left[1]]),
            ("eye_right_inner", [middle + half * 0.5, self.pupil_left[1]]),
            ("eye_right_outer", [middle + half * 1.5, self.pupil_left[1]]),
            ("mouth_left", [middle - half * 0.7, self.mouth]),
            ("mouth_right", [middle + half * 0.7, self.mouth]),
            ("hair_left", [middle - half * 3.2, self.pupil_left[1]]),
            ("hair_right", [middle + half * 3.2, self.pupil_left[1]]),
            ("nose_base", [middle, (self.pupil_left[1] + self.mouth) / 2.0]),
        ];
        let [left, top] = at([middle - half * 3.0, self.crown[1] + half]);
        let head = self.chin[1] - self.crown[1];
        Examination {
            width,
            height: whole(self.size.1 * scale),
            face: Some(FaceSeen {
                bbox: [
                    left,
                    top,
                    half * 6.0 * scale,
                    (self.chin[1] - self.crown[1] - half) * scale,
                ],
                points: points.map(|(name, place)| (name.to_owned(), at(place))).into(),
            }),
            geometry: Some(Geometry {
                head_height_ratio: head / self.size.1,
                eye_distance_px: half * 2.0 * scale,
                roll_deg: 0.0,
                centre_dx_ratio: middle / self.size.0 - 0.5,
            }),
            likeness: Some("00".repeat(16)),
            ..Examination::default()
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture's height")]
fn whole(length: f64) -> u32 {
    length.round() as u32
}

fn finding(code: Reason, severity: Severity, unit: Unit) -> Finding {
    Finding { code, severity, measured: None, limit: None, unit, region: Vec::new() }
}

#[expect(clippy::needless_pass_by_value, reason = "it is made for this and nothing else")]
fn measured(finding: Finding, measured: f64, limit: Limit, region: Vec<Mark>) -> Finding {
    Finding { measured: Some(measured), limit: Some(limit), region, ..finding }
}

/// The frame with the head of `phone.png` at its right size, of 3024 by 4032 pixels.
const RIGHT: Crop = Crop { x: 517, y: 575, width: 2001, height: 2801 };

fn phone() -> Examination {
    Examination { framing: Some(Framing::Fits { crop: RIGHT }), ..PHONE.seen(3024) }
}

/// Many things at once, about the photo at this width.
fn warned(width: u32) -> Examination {
    use Severity::{Mild, Strong};
    let scale = f64::from(width) / 250.0;
    let [left, top, across, down] = [180.0, 60.0, 52.0, 170.0].map(|length| length * scale);
    let line = |y: f64| Mark::Line([50.0 * scale, y * scale, 200.0 * scale, y * scale]);
    let mouth = [[111.0, 186.0], [140.0, 186.0], [140.0, 194.0], [111.0, 194.0]];
    let mouth = mouth.map(|[x, y]| [x * scale, y * scale]).to_vec();
    let eyes = [95.0, 147.0, 155.0, 155.0].map(|length| length * scale);
    let findings = vec![
        measured(
            finding(Reason::BackgroundShadow, Strong, Unit::Lightness),
            14.2,
            Limit::One(6.0),
            vec![Mark::Box([left, top, across, down])],
        ),
        measured(
            finding(Reason::HeadTooLarge, Strong, Unit::Percent),
            56.0,
            Limit::Within([44.3, 51.4]),
            vec![line(58.0), line(217.0)],
        ),
        measured(
            finding(Reason::Tilted, Mild, Unit::Degrees),
            6.5,
            Limit::One(5.0),
            vec![Mark::Line(eyes)],
        ),
        measured(
            finding(Reason::MouthOpen, Mild, Unit::Ratio),
            0.12,
            Limit::One(0.08),
            vec![Mark::Outline(mouth)],
        ),
        measured(
            finding(Reason::Recompressed, Mild, Unit::Quality),
            61.0,
            Limit::One(75.0),
            Vec::new(),
        ),
        measured(finding(Reason::TooOld, Mild, Unit::Days), 412.0, Limit::One(365.0), Vec::new()),
        measured(finding(Reason::Blurred, Mild, Unit::Score), 0.31, Limit::One(0.4), Vec::new()),
    ];
    Examination { findings, ..PERSON.seen(width) }
}

/// What is seen in an entry; nothing where it is still being judged.
pub(super) fn examination(entry: &str, which: Examined) -> Option<Result<Examination, Problem>> {
    let nobody = || {
        let findings = vec![finding(Reason::NoFace, Severity::Strong, Unit::Score)];
        Examination { findings, face: None, geometry: None, ..PHONE.seen(3024) }
    };
    let framing = |framing| Examination { framing: Some(framing), ..phone() };
    Some(Ok(match entry {
        "photo-judging" | "photo-check-judging" => return None,
        "photo-unjudged" | "photo-check-unjudged" => {
            return Some(Err(Code::PhotoTooMuchForDevice.into()));
        }
        "photo-warned" | "photo-check-warned" => warned(1000),
        "photo-nobody" => nobody(),
        "photo-near" => {
            let crop = Crop { x: 180, y: -260, ..RIGHT };
            framing(Framing::Lacks { crop, missing: Missing { top: 260, ..Missing::default() } })
        }
        "photo-far" => {
            framing(Framing::TooFew { crop: Crop { x: 1200, y: 900, width: 572, height: 800 } })
        }
        "photo-needs-framing" => {
            let wall = Mark::Box([2700.0, 900.0, 324.0, 1500.0]);
            let plain = finding(Reason::BackgroundNotPlain, Severity::Strong, Unit::Percent);
            let findings = vec![measured(plain, 21.0, Limit::One(4.0), vec![wall])];
            Examination { findings, ..phone() }
        }
        "photo-framed" | "photo-check-framed" if which == Examined::Prepared => PERSON.seen(2000),
        "photo-framed"
        | "photo-frame"
        | "photo-frame-wrong"
        | "photo-frame-refused"
        | "photo-frame-proposed"
        | "photo-same" => phone(),
        _ => PERSON.seen(1000),
    }))
}

/// What the portal saw in the photo that was returned.
pub(super) fn of_returned() -> Examination {
    let scale = 4.0;
    let line = |y: f64| Mark::Line([200.0, y * scale, 800.0, y * scale]);
    let findings = vec![
        measured(
            finding(Reason::BackgroundShadow, Severity::Strong, Unit::Lightness),
            14.2,
            Limit::One(6.0),
            vec![Mark::Box([720.0, 240.0, 208.0, 680.0])],
        ),
        measured(
            finding(Reason::HeadTooSmall, Severity::Strong, Unit::Percent),
            38.5,
            Limit::Within([44.3, 51.4]),
            vec![line(58.0), line(217.0)],
        ),
    ];
    Examination { findings, ..PERSON.seen(1000) }
}

/// How far the judging has come in an entry that still is at it.
pub(super) fn progress(entry: &str) -> Option<PhotoProgress> {
    let total = Stage::ALL.len() as u64;
    let judging = PhotoProgress { stage: PhotoStage::Judging, done: 6, total };
    matches!(entry, "photo-judging" | "photo-check-judging").then_some(judging)
}
