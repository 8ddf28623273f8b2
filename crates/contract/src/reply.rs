//! What an HTTP answer means that is no success, for every client of the portal alike: the portal's
//! own refusal, or what stands in for it when something else answered in its place.

use crate::{Code, Problem};

/// The media type of a refusal (RFC 9457).
pub const PROBLEM_TYPE: &str = "application/problem+json";

/// Whether a `Content-Type` is of this media type, whatever its parameters.
#[must_use]
pub fn is_type(content_type: Option<&str>, media_type: &str) -> bool {
    content_type
        .is_some_and(|value| value.split(';').next().unwrap_or_default().trim() == media_type)
}

/// The refusal in an answer without success. `retry_after` is in seconds.
///
/// A body that is not the portal's own is never shown to anyone: its status alone tells what to say.
#[must_use]
pub fn refusal(
    status: u16,
    content_type: Option<&str>,
    body: &[u8],
    retry_after: Option<u32>,
) -> Problem {
    let own = is_type(content_type, PROBLEM_TYPE)
        .then(|| serde_json::from_slice::<Problem>(body).ok())
        .flatten();
    let mut problem = own.unwrap_or_else(|| Problem::new(code_of(status)));
    problem.status = status;
    if let Some(seconds) = retry_after {
        problem.args.entry("seconds".to_owned()).or_insert_with(|| seconds.into());
    }
    problem
}

const fn code_of(status: u16) -> Code {
    match status {
        426 => Code::UpdateRequired,
        429 | 503 => Code::Unavailable,
        502 | 504 => Code::PortalUnreachable,
        500..=599 => Code::Internal,
        _ => Code::UnexpectedReply,
    }
}

/// Whether a failed write may have been carried out all the same, or may be asked again unchanged:
/// then it must be asked again under the same key.
#[must_use]
pub const fn may_have_arrived(code: Code) -> bool {
    matches!(
        code,
        Code::Offline
            | Code::PortalUnreachable
            | Code::UnexpectedReply
            | Code::Internal
            | Code::Unavailable
            | Code::SignInRequired
            | Code::UpdateRequired
    )
}

/// Whether a chunk of a file that was refused so may well arrive with the next try: the network, the
/// portal or something in between failed, or the chunk was damaged on its way, of which the portal
/// keeps nothing.
#[must_use]
pub const fn chunk_may_pass(code: Code) -> bool {
    matches!(
        code,
        Code::Offline
            | Code::PortalUnreachable
            | Code::UnexpectedReply
            | Code::Internal
            | Code::Unavailable
            | Code::DigestMismatch
    )
}

/// Whether what failed so may well pass once the device's network changes: the portal was not
/// reached, or something answered in its place. A busy portal is left alone.
#[must_use]
pub const fn passes_with_the_network(code: Code) -> bool {
    matches!(code, Code::Offline | Code::PortalUnreachable | Code::UnexpectedReply)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portals_own_word_is_taken() {
        let body = br#"{"code":"too_many_attempts","args":{"seconds":30}}"#;
        let problem = refusal(429, Some("application/problem+json; charset=utf-8"), body, Some(60));
        assert_eq!(problem.code, Code::TooManyAttempts);
        assert_eq!(problem.args["seconds"], 30.into(), "the body says it more exactly");
        assert_eq!(problem.status, 429);
    }

    #[test]
    fn what_is_not_the_portal_is_told_by_its_status() {
        for (status, code) in [
            (302, Code::UnexpectedReply),
            (403, Code::UnexpectedReply),
            (426, Code::UpdateRequired),
            (500, Code::Internal),
            (502, Code::PortalUnreachable),
            (503, Code::Unavailable),
        ] {
            assert_eq!(refusal(status, Some("text/html"), b"<h1>Welcome</h1>", None).code, code);
            assert_eq!(refusal(status, Some(PROBLEM_TYPE), b"{", None).code, code);
        }
        let busy = refusal(503, None, b"", Some(7));
        assert_eq!(busy.args["seconds"], 7.into());
    }
}
