//! Examining a made photo as the app does, from its file.

use super::take::Rgb;
use contract::examination::Severity;
use contract::photo::Reason;
use contract::policy::Policy;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use photo::Options;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// What the examination said of one photo.
pub struct Seen {
    /// Every measure.
    pub measures: BTreeMap<String, f64>,
    /// The warnings.
    pub findings: Vec<(Reason, Severity)>,
}

impl Seen {
    /// How it warns of something, if it does.
    pub fn of(&self, reason: Reason) -> Option<Severity> {
        self.findings.iter().find(|(found, _)| *found == reason).map(|(_, severity)| *severity)
    }
}

/// Writes a photo as a JPEG of this quality and examines that; `None` where it cannot be.
pub fn see(picture: &Rgb, quality: u8) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    let (width, height) = (picture.width as u16, picture.height as u16);
    encoder.encode(&picture.rgb, width, height, ColorType::Rgb).ok()?;
    let policy = Policy::PROGRAMME.photo;
    let told = photo::examine(&bytes, Options::new(&policy), |_| ControlFlow::Continue(())).ok()?;
    let findings = told.findings.iter().map(|finding| (finding.code, finding.severity)).collect();
    Some(Seen { measures: told.measures, findings })
}
