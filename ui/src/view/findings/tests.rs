//! Numbers, order, ticks and room, as they are told.

use super::*;
use contract::examination::Severity;

fn finding(code: Reason, severity: Severity) -> Finding {
    let (measured, limit, unit) = (None, None, Unit::Score);
    Finding { code, severity, measured, limit, unit, region: Vec::new() }
}

fn number(value: f64, limit: Limit, unit: Unit) -> Option<Measured> {
    let (measured, limit) = (Some(value), Some(limit));
    super::measured(&Finding { measured, limit, unit, ..finding(Reason::TooDark, Severity::Mild) })
}

const HEAD: Limit = Limit::Within([44.2857, 51.4286]);

#[test]
fn a_head_is_told_in_whole_percents_where_that_still_reads_as_beyond() {
    let told = number(56.12, HEAD, Unit::Percent).unwrap();
    assert_eq!((told.value, told.held), (56.0, Held::Within(44.0, 51.0)));
    let close = number(51.6, HEAD, Unit::Percent).unwrap();
    assert_eq!((close.value, close.held), (52.0, Held::Within(44.0, 51.0)));
    let hair = number(51.46, HEAD, Unit::Percent).unwrap();
    assert_eq!((hair.value, hair.held), (51.5, Held::Within(44.3, 51.4)));
}

#[test]
fn a_small_limit_is_never_rounded_away() {
    let glare = number(0.6, Limit::One(0.2), Unit::Percent).unwrap();
    assert_eq!((glare.value, glare.held), (0.6, Held::Most(0.2)));
    let turned = number(7.4, Limit::One(5.0), Unit::Degrees).unwrap();
    assert_eq!((turned.value, turned.held), (7.0, Held::Most(5.0)));
}

#[test]
fn one_bound_is_the_least_for_a_value_under_it_and_the_most_for_one_over_it() {
    let dark = number(61.0, Limit::One(70.0), Unit::Lightness).unwrap();
    assert_eq!(dark.held, Held::Least(70.0));
    let old = number(500.0, Limit::One(365.0), Unit::Days).unwrap();
    assert_eq!(old.held, Held::Most(365.0));
}

#[test]
fn a_number_that_nobody_understands_is_not_told() {
    for unit in [Unit::Score, Unit::Chroma, Unit::Ratio] {
        assert_eq!(number(2.0, Limit::One(1.0), unit), None, "{unit:?}");
    }
    assert_eq!(super::measured(&finding(Reason::NoFace, Severity::Strong)), None);
}

#[test]
fn a_value_beyond_its_limits_lies_outside_the_band_on_its_scale() {
    let limits = [HEAD, Limit::One(70.0), Limit::One(0.2)];
    for limit in limits {
        for value in [-3.0, 0.0, 0.1, 40.0, 44.0, 52.0, 60.0, 75.0, 100.0, 4000.0] {
            for unit in [Unit::Percent, Unit::Lightness, Unit::Degrees] {
                let Some(told) = number(value, limit, unit) else { continue };
                let scale = told.scale;
                let on = |share: f64| (0.0..=1.0).contains(&share);
                assert!(on(scale.from) && on(scale.to) && on(scale.value), "{scale:?}");
                assert!(scale.from < scale.to, "{value} {limit:?}: {scale:?}");
                let outside = scale.value < scale.from || scale.value > scale.to;
                let at_the_end = unit == Unit::Lightness && !(0.0..=100.0).contains(&value);
                assert!(outside || at_the_end, "{value} {limit:?}: {scale:?}");
            }
        }
    }
}

#[test]
fn the_most_serious_are_told_first_and_nothing_twice() {
    let found = [
        finding(Reason::Blurred, Severity::Mild),
        finding(Reason::UsedForAnother, Severity::Strong),
        finding(Reason::EyesClosed, Severity::Strong),
        finding(Reason::TooDark, Severity::Mild),
    ];
    let codes = |all: Vec<Finding>| all.iter().map(|one| one.code).collect::<Vec<_>>();
    assert_eq!(
        codes(told(&found, false)),
        [Reason::EyesClosed, Reason::UsedForAnother, Reason::TooDark, Reason::Blurred]
    );
    assert_eq!(codes(told(&found, true)), [Reason::EyesClosed, Reason::TooDark, Reason::Blurred]);
}

#[test]
fn size_and_place_of_the_head_are_not_told_before_the_part_is_chosen() {
    let found = [
        finding(Reason::HeadTooSmall, Severity::Strong),
        finding(Reason::Tilted, Severity::Strong),
        finding(Reason::OffCentre, Severity::Mild),
    ];
    let left: Vec<Reason> = before_framing(&found).iter().map(|one| one.code).collect();
    assert_eq!(left, [Reason::Tilted]);
}

#[test]
fn ticks_belong_to_one_file_and_are_forgotten_with_it() {
    let found =
        [finding(Reason::TooDark, Severity::Strong), finding(Reason::Blurred, Severity::Mild)];
    let mut draft = PhotoDraft::default();
    assert_eq!(unticked(&found, &draft, "aa"), [Reason::TooDark, Reason::Blurred]);
    draft.accepted = with_tick(&draft, "aa", Reason::TooDark, true);
    assert_eq!(unticked(&found, &draft, "aa"), [Reason::Blurred]);
    draft.accepted = with_tick(&draft, "aa", Reason::Blurred, true);
    draft.accepted = with_tick(&draft, "aa", Reason::Blurred, true);
    assert_eq!(ticked(&draft, "aa"), [Reason::TooDark, Reason::Blurred]);
    assert_eq!(unticked(&found, &draft, "aa"), []);
    let both = [Reason::TooDark, Reason::Blurred];
    assert_eq!(unticked(&found, &draft, "bb"), both, "another file");
    draft.accepted = with_tick(&draft, "bb", Reason::Blurred, true);
    assert_eq!(ticked(&draft, "aa"), []);
    assert_eq!(with_tick(&draft, "bb", Reason::Blurred, false), None);
}

#[test]
fn only_the_same_pixels_were_returned() {
    let earlier = [ReturnedPhoto { pixels_sha256: "aa".into(), likeness: None }];
    assert!(was_returned(&earlier, "aa"));
    assert!(!was_returned(&earlier, "bb"));
    let unknown = [ReturnedPhoto { pixels_sha256: String::new(), likeness: None }];
    assert!(!was_returned(&unknown, ""), "nothing is known of either");
}

#[test]
fn what_a_picture_lacks_is_told_in_percents_of_the_photo_rounded_up() {
    let crop = Crop { x: -1, y: -168, width: 1000, height: 1400 };
    let missing = Missing { left: 1, top: 168, right: 0, bottom: 0 };
    assert_eq!(lacking(crop, missing), [(Side::Above, 12), (Side::Left, 1)]);
    assert_eq!(lacking(crop, Missing::default()), []);
}

#[test]
fn only_a_part_that_lies_in_the_picture_is_proposed() {
    let crop = Crop { x: 0, y: 0, width: 1000, height: 1400 };
    let with = |framing| Examination { framing: Some(framing), ..Examination::default() };
    assert_eq!(proposed(&with(Framing::Fits { crop })), Some(crop));
    assert_eq!(proposed(&with(Framing::TooFew { crop })), None);
    assert_eq!(proposed(&Examination::default()), None);
}
