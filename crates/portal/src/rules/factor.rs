//! The second factor (TOTP, RFC 6238: SHA-1, six digits): its secret, which codes hold at a moment,
//! and that no code holds twice; and recovery codes. Pure: time and randomness are arguments.

use crate::secret;
use contract::factor::SecondFactorSecret;
use contract::id::AccountId;
use contract::policy::Policy;
use jiff::Timestamp;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use totp_rs::{Builder, Totp};

/// Bytes of a secret: 160 bits, as long as the hash (RFC 4226, 4, R6).
pub const SECRET_BYTES: usize = 20;

/// Under which name authenticator apps list the account.
const ISSUER: &str = "Landed";

/// Steps before and after the present one whose codes hold (RFC 6238, 5.2).
const SKEW: u16 = 1;

/// Edge of the picture code, in pixels at least. It is a vector graphic: any size will do.
const QR_PIXELS: u32 = 240;

/// A secret from random bytes.
pub type Secret = [u8; SECRET_BYTES];

/// Why no code can be made or checked: never so for secrets and usernames of the portal's making.
#[derive(Debug, thiserror::Error)]
#[error("a second factor cannot be made: {0}")]
pub struct NoFactor(String);

fn totp(secret: &[u8], username: &str, policy: &Policy) -> Result<Totp, NoFactor> {
    Builder::new()
        .with_digits(6)
        .with_skew(SKEW)
        .with_step_duration(u64::from(policy.totp_step_seconds))
        .with_secret(secret.to_vec())
        .with_issuer(Some(ISSUER))
        .with_account_name(username)
        .build()
        .map_err(|error| NoFactor(error.to_string()))
}

/// What an authenticator app needs to know of a secret.
///
/// # Errors
/// Where the username is not one that fits into its address, or the picture cannot be drawn.
pub fn shown(
    secret: &Secret,
    username: &str,
    policy: &Policy,
) -> Result<SecondFactorSecret, NoFactor> {
    let totp = totp(secret, username, policy)?;
    let uri = totp.to_url().map_err(|error| NoFactor(error.to_string()))?;
    let code = QrCode::with_error_correction_level(&uri, EcLevel::M)
        .map_err(|error| NoFactor(error.to_string()))?;
    // With its quiet zone, without which readers do not find it on a dark page.
    let picture = code
        .render::<svg::Color<'_>>()
        .min_dimensions(QR_PIXELS, QR_PIXELS)
        .quiet_zone(true)
        .build();
    // It is set into a page, where a declaration of XML has no place.
    let qr_svg = picture.find("<svg").map_or(picture.as_str(), |start| &picture[start..]);
    let base32 = totp.secret().to_base32();
    let groups: Vec<&str> =
        base32.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    Ok(SecondFactorSecret { secret: groups.join(" "), qr_svg: qr_svg.to_owned(), uri })
}

/// The step whose code this is, of those that hold now. The code of a step that was accepted, or of
/// one before it, holds no more (RFC 6238, 5.2: a code is accepted once).
#[must_use]
pub fn accepted(
    secret: &[u8],
    code: &str,
    last_step: Option<i64>,
    now: Timestamp,
    policy: &Policy,
) -> Option<i64> {
    let totp = totp(secret, "", policy).ok()?;
    let now = u64::try_from(now.as_second()).ok()?;
    let step = i64::try_from(totp.check(code, now)?).ok()?;
    (last_step < Some(step)).then_some(step)
}

/// A recovery code, `XXXX-XXXX`: 39 bits. Kept as a password is ([`recovery_salt`]), since whoever has
/// a mere hash of it could try them all.
#[must_use]
pub fn recovery_code(random: [u8; 16]) -> String {
    secret::reset_code(random)
}

/// The salt of an account's recovery codes: its id, in which 74 bits are random. One for all of them,
/// so that a code that is typed is hashed once.
#[must_use]
pub fn recovery_salt(account: AccountId) -> [u8; 16] {
    account.0.into_bytes()
}

/// Whether a code in its normal form is a recovery code, and none of an authenticator app.
#[must_use]
pub fn is_recovery_code(code: &str) -> bool {
    code.contains('-')
}

/// Whether these are two officers, each by name: one does not become two by another spelling.
#[must_use]
pub fn are_two(officer: &str, other: &str) -> bool {
    let named = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (officer, other) = (named(officer), named(other));
    officer != other && !officer.is_empty() && !other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const OF_RFC: &Secret = b"12345678901234567890";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn holds(code: &str, last_step: Option<i64>, second: i64) -> Option<i64> {
        accepted(OF_RFC, code, last_step, at(second), &Policy::PROGRAMME)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // Its table has eight digits, of which the last six are ours.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(holds(code, None, second), Some(second / 30), "{second}");
        }
    }

    #[test]
    fn a_code_holds_for_one_step_around_and_once() {
        // The code of step 1, from second 30 to second 59.
        assert_eq!(holds("287082", None, 0), Some(1), "a clock that is ahead");
        assert_eq!(holds("287082", None, 89), Some(1), "a slow hand");
        assert_eq!(holds("287082", None, 90), None);
        assert_eq!(holds("287082", Some(0), 59), Some(1));
        assert_eq!(holds("287082", Some(1), 59), None, "once");
        assert_eq!(holds("287082", Some(2), 59), None, "nor after a later one");
        for wrong in ["287083", "", "28708", "2870820", "+87082", "２８７０８２"] {
            assert_eq!(holds(wrong, None, 59), None, "{wrong}");
        }
    }

    #[test]
    fn an_app_can_take_the_secret_in_three_ways() {
        let shown = shown(OF_RFC, "K7MP-2XQD", &Policy::PROGRAMME).expect("a secret");
        assert_eq!(shown.secret, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            shown.uri,
            "otpauth://totp/Landed:K7MP-2XQD?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Landed"
        );
        assert!(shown.qr_svg.starts_with("<svg "), "{}", &shown.qr_svg[..60]);
        assert!(shown.qr_svg.ends_with("</svg>") && !shown.qr_svg.contains("<script"));
    }

    #[test]
    fn it_takes_two_officers() {
        assert!(are_two("A. Roy", "B. Chan"));
        for (officer, other) in [("A. Roy", "a.  ROY "), ("A. Roy", " "), ("", "B. Chan")] {
            assert!(!are_two(officer, other), "{officer} {other}");
        }
    }

    #[test]
    fn recovery_codes_are_told_from_those_of_an_app() {
        let code = recovery_code([7; 16]);
        assert!(is_recovery_code(&code) && !is_recovery_code("287082"));
        assert_eq!((code.len(), code.chars().filter(|letter| *letter == '-').count()), (9, 1));
        assert_eq!(contract::invitation::normalise_code(&code.to_lowercase()), code);
    }
}
