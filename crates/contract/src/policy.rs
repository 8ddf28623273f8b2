//! Every number and period of the domain, in one place. Logic takes a [`Policy`]; a literal in
//! logic is a defect. Sources: the programme's published rules, NIST SP 800-63B-4, OWASP ASVS 5.

/// Numbers and periods. Days end at 23:59:59 in the household's mailing time zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// An invitation can be answered this many days.
    pub invitation_days: u16,
    /// Once opened, an invitation can be answered for this many seconds before it must be opened
    /// again.
    pub answering_seconds: u32,
    /// The code that confirms an address works this many hours.
    pub confirmation_hours: u16,
    /// So often a code that confirms an address can be typed.
    pub confirmation_tries: u8,
    /// An address gets at most this many codes, reminders and the like within an hour.
    pub mails_per_hour: u16,
    /// One internet address may ask so often within an hour for something to be mailed without being
    /// signed in, whatever comes of it.
    pub wishes_per_hour: u16,
    /// Such a wish is answered after this many milliseconds at the earliest: longer than anything takes
    /// that comes of it, so that its time tells nothing.
    pub wish_answer_ms: u16,
    /// A reset code works this many seconds.
    pub reset_code_seconds: u32,
    /// So often a reset code can be typed: more often than a stranger can from one address while it
    /// works, and far too seldom to guess it (NIST SP 800-63B-4, 3.2.2: 100 at most).
    pub reset_code_tries: u8,
    /// The step between the password and the second factor, in seconds.
    pub second_factor_seconds: u32,
    /// A code of an authenticator app holds this many seconds (RFC 6238, 5.2); the one before and
    /// the one after are taken, too.
    pub totp_step_seconds: u32,
    /// Recovery codes that are made at a time.
    pub recovery_codes: u8,
    /// A device that signed in is known for this many days.
    pub known_device_days: u16,
    /// An officer's change of an address holds this many hours after the second officer's approval.
    pub email_change_delay_hours: u16,
    /// Longest message, in characters.
    pub message_chars: usize,
    /// Messages that can be written in a person's thread within an hour.
    pub messages_per_hour: u16,
    /// Messages are kept this many days after the household closes.
    pub message_days: u16,
    /// The first wait before a mail that could not be handed on is tried again, in seconds; doubles
    /// with each further try.
    pub mail_retry_seconds: u32,
    /// The longest such wait, in seconds.
    pub mail_retry_max_seconds: u32,
    /// A mail that could not be handed on so often is given up and shown to the officers.
    pub mail_attempts: u16,
    /// Passwords that may wait to be hashed before further ones are turned away.
    pub hashing_queue: usize,
    /// A temporary password works this many days.
    pub temporary_password_days: u16,
    /// The document that proves the status can be downloaded this many days.
    pub proof_download_days: u16,
    /// Address and photo must be in within this many days of `became_resident_on`.
    pub card_claim_days: u16,
    /// A card is made within this many days of the photo's acceptance.
    pub card_made_days: u16,
    /// A reviewed photo is decided within about this many days (said, not promised).
    pub review_days: u16,
    /// An officer can undo a decision this many seconds; event and mail wait for it.
    pub review_undo_seconds: u32,
    /// The step between first sign-in and the own password, in seconds.
    pub first_sign_in_seconds: u32,
    /// A session ends after this many seconds without a request.
    pub session_idle_seconds: u32,
    /// A session ends after this many seconds in any case.
    pub session_absolute_seconds: u32,
    /// A session's end is told this many seconds ahead (WCAG 2.2, 2.2.1 asks for at least 20; the
    /// domain for two minutes).
    pub session_warning_seconds: u32,
    /// A session can be extended this often without anything else being asked in between.
    pub session_extensions: u8,
    /// What was typed in a browser is kept by the portal for this many days after the last change.
    pub draft_days: u16,
    /// Failed sign-ins of one account from one address, or of one address at any account, before
    /// each further one must wait.
    pub failures_before_wait: u32,
    /// Failed sign-ins of one account from all addresses together before each further one from an
    /// address that never signed in to it must wait. No address counts for more than
    /// `failures_before_wait` in this, so that one stranger alone never makes others wait.
    pub account_failures_before_wait: u32,
    /// The wait after that many failures, in seconds; doubles with each further failure.
    pub failure_wait_seconds: u32,
    /// The longest such wait, in seconds. Each time that as much time passes without a failure after
    /// a wait is over, failures count for half as many.
    pub failure_wait_max_seconds: u32,
    /// An address from which an account was signed in to is known for this many days.
    pub known_address_days: u16,
    /// Stored replies to repeated writes are kept this many days.
    pub stored_reply_days: u16,
    /// A photo is sent in chunks of this many bytes, so that a broken connection costs little.
    pub upload_chunk_bytes: u32,
    /// The first wait before something that could not be sent is tried again, in seconds; doubles
    /// with each further try, and chance takes away up to half of it.
    pub outbox_retry_seconds: u32,
    /// The longest such wait, in seconds.
    pub outbox_retry_max_seconds: u32,
    /// The longest wait that the portal may ask for, in seconds.
    pub outbox_asked_max_seconds: u32,
    /// A photo's file is sent anew at most so often because the portal no longer has it.
    pub outbox_files_anew: u32,
    /// What was sent from a device is remembered there, so many of an account.
    pub outbox_remembered: u32,
    /// The app asks for the board in the background after this many seconds, and later by chance.
    pub refresh_seconds: u32,
    /// The longest such wait while the portal is not reached, in seconds.
    pub refresh_max_seconds: u32,
    /// That a temporary password is about to end is told when so many days are left.
    pub temporary_password_told_days: &'static [u16],
    /// The same of downloading the proof.
    pub proof_download_told_days: &'static [u16],
    /// The same of claiming the card.
    pub card_claim_told_days: &'static [u16],
    /// Bytes of a photo that were sent but never submitted are kept this many hours.
    pub unsubmitted_upload_hours: u16,
    /// The bytes of a returned photo are kept this many days after the household closes.
    pub returned_photo_days: u16,
    /// Addresses are kept this many days after the household closes.
    pub closed_record_days: u16,
    /// Shortest password, in characters (NIST SP 800-63B-4, 3.1.1.2).
    pub password_min_chars: usize,
    /// Longest password, in characters; at least 64 must be accepted.
    pub password_max_chars: usize,
    /// Shortest passphrase of a device, in characters: who would guess it must have the device.
    pub passphrase_min_chars: usize,
    /// Longest line of a mailing label, in characters (Canada Post addressing guidelines).
    pub label_line_chars: usize,
    /// Longest given or family name, in characters.
    pub name_chars: usize,
    /// Largest age that a date of birth may give, in years.
    pub age_max_years: i16,
    /// The photo's file.
    pub photo: PhotoPolicy,
}

/// Limits of the photo's file.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoPolicy {
    /// Smallest width, in pixels.
    pub min_width: u32,
    /// Smallest height, in pixels.
    pub min_height: u32,
    /// Largest width, in pixels.
    pub max_width: u32,
    /// Largest height, in pixels.
    pub max_height: u32,
    /// Width to height, as 5:7.
    pub shape: (u32, u32),
    /// Allowed deviation from that shape, as a share (0.01 = 1 %).
    pub shape_tolerance: f64,
    /// Largest prepared file, in bytes.
    pub max_bytes: u64,
    /// Largest source that is read at all, in bytes.
    pub source_max_bytes: u64,
    /// Largest source that is decoded at all, in pixels.
    pub source_max_pixels: u64,
}

impl Policy {
    /// The programme's numbers.
    pub const PROGRAMME: Self = Self {
        invitation_days: 60,
        answering_seconds: 60 * 60,
        confirmation_hours: 24,
        confirmation_tries: 10,
        mails_per_hour: 5,
        wishes_per_hour: 30,
        wish_answer_ms: 250,
        reset_code_seconds: 30 * 60,
        reset_code_tries: 100,
        second_factor_seconds: 10 * 60,
        totp_step_seconds: 30,
        recovery_codes: 10,
        known_device_days: 90,
        email_change_delay_hours: 48,
        message_chars: 4000,
        messages_per_hour: 20,
        message_days: 365,
        mail_retry_seconds: 60,
        mail_retry_max_seconds: 4 * 60 * 60,
        mail_attempts: 14,
        hashing_queue: 64,
        temporary_password_days: 14,
        proof_download_days: 30,
        card_claim_days: 180,
        card_made_days: 14,
        review_days: 10,
        review_undo_seconds: 10,
        first_sign_in_seconds: 30 * 60,
        session_idle_seconds: 30 * 60,
        session_absolute_seconds: 12 * 60 * 60,
        session_warning_seconds: 2 * 60,
        session_extensions: 10,
        draft_days: 60,
        failures_before_wait: 5,
        account_failures_before_wait: 50,
        failure_wait_seconds: 30,
        failure_wait_max_seconds: 15 * 60,
        known_address_days: 30,
        stored_reply_days: 30,
        upload_chunk_bytes: 256 * 1024,
        outbox_retry_seconds: 10,
        outbox_retry_max_seconds: 10 * 60,
        outbox_asked_max_seconds: 60 * 60,
        outbox_files_anew: 2,
        outbox_remembered: 20,
        refresh_seconds: 5 * 60,
        refresh_max_seconds: 60 * 60,
        temporary_password_told_days: &[3, 1],
        proof_download_told_days: &[7, 3, 1],
        card_claim_told_days: &[30, 14, 7, 3, 1],
        unsubmitted_upload_hours: 24,
        returned_photo_days: 90,
        closed_record_days: 365,
        password_min_chars: 15,
        password_max_chars: 256,
        passphrase_min_chars: 8,
        label_line_chars: 40,
        name_chars: 200,
        age_max_years: 130,
        photo: PhotoPolicy {
            min_width: 715,
            min_height: 1000,
            max_width: 2000,
            max_height: 2800,
            shape: (5, 7),
            shape_tolerance: 0.01,
            max_bytes: 4 * 1024 * 1024,
            source_max_bytes: 40 * 1024 * 1024,
            source_max_pixels: 60_000_000,
        },
    };
}

impl Default for Policy {
    fn default() -> Self {
        Self::PROGRAMME
    }
}

/// The time zone of deadlines until an address is known.
pub const DEFAULT_TIME_ZONE: &str = "America/Toronto";

/// The subject of every mail of the portal, word for word. A suffix may follow.
pub const MAIL_SUBJECT: &str = "IRCC - Permanent Residence Portal (PR Confirmation) / Portail de résidence permanente (Confirmation de la RP)";

/// The official page in English, which mail links to.
pub const OFFICIAL_PAGE_EN: &str = "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html";

/// The official page in French.
pub const OFFICIAL_PAGE_FR: &str = "https://www.canada.ca/fr/immigration-refugies-citoyennete/services/immigrer-canada/portail-confirmation-rp.html";

/// The domain of the address that every mail of the portal comes from.
pub const MAIL_DOMAIN: &str = "cic.gc.ca";

/// The most bytes of an email that is looked at (2 MiB). The portal's are far below 100 KB.
pub const EMAIL_MAX_BYTES: usize = 2 * 1024 * 1024;

/// The most links of an email that are looked at. The portal's have one.
pub const EMAIL_MAX_LINKS: usize = 100;

/// The most parts of an email that are looked at.
pub const EMAIL_MAX_PARTS: usize = 200;
/// How deep emails may lie within emails to be looked at.
pub const EMAIL_MAX_DEPTH: usize = 4;
