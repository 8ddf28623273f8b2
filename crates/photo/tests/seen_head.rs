//! Size, place and turn of the head, on drawn portraits whose truth is known: each finding turns on
//! where it must, and no other of its stage with it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/seen.rs"]
mod support;

use contract::examination::{Examination, Framing, Severity};
use contract::photo::Reason;
use portrait::{Backdrop, Portrait, SecondFace, render};
use support::{drawn, seen};

const OURS: [Reason; 7] = [
    Reason::NoFace,
    Reason::SeveralFaces,
    Reason::HeadTooSmall,
    Reason::HeadTooLarge,
    Reason::OffCentre,
    Reason::Tilted,
    Reason::Turned,
];

fn of(portrait: &Portrait) -> Examination {
    drawn(portrait, [500, 700])
}

fn ours(examination: &Examination) -> Vec<(Reason, Severity)> {
    let found = examination.findings.iter().filter(|finding| OURS.contains(&finding.code));
    found.map(|finding| (finding.code, finding.severity)).collect()
}

fn codes(portrait: &Portrait) -> Vec<Reason> {
    ours(&of(portrait)).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn a_photo_as_it_must_be_has_no_warning_of_any_skin() {
    for tone in 1_u8..=10 {
        let mut portrait = Portrait::default();
        portrait.skin.tone = f32::from(tone);
        assert_eq!(codes(&portrait), [], "tone {tone}");
    }
}

#[test]
fn the_head_s_size_is_told_beyond_the_rule_s_limits() {
    for (share, told) in [
        (0.38, Some(Reason::HeadTooSmall)),
        (0.41, Some(Reason::HeadTooSmall)),
        (0.46, None),
        (0.50, None),
        (0.55, Some(Reason::HeadTooLarge)),
        (0.60, Some(Reason::HeadTooLarge)),
    ] {
        let portrait = Portrait { head_height: share, ..Portrait::default() };
        assert_eq!(codes(&portrait), told.into_iter().collect::<Vec<_>>(), "{share}");
    }
}

#[test]
fn place_lean_and_turn_are_told_by_their_own_warning_only() {
    let changed = |change: fn(&mut Portrait, f32), by: f32| {
        let mut portrait = Portrait::default();
        change(&mut portrait, by);
        codes(&portrait)
    };
    for sign in [-1.0, 1.0] {
        let aside: fn(&mut Portrait, f32) = |portrait, by| portrait.centre_dx = by;
        assert_eq!(changed(aside, 0.03 * sign), []);
        assert_eq!(changed(aside, 0.07 * sign), [Reason::OffCentre]);
        let lean: fn(&mut Portrait, f32) = |portrait, by| portrait.roll = by;
        assert_eq!(changed(lean, 3.0 * sign), []);
        assert_eq!(changed(lean, 7.0 * sign), [Reason::Tilted]);
        let turn: fn(&mut Portrait, f32) = |portrait, by| portrait.yaw = by;
        assert_eq!(changed(turn, 4.0 * sign), []);
        assert_eq!(changed(turn, 14.0 * sign), [Reason::Turned]);
    }
}

#[test]
fn nobody_and_somebody_else_are_told() {
    let nobody = seen(&vec![200; 500 * 700 * 3], [500, 700], 95);
    assert_eq!(ours(&nobody), [(Reason::NoFace, Severity::Strong)]);
    assert!(nobody.framing.is_none());

    let second = SecondFace { at: [0.16, 0.3], head_height: 0.27, tone: 4.0 };
    let backdrop = Backdrop { second_face: Some(second), ..Backdrop::default() };
    assert_eq!(codes(&Portrait { backdrop, ..Portrait::default() }), [Reason::SeveralFaces]);
}

#[test]
fn a_picture_with_room_is_framed_with_the_head_at_its_size() {
    let portrait = Portrait { head_height: 0.33, centre_dx: 0.05, ..Portrait::default() };
    let rendered = render(&portrait, 1200, 1600);
    let examination = seen(&rendered.rgb, [1200, 1600], 95);
    let Some(Framing::Fits { crop }) = examination.framing else {
        panic!("{:?}", examination.framing);
    };
    let share = rendered.truth.head_height * 1600.0 / crop.height as f32;
    assert!((0.45..0.505).contains(&share), "{share}");
    let eyes = (rendered.truth.centre_dx + 0.5) * 1200.0;
    assert!((eyes - crop.x as f32 - crop.width as f32 / 2.0).abs() < 12.0);
}
