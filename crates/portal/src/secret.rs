//! What the portal makes up: tokens, usernames, temporary passwords, references, ids. Pure but for
//! [`random`], the one edge where randomness comes in.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::identity::READABLE_ALPHABET;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Letters and digits of temporary passwords: none that is read as another one.
const TEMPORARY_ALPHABET: &[u8; 53] = b"23456789ABCDEFGHJKMNPQRSTVWXYZabcdefghijkmnpqrstvwxyz";

/// SHA-256 of something.
pub type Sha = [u8; 32];

/// Random bytes from the system.
///
/// # Errors
/// Where the system has none, which ends whatever asked.
pub fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A random id for an object or a mail, version 7 of the given time.
///
/// # Errors
/// Where the system has no randomness.
pub fn new_id(unix_ms: i64) -> Result<Uuid, getrandom::Error> {
    let random = random()?;
    let unix_ms = u64::try_from(unix_ms).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
}

/// SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Sha {
    Sha256::digest(bytes).into()
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A bearer token from 32 random bytes. The portal keeps [`token_hash`] of it only.
#[must_use]
pub fn token(random: [u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(random)
}

/// What is kept of a bearer token.
#[must_use]
pub fn token_hash(token: &str) -> Sha {
    sha256(token.as_bytes())
}

/// A username, `XXXX-XXXX`.
#[must_use]
pub fn username(random: [u8; 16]) -> String {
    grouped(&random, 8, READABLE_ALPHABET)
}

/// A reference that a person can read out, `XXXX-XXXX-XXXX`.
#[must_use]
pub fn reference(random: [u8; 24]) -> String {
    grouped(&random, 12, READABLE_ALPHABET)
}

/// A temporary password, `xxxx-xxxx-xxxx`: 68 bits.
#[must_use]
pub fn temporary_password(random: [u8; 24]) -> String {
    grouped(&random, 12, TEMPORARY_ALPHABET)
}

/// An invitation code, `XXXX-XXXX-XXXX`: 58 bits.
#[must_use]
pub fn invitation_code(random: [u8; 24]) -> String {
    grouped(&random, 12, READABLE_ALPHABET)
}

/// A reset code, `XXXX-XXXX`: 39 bits.
#[must_use]
pub fn reset_code(random: [u8; 16]) -> String {
    grouped(&random, 8, READABLE_ALPHABET)
}

/// The code that confirms an address: six digits.
#[must_use]
pub fn confirmation_code(random: [u8; 8]) -> String {
    format!("{:06}", u64::from_be_bytes(random) % 1_000_000)
}

/// What is kept of a code that is mailed to somebody: `whose` keeps equal codes of two apart. The
/// short ones are guessed from it in no time, so what protects them is their end and the count of
/// tries.
#[must_use]
pub fn code_hash(whose: &str, code: &str) -> Sha {
    sha256(format!("{whose}\0{code}").as_bytes())
}

/// `count` letters in groups of four. Two random bytes a letter keep the bias under 0.1 %.
fn grouped(random: &[u8], count: usize, alphabet: &[u8]) -> String {
    let mut text = String::new();
    for (place, pair) in random.as_chunks::<2>().0.iter().take(count).enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        let letter = usize::from(u16::from_be_bytes(*pair)) % alphabet.len();
        text.push(char::from(alphabet[letter]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_up_has_the_documented_shape() {
        let username = username([7; 16]);
        assert_eq!(contract::identity::check_username(&username), None, "{username}");
        let reference = reference([200; 24]);
        assert_eq!(reference.len(), 14);
        let code = invitation_code([200; 24]);
        let problem = |code: &str, chars| contract::invitation::check_code("code", code, chars);
        assert_eq!(problem(&code, contract::invitation::INVITATION_CODE_CHARS), None, "{code}");
        assert_eq!(problem(&reset_code([7; 16]), contract::recovery::RESET_CODE_CHARS), None);
        assert_eq!(confirmation_code([0; 8]), "000000");
        assert_ne!(code_hash("a", "000000"), code_hash("b", "000000"));
        let token = token([9; 32]);
        assert_eq!(token.len(), 43);
        assert_ne!(token_hash(&token), sha256(&[9; 32]));
    }

    proptest::proptest! {
        #[test]
        fn temporary_passwords_have_twelve_unmistakable_characters(random: [u8; 24]) {
            let made = temporary_password(random);
            proptest::prop_assert_eq!(made.len(), 14);
            for letter in made.chars() {
                proptest::prop_assert!(!"0O1IlLoU?u".contains(letter), "{}", made);
            }
        }
    }
}
