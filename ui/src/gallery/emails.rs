//! Sample emails, as they are told.

use crate::pages::genuine_told::told;
use contract::genuine::{Evidence, Findings, LookedAt, Seen, Sign};
use contract::policy::OFFICIAL_PAGE_EN;
use dioxus::prelude::*;

/// Every verdict with its marks.
pub(super) fn emails() -> Element {
    rsx! {
        {told(&false_one())}
        {told(&pasted())}
        {told(&ours())}
    }
}

/// One that only looks like the portal's.
pub(super) fn false_one() -> Findings {
    let address = "no-reply@cic.gc.ca.pr-confirm.example";
    let host = "www.canada.ca.pr-confirm.example";
    Findings::of(
        LookedAt::Message,
        [
            (
                Seen::No,
                vec![
                    Evidence::new(Sign::SenderLookalike)
                        .with("address", address)
                        .with("host", "cic.gc.ca.pr-confirm.example")
                        .with("like", "cic.gc.ca"),
                    Evidence::new(Sign::NameImitates)
                        .with("name", "IRCC <a@cic.gc.ca>")
                        .with("address", address),
                ],
            ),
            (Seen::No, vec![Evidence::new(Sign::FrenchMissing)]),
            (Seen::Yes, vec![Evidence::new(Sign::SubjectFits)]),
            (
                Seen::No,
                vec![
                    Evidence::new(Sign::LinkTextDiffers)
                        .with("shown", "www.canada.ca")
                        .with("host", host),
                    Evidence::new(Sign::Attachment).with("name", "form.pdf"),
                ],
            ),
        ],
        vec![
            Evidence::new(Sign::HiddenText).with("text", "lottery account prize bank"),
            Evidence::new(Sign::AuthenticationFailed)
                .with("by", "mx.example")
                .with("domain", "cic.gc.ca"),
        ],
    )
}

/// Text that was copied out of one.
fn pasted() -> Findings {
    Findings::of(
        LookedAt::Text,
        [
            (Seen::CannotTell, vec![Evidence::new(Sign::SenderNotSeen)]),
            (Seen::Yes, vec![Evidence::new(Sign::LanguagesBoth)]),
            (Seen::CannotTell, vec![Evidence::new(Sign::SubjectNotSeen)]),
            (
                Seen::CannotTell,
                vec![Evidence::new(Sign::LinkInText).with("address", OFFICIAL_PAGE_EN)],
            ),
        ],
        Vec::new(),
    )
}

/// One of the portal's own.
pub(super) fn ours() -> Findings {
    let from = "IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca";
    Findings::of(
        LookedAt::Message,
        [
            (Seen::Yes, vec![Evidence::new(Sign::SenderFits).with("address", from)]),
            (Seen::Yes, vec![Evidence::new(Sign::LanguagesBoth)]),
            (Seen::Yes, vec![Evidence::new(Sign::SubjectFits)]),
            (Seen::Yes, vec![Evidence::new(Sign::LinkOfficial).with("address", OFFICIAL_PAGE_EN)]),
        ],
        vec![Evidence::new(Sign::AuthenticationMissing)],
    )
}
