//! What an answer means for what was sent: only the portal's own word ends a row, whatever stands
//! in for the portal meanwhile (a café's sign-in page, a broken proxy).

use super::standing::{Event, Standing};
use contract::policy::Policy;
use contract::problem::Arg;
use contract::{Code, Problem};
use jiff::{SignedDuration, Timestamp};

/// Why sending gave no receipt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// The portal was not reached, or its answer was not.
    Lost {
        /// What is known of it.
        problem: Problem,
        /// Whether anything went out at all.
        left: bool,
    },
    /// The portal, or something in its place, answered.
    Answered(Problem),
    /// This device found something before anything went out.
    Here(Problem),
}

impl Failure {
    /// What is known of it.
    pub(crate) fn problem(&self) -> &Problem {
        match self {
            Self::Lost { problem, .. } | Self::Answered(problem) | Self::Here(problem) => problem,
        }
    }
}

/// What follows from a failure. `before` is whether the row may have been there already before this
/// try; `chance` lies between 0 and 1.
pub(crate) fn judge(
    failure: &Failure,
    standing: &Standing,
    before: bool,
    now: Timestamp,
    chance: f64,
    policy: &Policy,
) -> Event {
    let again = |problem: &Problem, unanswered| Event::Again {
        at: later(now, wait(problem, standing.attempts, chance, policy)),
        unanswered,
        problem: problem.clone(),
    };
    match failure {
        Failure::Lost { problem, left } => again(problem, before || *left),
        Failure::Here(problem) => match problem.code {
            // This device's own trouble is no word of the portal.
            Code::DiskFull
            | Code::DeviceReadOnly
            | Code::DeviceDataDamaged
            | Code::DeviceDataNewer
            | Code::DeviceStoreFailed
            | Code::DeviceKeyWrong
            | Code::Internal => again(problem, before),
            _ => Event::Refused(problem.clone()),
        },
        Failure::Answered(problem) => match (problem.code, problem.status) {
            (Code::SignInRequired, _) => Event::SessionEnded { unanswered: before },
            (Code::UpdateRequired, _) => Event::TooOld { unanswered: before },
            // Not the portal's own word, or only the beginning of it.
            (Code::UnexpectedReply | Code::PortalUnreachable | Code::Offline, _) => {
                again(problem, true)
            }
            // It was not looked at.
            (_, 408 | 425 | 429) => again(problem, before),
            // It may have been carried out before something failed.
            (_, 500..=599) => again(problem, true),
            // The bytes of a file end elsewhere, or were damaged on their way.
            (Code::UploadOffset | Code::DigestMismatch, _) => again(problem, before),
            _ => Event::Refused(problem.clone()),
        },
    }
}

/// How long to wait after this many tries before: doubled each time, up to half of it taken away by
/// chance, and no shorter than the portal asks for, within reason.
fn wait(problem: &Problem, attempts: u32, chance: f64, policy: &Policy) -> SignedDuration {
    let most = f64::from(policy.outbox_retry_max_seconds);
    let doubled =
        f64::from(policy.outbox_retry_seconds) * 2_f64.powi(attempts.min(16).cast_signed());
    let own = doubled.min(most) * (1.0 - chance.clamp(0.0, 1.0) / 2.0);
    let asked = match problem.args.get("seconds") {
        Some(Arg::Number(seconds)) if seconds.is_finite() => {
            seconds.clamp(0.0, f64::from(policy.outbox_asked_max_seconds))
        }
        _ => 0.0,
    };
    SignedDuration::try_from_secs_f64(own.max(asked)).unwrap_or(SignedDuration::from_secs(60))
}

fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.checked_add(wait).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::reply::refusal;

    const POLICY: Policy = Policy::PROGRAMME;

    fn judged(failure: &Failure, before: bool) -> Event {
        let standing = Standing::queued(Timestamp::UNIX_EPOCH);
        judge(failure, &standing, before, Timestamp::UNIX_EPOCH, 0.5, &POLICY)
    }

    fn answered(status: u16, code: Option<Code>, retry_after: Option<u32>) -> Failure {
        let body = code.map(|code| serde_json::to_vec(&Problem::new(code)).expect("JSON"));
        let kind = if code.is_some() { contract::reply::PROBLEM_TYPE } else { "text/html" };
        Failure::Answered(refusal(status, Some(kind), &body.unwrap_or_default(), retry_after))
    }

    /// Whether it is tried again, after how many seconds, and whether it may be there.
    fn again(event: &Event) -> Option<(i64, bool)> {
        match event {
            Event::Again { at, unanswered, .. } => Some((at.as_second(), *unanswered)),
            _ => None,
        }
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        let lost = |left| Failure::Lost { problem: Code::PortalUnreachable.into(), left };
        assert_eq!(again(&judged(&lost(false), false)).map(|it| it.1), Some(false));
        assert_eq!(again(&judged(&lost(true), false)).map(|it| it.1), Some(true));
        assert_eq!(again(&judged(&lost(false), true)).map(|it| it.1), Some(true), "once sent");
        for (status, code) in [
            (408, None),
            (408, Some(Code::Malformed)),
            (425, None),
            (429, Some(Code::TooManyAttempts)),
            (500, Some(Code::Internal)),
            (502, None),
            (503, Some(Code::Unavailable)),
            (504, None),
            // A captive portal, a broken proxy, a server that was set up wrongly.
            (200, None),
            (302, None),
            (401, None),
            (403, None),
            (404, None),
        ] {
            let event = judged(&answered(status, code, None), false);
            assert!(again(&event).is_some(), "{status} {code:?}: {event:?}");
        }
        let turned_away = judged(&answered(429, Some(Code::TooManyAttempts), None), false);
        assert_eq!(again(&turned_away).map(|it| it.1), Some(false), "nothing was done");
        let failed = judged(&answered(500, Some(Code::Internal), None), false);
        assert_eq!(again(&failed).map(|it| it.1), Some(true), "it may have been done before that");
    }

    #[test]
    fn only_the_portals_own_word_ends_it() {
        let ended = judged(&answered(401, Some(Code::SignInRequired), None), true);
        assert_eq!(ended, Event::SessionEnded { unanswered: true });
        assert_eq!(judged(&answered(426, None, None), false), Event::TooOld { unanswered: false });
        for (status, code) in [
            (400, Code::Malformed),
            (403, Code::Forbidden),
            (404, Code::NotFound),
            (409, Code::AddressClosed),
            (409, Code::IdempotencyMismatch),
            (413, Code::BodyTooLarge),
            (422, Code::PhotoTooSmall),
        ] {
            let event = judged(&answered(status, Some(code), None), true);
            assert!(matches!(&event, Event::Refused(problem) if problem.code == code), "{event:?}");
        }
        let gone = Failure::Here(Code::Required.into());
        assert!(matches!(judged(&gone, false), Event::Refused(_)));
        for code in [Code::DiskFull, Code::DeviceReadOnly, Code::DeviceDataDamaged] {
            let here = again(&judged(&Failure::Here(code.into()), true));
            assert!(
                here.is_some_and(|(_, unanswered)| unanswered),
                "{code}: no word of the portal's"
            );
        }
    }

    #[test]
    fn waits_grow_to_a_limit_and_chance_shortens_them() {
        let offline = Problem::new(Code::Offline);
        let seconds = |attempts, chance| wait(&offline, attempts, chance, &POLICY).as_secs_f64();
        assert_eq!([seconds(0, 0.0), seconds(1, 0.0), seconds(2, 0.0)], [10.0, 20.0, 40.0]);
        assert_eq!([seconds(0, 1.0), seconds(0, 0.5)], [5.0, 7.5]);
        assert_eq!([seconds(6, 0.0), seconds(40, 0.0), seconds(u32::MAX, 0.0)], [600.0; 3]);
        assert_eq!(seconds(0, 9.0), 5.0, "chance beyond its bounds");
    }

    #[test]
    fn the_portals_own_wait_is_heeded_within_reason() {
        let busy = |seconds| again(&judged(&answered(503, None, Some(seconds)), false));
        assert_eq!(busy(120).map(|it| it.0), Some(120));
        assert_eq!(busy(1).map(|it| it.0), Some(7), "its own wait is longer");
        assert_eq!(busy(u32::MAX).map(|it| it.0), Some(3600));
    }
}
