//! Examples in the OpenAPI document, made from the types themselves so that they cannot become
//! untrue. One household lives in all of them.

mod replies;
mod requests;

use contract::address::Address;
use contract::crop::{Crop, Missing};
use contract::examination::{
    Examination, FaceSeen, Finding, Framing, Geometry, Limit, Mark, Severity, Unit,
};
use contract::id::{AccountId, MessageId, PersonId, UploadId};
use contract::photo::Reason;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

const EMAIL: &str = "leila.haddad@example.org";
const TEXT: &str = "It is 4B.\nThank you.";

/// What is asked with a call, such as `POST /sessions`; nothing where no JSON is.
pub(super) fn request(call: &str) -> Option<Value> {
    requests::of(call)
}

/// What is answered to a call with a status; nothing where no JSON is.
pub(super) fn reply(call: &str, status: &str) -> Option<Value> {
    replies::of(call, status)
}

/// What stands in an address, by the name of its place there.
pub(super) fn in_address(name: &str) -> Option<Value> {
    let id =
        |number: u128| shown(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0000 | number));
    match name {
        "person" => shown(household()[0]),
        "photo" => id(6),
        "upload" => shown(upload()),
        "session" | "id" => id(8),
        "page" => shown("address"),
        "Idempotency-Key" => id(10),
        _ => None,
    }
}

fn shown(value: impl Serialize) -> Option<Value> {
    serde_json::to_value(value).ok()
}

/// A principal and a spouse.
fn household() -> [PersonId; 2] {
    [1, 2].map(|n| PersonId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0000 | n)))
}

fn account() -> AccountId {
    AccountId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0003))
}

fn upload() -> UploadId {
    UploadId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0005))
}

fn message() -> MessageId {
    MessageId(Uuid::from_u128(0x0193_5a20_0000_7000_8000_0000_0000_0007))
}

fn born() -> Date {
    date(1988, 4, 12)
}

/// A time of one day.
fn at(time: &str) -> Timestamp {
    format!("2026-11-22T{time}:00Z").parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

fn mailing() -> Address {
    Address {
        unit: "4B".into(),
        street: "1200 rue Saint-Denis".into(),
        municipality: "Montréal".into(),
        province: "QC".into(),
        postal_code: "H2X 3J6".into(),
        ..Address::default()
    }
}

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
