//! Examples in the OpenAPI document, made from the types themselves so that they cannot become
//! untrue.

use contract::crop::{Crop, Missing};
use contract::examination::{
    Examination, FaceSeen, Finding, Framing, Geometry, Limit, Mark, Severity, Unit,
};
use contract::photo::Reason;
use std::collections::BTreeMap;

/// A photo that was taken from too near, in poor light.
pub(super) fn examination() -> Examination {
    let head_too_large = Finding {
        code: Reason::HeadTooLarge,
        severity: Severity::Strong,
        measured: Some(56.1),
        limit: Some(Limit::Within([44.3, 51.4])),
        unit: Unit::Percent,
        region: vec![Mark::Line([500.0, 268.0, 500.0, 1053.0])],
    };
    let too_dark = Finding {
        code: Reason::TooDark,
        severity: Severity::Mild,
        measured: Some(67.2),
        limit: Some(Limit::One(70.0)),
        unit: Unit::Lightness,
        region: Vec::new(),
    };
    let points = [
        ("pupil_left", [408.5, 668.0]),
        ("pupil_right", [593.0, 667.5]),
        ("chin", [500.0, 1053.0]),
        ("crown", [500.0, 268.0]),
    ];
    let measures = [("head_height", 56.1), ("roll", -0.2)];
    Examination {
        width: 1000,
        height: 1400,
        findings: vec![head_too_large, too_dark],
        face: Some(FaceSeen {
            bbox: [290.0, 460.0, 420.0, 420.0],
            points: points.map(|(name, place)| (name.to_owned(), place)).into(),
        }),
        geometry: Some(Geometry {
            head_height_ratio: 0.561,
            eye_distance_px: 184.5,
            roll_deg: -0.2,
            centre_dx_ratio: 0.0008,
        }),
        measures: measures.map(|(name, value)| (name.to_owned(), value)).into(),
        framing: Some(Framing::Lacks {
            crop: Crop { x: -90, y: -15, width: 1181, height: 1653 },
            missing: Missing { left: 90, top: 15, right: 91, bottom: 238 },
        }),
        likeness: Some(format!("face-{}", "9f3c61d2b07e84a5".repeat(4))),
        timings_ms: BTreeMap::new(),
    }
}
