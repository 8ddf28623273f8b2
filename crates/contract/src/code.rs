//! The stable codes by which the parts tell each other what went wrong. Words for people are made
//! from them at the very edge: the message `error-<code>` exists in every language (a test proves
//! it), and English never travels.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:tt,)+) => {
        /// What went wrong, as a stable name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])* #[serde(rename = $text)] $name,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name on the wire, in snake case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

codes! {
    // The way to the portal
    /// This device has no network.
    Offline = "offline",
    /// The network is there, the portal does not answer.
    PortalUnreachable = "portal_unreachable",
    /// Something answered that is not the portal (a café's sign-in page, a broken proxy).
    UnexpectedReply = "unexpected_reply",
    /// The portal had a fault of its own.
    Internal = "internal",
    /// The portal is busy or being maintained. Argument `seconds`: when to try again.
    Unavailable = "unavailable",
    /// This version of the app is too old for the portal.
    UpdateRequired = "update_required",
    /// Nothing is there, or the caller may not know whether it is.
    NotFound = "not_found",
    /// The caller may not do this.
    Forbidden = "forbidden",
    /// The request is not of the documented form.
    Malformed = "malformed",
    /// The body is larger than the endpoint takes. Argument `bytes`: the limit.
    BodyTooLarge = "body_too_large",
    /// The draft was changed in another window or on another device meanwhile.
    DraftChangedElsewhere = "draft_changed_elsewhere",
    /// The same idempotency key came with another body.
    IdempotencyMismatch = "idempotency_mismatch",

    // Signing in
    /// Username and password do not fit together. Never says which one is wrong.
    SignInRefused = "sign_in_refused",
    /// Username, temporary password, date of birth and UCI do not fit together.
    FirstSignInRefused = "first_sign_in_refused",
    /// Everything fits, but the temporary password has run out. Argument `on`: its last day.
    TemporaryPasswordExpired = "temporary_password_expired",
    /// Too many failures. Argument `seconds`: how long to wait.
    TooManyAttempts = "too_many_attempts",
    /// No session, or one that has ended.
    SignInRequired = "sign_in_required",
    /// This browser keeps no cookie for the portal, so nobody can be signed in.
    CookiesNeeded = "cookies_needed",
    /// The session cannot be extended any further.
    SessionCannotBeExtended = "session_cannot_be_extended",
    /// The first sign-in took too long; the temporary password still works.
    FirstSignInTimedOut = "first_sign_in_timed_out",
    /// The six digits or the recovery code are not right, or were used already.
    SecondFactorRefused = "second_factor_refused",
    /// The second step of the sign-in took too long; start from the username.
    SecondFactorTimedOut = "second_factor_timed_out",
    /// The own password until now is not right.
    PasswordWrong = "password_wrong",
    /// Username and reset code do not fit together.
    ResetCodeRefused = "reset_code_refused",
    /// The reset code fits, but its time is over. Ask for another one.
    ResetCodeExpired = "reset_code_expired",

    // The invitation
    /// Invitation code, date of birth and UCI do not fit together.
    InvitationRefused = "invitation_refused",
    /// Everything fits, but the invitation has run out. Argument `on`: its last day.
    InvitationExpired = "invitation_expired",
    /// The invitation was answered and the principal's account is open: sign in.
    InvitationAnswered = "invitation_answered",
    /// Answering took too long; the invitation code still works.
    InvitationTimedOut = "invitation_timed_out",
    /// The answer does not name everyone on the application once, or gives an own account to someone
    /// who cannot have one.
    AnswerIncomplete = "answer_incomplete",
    /// Address and code do not fit together.
    ConfirmationRefused = "confirmation_refused",
    /// The code fits, but its time is over. Ask for another one.
    ConfirmationExpired = "confirmation_expired",
    /// Nobody can have an own account who is a minor, has one already, or is not on the application.
    OwnAccountNotPossible = "own_account_not_possible",

    // Fields
    /// A required answer is missing.
    Required = "required",
    /// Longer than allowed. Argument `limit` in characters.
    TooLong = "too_long",
    /// Not a username of the portal.
    UsernameShape = "username_shape",
    /// Not a code of this length. Argument `length`: letters and digits.
    CodeShape = "code_shape",
    /// Neither the six digits of an authenticator app nor a recovery code.
    FactorCodeShape = "factor_code_shape",
    /// Not an email address.
    EmailShape = "email_shape",
    /// Not a UCI (`NNNN-NNNN` or `NN-NNNN-NNNN`).
    UciShape = "uci_shape",
    /// Not a day of the calendar.
    DateNotReal = "date_not_real",
    /// A date of birth that lies in the future or over 130 years back.
    DateOutOfRange = "date_out_of_range",
    /// Shorter than a password must be. Arguments `limit` and `length` in characters.
    PasswordTooShort = "password_too_short",
    /// Longer than a password may be. Argument `limit` in characters.
    PasswordTooLong = "password_too_long",
    /// On the list of common passwords, or made of this service's own words.
    PasswordCommon = "password_common",
    /// Long enough, but easy to guess.
    PasswordWeak = "password_weak",
    /// Holds the username, or is the temporary password again.
    PasswordOwnWords = "password_own_words",
    /// Not a Canadian postal code.
    PostalCodeShape = "postal_code_shape",
    /// A postal code of another province. Arguments `letter` and `province`.
    PostalCodeProvince = "postal_code_province",
    /// Mailing must be in Canada.
    NotInCanada = "not_in_canada",
    /// A line of the mailing label is over the limit. Arguments `limit` and `length` in characters.
    LabelLineTooLong = "label_line_too_long",
    /// Characters that cannot be printed on a label.
    NotPrintable = "not_printable",
    /// Nobody was chosen.
    NobodyChosen = "nobody_chosen",

    // The journey
    /// The text that was agreed to is not the current one; read it again.
    DeclarationTextChanged = "declaration_text_changed",
    /// Presence was already declared for this person.
    AlreadyDeclared = "already_declared",
    /// Sending a photo needs presence declared first.
    DeclarationMissing = "declaration_missing",
    /// The address can no longer be changed here: the card was made.
    AddressClosed = "address_closed",
    /// Another address was given meanwhile than its sender saw. Argument `on`: the day. What there is
    /// now is on the board.
    AddressChangedElsewhere = "address_changed_elsewhere",
    /// A photo of this person is already waiting for review or accepted.
    PhotoAlreadySubmitted = "photo_already_submitted",
    /// The bytes named by a submission are not there or are others.
    UploadMissing = "upload_missing",
    /// A chunk does not begin where the bytes that arrived end. Argument `expected`: where that is.
    UploadOffset = "upload_offset",
    /// The bytes that arrived are not those that were announced.
    DigestMismatch = "digest_mismatch",
    /// The household was withdrawn.
    HouseholdWithdrawn = "household_withdrawn",
    /// The household is asked to an interview.
    HouseholdInterview = "household_interview",
    /// The step cannot follow the state the case is in (officer's side).
    WrongState = "wrong_state",

    // The photo's file (refusals of the prepared file)
    /// No bytes at all.
    PhotoEmpty = "photo_empty",
    /// The picture cannot be read; it may be damaged.
    PhotoUnreadable = "photo_unreadable",
    /// Neither JPEG nor PNG. Argument `found`: what it looks like.
    PhotoWrongFormat = "photo_wrong_format",
    /// Fewer pixels than allowed. Arguments `width`, `height`, `min_width`, `min_height`.
    PhotoTooSmall = "photo_too_small",
    /// More pixels than allowed. Arguments `width`, `height`, `max_width`, `max_height`.
    PhotoTooLarge = "photo_too_large",
    /// Not 5:7. Arguments `width`, `height`.
    PhotoWrongShape = "photo_wrong_shape",
    /// More bytes than allowed. Arguments `bytes`, `limit`.
    PhotoTooHeavy = "photo_too_heavy",
    /// Identical pixels to a photo that was already returned.
    PhotoAlreadyReturned = "photo_already_returned",
    /// The picture has no room for the chosen part. Arguments `left`, `top`, `right`, `bottom`: the
    /// pixels that are missing on each side.
    PhotoNoRoom = "photo_no_room",
    /// More megapixels than are opened at all. Arguments `megapixels`, `limit`.
    PhotoTooManyPixels = "photo_too_many_pixels",
    /// Examining or framing the picture took more memory than the device has free.
    PhotoTooMuchForDevice = "photo_too_much_for_device",

    // This device
    /// The device has no place for secrets, so nothing can be kept on it.
    SecretStoreMissing = "secret_store_missing",
    /// The key to what is kept on this device is gone or wrong.
    DeviceKeyWrong = "device_key_wrong",
    /// The passphrase does not open what is kept on this device.
    PassphraseWrong = "passphrase_wrong",
    /// A passphrase for this device is too short. Arguments `limit`, `length`.
    PassphraseTooShort = "passphrase_too_short",
    /// What was kept on this device was damaged, all of it or this; it was set aside.
    DeviceDataDamaged = "device_data_damaged",
    /// What is kept on this device was written by a newer version of the app; it stays as it is.
    DeviceDataNewer = "device_data_newer",
    /// Pictures that an earlier version of the app kept could not be taken along.
    DevicePhotosAgain = "device_photos_again",
    /// The app may not write on this device's disk or in its folder.
    DeviceReadOnly = "device_read_only",
    /// The disk is full.
    DiskFull = "disk_full",
    /// What is kept on this device cannot be read or written.
    DeviceStoreFailed = "device_store_failed",
    /// The picked file could not be read. It may have been moved or be on a device that is gone.
    FileNotReadable = "file_not_readable",
    /// The system's file picker could not be opened.
    PickerUnavailable = "picker_unavailable",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
