//! What is drawn over a picture: for each finding its lines and a number that ties them to its
//! words, and the places of what an officer found and no examination did. In pixels of the picture.

use contract::examination::{Examination, FaceSeen, Finding, Mark};
use contract::photo::Reason;
use std::fmt::Write;

/// The radius of a number's disc, of the picture's longer side.
const DISC: f64 = 0.028;

/// A finding as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    /// What was found.
    pub(crate) code: Reason,
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Its lines, as the data of a path.
    pub(crate) path: String,
    /// Where the middle of its number stands.
    pub(crate) at: (f64, f64),
}

/// The radius of a number's disc in a picture of this size.
pub(crate) fn disc(width: u32, height: u32) -> f64 {
    f64::from(width.max(height)) * DISC
}

/// The findings that have a place, numbered in their order; their numbers do not cover each other.
pub(crate) fn drawn(findings: &[(Reason, &[Mark])], width: u32, height: u32) -> Vec<Drawn> {
    let radius = disc(width, height);
    let (right, bottom) = (f64::from(width) - radius, f64::from(height) - radius);
    let mut taken: Vec<(f64, f64)> = Vec::new();
    findings
        .iter()
        .filter_map(|(code, marks)| Some((*code, *marks, begins(marks)?)))
        .enumerate()
        .map(|(i, (code, marks, (x, y)))| {
            let within = |(x, y): (f64, f64)| {
                (x.clamp(radius, right.max(radius)), y.clamp(radius, bottom.max(radius)))
            };
            let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 2.2 * radius;
            // To the right, then a row further down, until nothing is covered.
            let places = (0..64u8).map(|step| {
                let (column, row) = (f64::from(step % 8), f64::from(step / 8));
                within((x + column * 2.3 * radius, y + row * 2.3 * radius))
            });
            let mut places = places.filter(|place| !taken.iter().any(|one| near(*one, *place)));
            let at = places.next().unwrap_or_else(|| within((x, y)));
            taken.push(at);
            Drawn { code, number: i + 1, path: path(marks), at }
        })
        .collect()
}

/// Where the number of these marks belongs: the upper left corner of the first one that is one.
fn begins(marks: &[Mark]) -> Option<(f64, f64)> {
    let all = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
    marks.iter().find_map(|mark| match mark {
        Mark::Box(sides) if all(sides) => Some((sides[0], sides[1])),
        Mark::Line(ends) if all(ends) => Some((ends[0], ends[1])),
        Mark::Outline(places) => places
            .iter()
            .filter(|place| all(*place))
            .min_by(|a, b| (a[0] + a[1]).total_cmp(&(b[0] + b[1])))
            .map(|place| (place[0], place[1])),
        Mark::Box(_) | Mark::Line(_) => None,
    })
}

/// The data of a path through all marks.
pub(crate) fn path(marks: &[Mark]) -> String {
    let mut path = String::new();
    for mark in marks {
        // Writing into a text does not fail.
        let _ = match mark {
            Mark::Box([x, y, width, height]) => {
                write!(path, "M{x:.1} {y:.1}h{width:.1}v{height:.1}h{:.1}z", -width)
            }
            Mark::Line([x, y, u, v]) => write!(path, "M{x:.1} {y:.1}L{u:.1} {v:.1}"),
            Mark::Outline(places) => {
                for (i, [x, y]) in places.iter().enumerate() {
                    let _ = write!(path, "{}{x:.1} {y:.1}", if i == 0 { 'M' } else { 'L' });
                }
                if !places.is_empty() {
                    path.push('z');
                }
                Ok(())
            }
        };
    }
    path
}

/// The finding that the portal's examination has for an officer's reason.
pub(crate) fn found(examination: Option<&Examination>, reason: Reason) -> Option<&Finding> {
    examination?.findings.iter().find(|finding| finding.code == reason)
}

/// Where to look for what an officer found: as the examination has it, else the part of the face
/// that the reason is about. Empty where it is about no place, or no face was seen.
pub(crate) fn place_of(examination: &Examination, reason: Reason) -> Vec<Mark> {
    match found(Some(examination), reason) {
        Some(finding) if !finding.region.is_empty() => finding.region.clone(),
        _ => examination
            .face
            .as_ref()
            .map(|face| usual(face, examination, reason))
            .unwrap_or_default(),
    }
}

/// The part of a face, or around it, that a reason is about.
fn usual(face: &FaceSeen, examination: &Examination, reason: Reason) -> Vec<Mark> {
    match reason {
        Reason::EyesClosed | Reason::EyesCovered | Reason::RedEye | Reason::GlareGlasses => {
            [["eye_left_outer", "eye_left_inner"], ["eye_right_inner", "eye_right_outer"]]
                .iter()
                .filter_map(|names| around(face, names, 0.5, 0.6))
                .collect()
        }
        Reason::MouthOpen => {
            let names = ["mouth_left", "mouth_right", "lip_upper_top", "lip_lower_bottom"];
            around(face, &names, 0.2, 0.2).into_iter().collect()
        }
        Reason::HeadTooSmall | Reason::HeadTooLarge => crate::view::head::Head::of(examination)
            .map(|head| head.lines().map(Mark::Line).to_vec())
            .unwrap_or_default(),
        Reason::Tilted => between(face, "pupil_left", "pupil_right"),
        Reason::OffCentre | Reason::Turned => crate::view::head::Head::of(examination)
            .map(|head| vec![Mark::Line([head.eyes.0, head.crown.1, head.eyes.0, head.chin.1])])
            .unwrap_or_default(),
        Reason::BackgroundNotWhite | Reason::BackgroundNotPlain | Reason::BackgroundShadow => {
            beside_the_head(face, examination.width)
        }
        Reason::OverExposed
        | Reason::GlareSkin
        | Reason::UnevenLight
        | Reason::UnnaturalColour
        | Reason::Blurred
        | Reason::FaceCovered => vec![Mark::Box(face.bbox)],
        _ => Vec::new(),
    }
}

fn between(face: &FaceSeen, from: &str, to: &str) -> Vec<Mark> {
    match (face.points.get(from), face.points.get(to)) {
        (Some([x, y]), Some([u, v])) => vec![Mark::Line([*x, *y, *u, *v])],
        _ => Vec::new(),
    }
}

/// A box around points, wider and higher by shares of their width.
fn around(face: &FaceSeen, names: &[&str], wider: f64, higher: f64) -> Option<Mark> {
    let points: Vec<[f64; 2]> =
        names.iter().filter_map(|name| face.points.get(*name).copied()).collect();
    let least = |i: usize| points.iter().map(|point| point[i]).reduce(f64::min);
    let most = |i: usize| points.iter().map(|point| point[i]).reduce(f64::max);
    let (left, top, right, bottom) = (least(0)?, least(1)?, most(0)?, most(1)?);
    let (wider, higher) = ((right - left) * wider / 2.0, (right - left) * higher / 2.0);
    Some(Mark::Box([
        left - wider,
        top - higher,
        right - left + 2.0 * wider,
        bottom - top + 2.0 * higher,
    ]))
}

/// What is seen of the background on either side of the head, from the upper edge to the chin.
fn beside_the_head(face: &FaceSeen, width: u32) -> Vec<Mark> {
    let at = |name: &str| face.points.get(name).copied();
    let (Some([_, bottom]), Some([left, _]), Some([right, _])) =
        (at("chin"), at("hair_left"), at("hair_right"))
    else {
        return Vec::new();
    };
    let width = f64::from(width);
    let inset = width * 0.02;
    let sides = [(inset, left - inset), (right + inset, width - inset)];
    sides
        .into_iter()
        .filter(|(from, to)| to - from > inset)
        .map(|(from, to)| Mark::Box([from, inset, to - from, bottom - inset]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::examination::{Severity, Unit};

    const EYES: [(&str, [f64; 2]); 13] = [
        ("pupil_left", [430.0, 560.0]),
        ("pupil_right", [570.0, 560.0]),
        ("eye_left_outer", [390.0, 560.0]),
        ("eye_left_inner", [470.0, 562.0]),
        ("eye_right_inner", [530.0, 562.0]),
        ("eye_right_outer", [610.0, 560.0]),
        ("mouth_left", [440.0, 780.0]),
        ("mouth_right", [560.0, 780.0]),
        ("chin", [500.0, 905.0]),
        ("crown", [500.0, 240.0]),
        ("hair_left", [260.0, 500.0]),
        ("hair_right", [740.0, 500.0]),
        ("lip_upper_top", [500.0, 760.0]),
    ];

    fn seen(findings: Vec<Finding>) -> Examination {
        let points = EYES.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect();
        let face = Some(FaceSeen { bbox: [300.0, 350.0, 400.0, 560.0], points });
        Examination { width: 1000, height: 1400, findings, face, ..Examination::default() }
    }

    fn finding(code: Reason, region: Vec<Mark>) -> Finding {
        let severity = Severity::Strong;
        Finding { code, severity, measured: None, limit: None, unit: Unit::Score, region }
    }

    #[test]
    fn marks_become_lines() {
        let marks = [
            Mark::Box([1.0, 2.0, 30.0, 40.0]),
            Mark::Line([5.0, 6.0, 7.0, 8.0]),
            Mark::Outline(vec![[1.0, 1.0], [2.0, 1.0], [2.0, 2.0]]),
            Mark::Outline(Vec::new()),
        ];
        assert_eq!(
            path(&marks),
            "M1.0 2.0h30.0v40.0h-30.0zM5.0 6.0L7.0 8.0M1.0 1.0L2.0 1.0L2.0 2.0z"
        );
    }

    #[test]
    fn numbers_count_what_is_drawn_stay_in_the_picture_and_do_not_cover_each_other() {
        let edge = [Mark::Line([-50.0, 3.0, 990.0, 3.0])];
        let corner = [Mark::Box([990.0, 1390.0, 10.0, 10.0])];
        let nowhere: [Mark; 0] = [];
        let found: Vec<(Reason, &[Mark])> = vec![
            (Reason::Tilted, &edge),
            (Reason::TooDark, &nowhere),
            (Reason::Blurred, &edge),
            (Reason::BackgroundShadow, &corner),
            (Reason::BackgroundNotWhite, &corner),
        ];
        let all = drawn(&found, 1000, 1400);
        let numbers: Vec<_> = all.iter().map(|one| (one.number, one.code)).collect();
        assert_eq!(numbers[..2], [(1, Reason::Tilted), (2, Reason::Blurred)]);
        assert_eq!(numbers.len(), 4);
        let radius = disc(1000, 1400);
        for one in &all {
            let (x, y) = one.at;
            assert!(x >= radius && x <= 1000.0 - radius, "{one:?}");
            assert!(y >= radius && y <= 1400.0 - radius, "{one:?}");
        }
        let (a, b) = (all[0].at, all[1].at);
        assert!((a.0 - b.0).hypot(a.1 - b.1) >= 2.0 * radius, "{a:?} {b:?}");
    }

    #[test]
    fn an_officers_reason_is_drawn_where_the_examination_saw_it_or_where_it_is_about() {
        let region = vec![Mark::Line([1.0, 2.0, 3.0, 4.0])];
        let seen = seen(vec![
            finding(Reason::Tilted, region.clone()),
            finding(Reason::EyesClosed, Vec::new()),
        ]);
        assert_eq!(place_of(&seen, Reason::Tilted), region);
        let eyes = place_of(&seen, Reason::EyesClosed);
        let [Mark::Box(left), Mark::Box(right)] = &eyes[..] else { panic!("{eyes:?}") };
        assert!(left[0] < 390.0 && left[0] + left[2] > 470.0, "around the left eye: {left:?}");
        assert!(left[0] + left[2] < right[0], "apart: {eyes:?}");
        assert_eq!(place_of(&seen, Reason::HeadTooLarge).len(), 2, "crown and chin");
        assert_eq!(place_of(&seen, Reason::BackgroundNotPlain).len(), 2, "on either side");
        assert_eq!(place_of(&seen, Reason::TooOld), []);
    }

    #[test]
    fn nothing_is_drawn_on_a_photo_without_a_face() {
        for reason in Reason::ALL {
            assert_eq!(place_of(&Examination::default(), *reason), [], "{reason:?}");
        }
    }
}
