//! What each handler may answer besides its success, for the OpenAPI document. A test that every
//! request of the other tests passes through proves that no undocumented status is answered.

use std::collections::BTreeMap;
use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

fn refusal(codes: &str) -> RefOr<Response> {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new()
        .description(codes)
        .content("application/problem+json", problem)
        .build()
        .into()
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident { $($status:literal: $codes:literal,)* })+) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                [
                    $(($status, $codes),)*
                    ("500", "`internal`"),
                    ("503", "`unavailable` with `seconds`; also as `Retry-After`"),
                ]
                .into_iter()
                .map(|(status, codes)| (status.to_owned(), refusal(codes)))
                .collect()
            }
        }
    )+};
}

refusals! {
    /// Of `GET /portal`.
    OfPortal {}
    /// Of `POST /first-sign-in`.
    OfFirstSignIn {
        "400": "`malformed`: not the documented JSON",
        "401": "`first_sign_in_refused`",
        "403": "`temporary_password_expired` with `on`; `forbidden`: a page of another site",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `POST /first-sign-in/password`.
    OfStorePassword {
        "400": "`malformed`: not the documented JSON",
        "401": "`first_sign_in_timed_out`",
        "403": "`forbidden`: a page of another site",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `password`",
    }
    /// Of `POST /sessions`.
    OfSignIn {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_refused`",
        "403": "`forbidden`: a page of another site",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `POST /invitations/opening`.
    OfOpenInvitation {
        "400": "`malformed`: not the documented JSON",
        "401": "`invitation_refused`",
        "403": "`invitation_expired` with `on`; `forbidden`: a page of another site",
        "409": "`invitation_answered`, `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `GET /invitations/answer`.
    OfInvitation {
        "401": "`invitation_timed_out`",
    }
    /// Of `PUT /invitations/answer`.
    OfAnswerInvitation {
        "400": "`malformed`: not the documented JSON",
        "401": "`invitation_timed_out`",
        "409": "`invitation_answered`, `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`, `answer_incomplete`",
        "429": "`too_many_attempts` with `seconds`: too much was mailed; also as `Retry-After`",
    }
    /// Of `POST /invitations/codes`.
    OfSendConfirmation {
        "400": "`malformed`: not the documented JSON",
        "401": "`invitation_timed_out`",
        "404": "`not_found`: none of the answered addresses, or confirmed already",
        "409": "`invitation_answered`, `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "429": "`too_many_attempts` with `seconds`: too much was mailed; also as `Retry-After`",
    }
    /// Of what is asked for and answered alike in any case.
    OfWish {
        "400": "`malformed`: not the documented JSON",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`: too much was asked for from this internet address; also as `Retry-After`",
    }
    /// Of `POST /confirmations`.
    OfConfirmation {
        "400": "`malformed`: not the documented JSON",
        "401": "`confirmation_refused`",
        "403": "`confirmation_expired`",
        "409": "`household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `POST /passwords/resets`.
    OfReset {
        "400": "`malformed`: not the documented JSON",
        "401": "`reset_code_refused`",
        "403": "`reset_code_expired`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `PUT /people/{person}/own-account`.
    OfOwnAccount {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`own_account_not_possible`, `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`",
        "429": "`too_many_attempts` with `seconds`: too much was mailed; also as `Retry-After`",
    }
    /// Of `POST /sessions/second-factor`.
    OfGiveFactor {
        "400": "`malformed`: not the documented JSON",
        "401": "`second_factor_refused`; `second_factor_timed_out`: from the username again",
        "403": "`forbidden`: a page of another site",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `code`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of what reads about the account, or ends its other sessions.
    OfAccount {
        "401": "`sign_in_required`",
    }
    /// Of `DELETE /account/sessions/{session}`.
    OfSignOutDevice {
        "401": "`sign_in_required`",
        "404": "`not_found`: no session of this account",
    }
    /// Of `PUT /account/password`.
    OfChangePassword {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`: `current` is `password_wrong`, and whatever `password` is",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `POST /account/email`.
    OfChangeEmail {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "404": "`not_found`",
        "409": "`household_withdrawn`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`: `password` is `password_wrong`, or `email`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `POST /account/second-factor`.
    OfBeginFactor {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `password`: `password_wrong`, `required`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of `PUT /account/second-factor`.
    OfTurnOnFactor {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "409": "`wrong_state`: no secret was made, or too long ago",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `code`: `second_factor_refused`, `factor_code_shape`, `required`",
    }
    /// Of what changes a second factor that is on.
    OfChangeFactor {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "409": "`wrong_state`: no second factor is on",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `password`: `password_wrong`, `required`",
        "429": "`too_many_attempts` with `seconds`; also as `Retry-After`",
    }
    /// Of what reads about nobody in particular.
    OfSession {
        "401": "`sign_in_required`",
    }
    /// Of `POST /sessions/current/extension`.
    OfExtension {
        "401": "`sign_in_required`",
        "409": "`session_cannot_be_extended`",
    }
    /// Of what reads or forgets a draft.
    OfDraft {
        "401": "`sign_in_required`",
        "404": "`not_found`: no such page",
    }
    /// Of `PUT /drafts/{page}`.
    OfKeepDraft {
        "400": "`malformed`: not the documented JSON, or the field `if_match`",
        "401": "`sign_in_required`",
        "404": "`not_found`: no such page",
        "412": "`draft_changed_elsewhere`: something else is kept than its sender saw",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `page`: of another page",
    }
    /// Of `DELETE /drafts/{page}`.
    OfDiscardDraft {
        "400": "`malformed` with the field `if_match`",
        "401": "`sign_in_required`",
        "404": "`not_found`: no such page",
        "412": "`draft_changed_elsewhere`: something else is kept than its sender saw",
    }
    /// Of what forgets a draft about a person.
    OfDiscardPersonDraft {
        "400": "`malformed` with the field `if_match`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "412": "`draft_changed_elsewhere`: something else is kept than its sender saw",
    }
    /// Of what reads a draft about a person.
    OfPersonDraft {
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
    }
    /// Of `PUT /drafts/photo/{person}` and `PUT /drafts/message/{person}`.
    OfKeepPersonDraft {
        "400": "`malformed`: not the documented JSON, or the field `if_match`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "412": "`draft_changed_elsewhere`: something else is kept than its sender saw",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `page`: of another page",
    }
    /// Of `POST /declarations`.
    OfDeclare {
        "400": "`malformed`: not the documented JSON, or the field `idempotency_key`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`declaration_text_changed`, `already_declared`, `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`, `idempotency_mismatch`",
    }
    /// Of `POST /addresses`.
    OfGiveAddress {
        "400": "`malformed`: not the documented JSON, or the field `idempotency_key`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`address_closed`; `address_changed_elsewhere` with `on`: somebody of them has another address than `instead_of` names; `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with `fields`, `idempotency_mismatch`",
    }
    /// Of `PATCH /people/{person}/uploads/{upload}`.
    OfUpload {
        "400": "`malformed` with the field `upload_offset`, `upload_length`, `content_digest` or `repr_digest`; or a body that broke off",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`upload_offset` with `expected`: the chunk does not begin where the bytes that arrived end; `household_withdrawn`, `household_interview`",
        "413": "`photo_too_heavy` with `bytes` and `limit`: the whole file; `body_too_large` with `bytes`: the chunk is longer than what is left of the file",
        "422": "`digest_mismatch`; with the last chunk also `photo_empty`, `photo_unreadable`, `photo_wrong_format`, `photo_too_small`, `photo_too_large`, `photo_wrong_shape`, `photo_too_many_pixels`, `photo_already_returned`; where there are several, each in `fields`. What arrived is dropped then",
    }
    /// Of `GET /people/{person}/uploads/{upload}`.
    OfUploadProgress {
        "401": "`sign_in_required`",
        "404": "`not_found`: nothing arrived under this id, or a person for whom the caller may not act",
    }
    /// Of `POST /people/{person}/photos`.
    OfSubmitPhoto {
        "400": "`malformed`: not the documented JSON, or the field `idempotency_key`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`declaration_missing`, `photo_already_submitted`, `upload_missing`, `wrong_state` (the card must be applied for separately), `household_withdrawn`, `household_interview`",
        "413": "`body_too_large` with `bytes`",
        "422": "`photo_already_returned`, `idempotency_mismatch`",
    }
    /// Of `GET /people/{person}/photos/{photo}/examination`.
    OfExamination {
        "401": "`sign_in_required`",
        "404": "`not_found`: not examined yet, or not kept any more; no such photo, or a person for whom the caller may not act",
    }
    /// Of `POST /people/{person}/messages`.
    OfSendMessage {
        "400": "`malformed`: not the documented JSON, or the field `idempotency_key`",
        "401": "`sign_in_required`",
        "404": "`not_found`: a person for whom the caller may not act",
        "409": "`household_withdrawn`",
        "413": "`body_too_large` with `bytes`",
        "422": "`malformed` with the field `text`: `required`, `too_long` with `limit`; `idempotency_mismatch`",
        "429": "`too_many_attempts` with `seconds`: too much was written within the hour; also as `Retry-After`",
    }
    /// Of `PUT /people/{person}/messages/read`.
    OfReadMessages {
        "400": "`malformed`: not the documented JSON",
        "401": "`sign_in_required`",
        "404": "`not_found`: no such message in this thread, or a person for whom the caller may not act",
        "413": "`body_too_large` with `bytes`",
    }
    /// Of what reads about a person.
    OfPerson {
        "401": "`sign_in_required`",
        "404": "`not_found`: nothing there, or a person for whom the caller may not act",
    }
}
