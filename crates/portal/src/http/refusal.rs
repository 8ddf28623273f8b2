//! How the portal refuses: `application/problem+json` (RFC 9457) with a code and never a sentence.
//! What only operators may know goes to the log.

use super::browser;
use crate::password::HashingFailed;
use crate::store::StoreError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::{Code, FieldProblem, Problem};
use std::io::ErrorKind;

/// What a store that is busy or full asks to wait, in seconds.
const TRY_AGAIN_SECONDS: u64 = 5;

/// A refusal and its status.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    problem: Problem,
    ends_cookie: bool,
}

impl Refusal {
    /// A refusal with the status that its code always has.
    pub(crate) fn new(problem: Problem) -> Self {
        Self { status: status_of(problem.code), problem, ends_cookie: false }
    }

    /// A refusal of a request that is not of the documented form at all.
    pub(crate) fn not_understood() -> Self {
        Self { status: StatusCode::BAD_REQUEST, ..Self::from(Code::Malformed) }
    }

    /// A refusal of a header of the request.
    pub(crate) fn header(name: &str, code: Code) -> Self {
        let problem = vec![FieldProblem::new(name, code)];
        Self { status: StatusCode::BAD_REQUEST, ..Self::from(problem) }
    }

    /// A method that the address does not know.
    pub(crate) fn method() -> Self {
        Self { status: StatusCode::METHOD_NOT_ALLOWED, ..Self::from(Code::NotFound) }
    }

    /// A fault of the portal's own.
    pub(crate) fn internal(reason: impl std::fmt::Display) -> Self {
        tracing::error!(%reason, "a request failed");
        Self::new(Problem::new(Code::Internal))
    }

    /// The same, and the browser forgets its cookie, which is nobody's any more.
    pub(crate) fn ending_the_cookie(self) -> Self {
        Self { ends_cookie: true, ..self }
    }

    /// Not now.
    pub(crate) fn unavailable() -> Self {
        Self::try_again_in(TRY_AGAIN_SECONDS)
    }

    /// Not while something of the same is being done, which is soon over.
    pub(crate) fn one_at_a_time() -> Self {
        Self::try_again_in(1)
    }

    fn try_again_in(seconds: u64) -> Self {
        Self::new(Problem::new(Code::Unavailable).with("seconds", seconds))
    }
}

/// The status of a code. Everything that a person can mend is 422 or 409.
fn status_of(code: Code) -> StatusCode {
    match code {
        Code::SignInRequired
        | Code::SignInRefused
        | Code::FirstSignInRefused
        | Code::FirstSignInTimedOut
        | Code::SecondFactorRefused
        | Code::SecondFactorTimedOut
        | Code::InvitationRefused
        | Code::InvitationTimedOut
        | Code::ConfirmationRefused
        | Code::ResetCodeRefused => StatusCode::UNAUTHORIZED,
        Code::TemporaryPasswordExpired
        | Code::InvitationExpired
        | Code::ConfirmationExpired
        | Code::ResetCodeExpired
        | Code::Forbidden => StatusCode::FORBIDDEN,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::DeclarationTextChanged
        | Code::AlreadyDeclared
        | Code::DeclarationMissing
        | Code::AddressClosed
        | Code::AddressChangedElsewhere
        | Code::PhotoAlreadySubmitted
        | Code::UploadMissing
        | Code::UploadOffset
        | Code::HouseholdWithdrawn
        | Code::HouseholdInterview
        | Code::SessionCannotBeExtended
        | Code::InvitationAnswered
        | Code::OwnAccountNotPossible
        | Code::WrongState => StatusCode::CONFLICT,
        Code::DraftChangedElsewhere => StatusCode::PRECONDITION_FAILED,
        Code::BodyTooLarge | Code::PhotoTooHeavy => StatusCode::PAYLOAD_TOO_LARGE,
        Code::TooManyAttempts => StatusCode::TOO_MANY_REQUESTS,
        Code::UpdateRequired => StatusCode::UPGRADE_REQUIRED,
        Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl IntoResponse for Refusal {
    fn into_response(mut self) -> Response {
        self.problem.status = self.status.as_u16();
        let wait = match self.problem.args.get("seconds") {
            Some(contract::problem::Arg::Number(seconds)) => Some(format!("{}", seconds.ceil())),
            _ => None,
        };
        let body = serde_json::to_vec(&self.problem).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if self.ends_cookie {
            let (name, value) = browser::ended();
            headers.insert(name, value);
        }
        if let Some(wait) = wait.and_then(|wait| HeaderValue::from_str(&wait).ok()) {
            headers.insert(header::RETRY_AFTER, wait);
        }
        response
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self::new(Problem::new(code))
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::new(problem)
    }
}

impl From<Vec<FieldProblem>> for Refusal {
    fn from(fields: Vec<FieldProblem>) -> Self {
        Self::new(fields.into())
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(code) => code.into(),
            StoreError::AddressChanged(on) => {
                let problem = Problem::new(Code::AddressChangedElsewhere);
                problem.with("on", on.to_string()).into()
            }
            StoreError::Wait(seconds) => {
                Problem::new(Code::TooManyAttempts).with("seconds", seconds).into()
            }
            StoreError::Busy | StoreError::Full => {
                tracing::error!(%error, "a request was put off");
                Self::unavailable()
            }
            StoreError::Failed(_) => Self::internal(error),
        }
    }
}

impl From<HashingFailed> for Refusal {
    fn from(error: HashingFailed) -> Self {
        match error {
            HashingFailed::Busy => Self::unavailable(),
            HashingFailed::Failed(_) => Self::internal(error),
        }
    }
}

impl From<crate::rules::factor::NoFactor> for Refusal {
    fn from(error: crate::rules::factor::NoFactor) -> Self {
        Self::internal(error)
    }
}

impl From<object_store::Error> for Refusal {
    fn from(error: object_store::Error) -> Self {
        if is_disk_full(&error) {
            tracing::error!(%error, "a request was put off");
            Self::unavailable()
        } else {
            Self::internal(error)
        }
    }
}

/// Whether an error comes from a disk without room, however deep that lies.
fn is_disk_full(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(|error| {
        error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == ErrorKind::StorageFull)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_puts_off_and_is_no_fault() {
        let generic = |source: std::io::Error| object_store::Error::Generic {
            store: "pictures",
            source: Box::new(source),
        };
        let full = Refusal::from(generic(ErrorKind::StorageFull.into()));
        assert_eq!(full.problem.code, Code::Unavailable);
        let other = Refusal::from(generic(ErrorKind::PermissionDenied.into()));
        assert_eq!(other.problem.code, Code::Internal);
    }

    #[test]
    fn only_faults_of_the_portal_blame_the_portal_and_ask_for_another_try() {
        let blamed: Vec<Code> =
            Code::ALL.iter().copied().filter(|code| status_of(*code).is_server_error()).collect();
        assert_eq!(blamed, [Code::Internal, Code::Unavailable]);
    }

    #[test]
    fn what_must_wait_says_for_how_long_in_whole_seconds() {
        let response = Refusal::new(Problem::new(Code::TooManyAttempts).with("seconds", 90_u64))
            .into_response();
        assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(response.headers()[header::RETRY_AFTER], "90");
        let response = Refusal::from(Code::NotFound).into_response();
        assert!(!response.headers().contains_key(header::RETRY_AFTER));
    }
}
