//! Hashing passwords with Argon2id and judging their strength, off the async threads: so many at a
//! time as there are cores, so many more waiting, and whoever comes then is turned away at once. A
//! flood of sign-ins can so take neither all memory nor the time of everyone else.

use crate::secret::{self, Sha};
use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use contract::password::Strength;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Hashings at a time, at least: each holds [`Cost::memory_kib`].
const AT_LEAST: usize = 2;

/// What one hashing costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
    pub const PRODUCTION: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// Worth nothing against an attacker: for tests only.
    pub const TESTS: Self = Self { memory_kib: 32, passes: 1, lanes: 1 };
}

/// A password was not hashed, for a reason that has nothing to do with it.
#[derive(Debug, thiserror::Error)]
pub enum HashingFailed {
    /// As many wait already as may.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// It went wrong.
    #[error("hashing a password failed: {0}")]
    Failed(String),
}

impl HashingFailed {
    fn because(reason: impl std::fmt::Display) -> Self {
        Self::Failed(reason.to_string())
    }
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    cost: Cost,
    /// Room for those that are hashed and those that wait.
    room: Arc<Semaphore>,
    permits: Arc<Semaphore>,
    memories: Memories,
    /// The hash of something nobody knows: checked where there is no account, so that the work is
    /// the same.
    nobody: Arc<str>,
}

/// A place among those that are hashed or wait for it. Taken before anything is read or counted, so
/// that who is turned away has cost nothing and is counted nowhere.
pub struct Turn {
    passwords: Passwords,
    _place: OwnedSemaphorePermit,
}

impl Passwords {
    /// Prepares hashing at a cost, with `queue` passwords waiting at most.
    ///
    /// # Errors
    /// Where the cost is not one that Argon2 knows, or the system has no randomness.
    pub fn new(cost: Cost, queue: usize) -> Result<Self, HashingFailed> {
        let cores = available_parallelism().map_or(AT_LEAST, |cores| cores.get().max(AT_LEAST));
        let unknown: [u8; 32] = secret::random().map_err(HashingFailed::because)?;
        let places = cores.saturating_add(queue).min(Semaphore::MAX_PERMITS);
        let memories = Memories::default();
        Ok(Self {
            cost,
            room: Arc::new(Semaphore::new(places)),
            permits: Arc::new(Semaphore::new(cores)),
            nobody: hash(&secret::token(unknown), cost, &memories)?.into(),
            memories,
        })
    }

    /// A place, if one is free at this moment.
    ///
    /// # Errors
    /// [`HashingFailed::Busy`] where none is.
    pub fn turn(&self) -> Result<Turn, HashingFailed> {
        let place = self.room.clone().try_acquire_owned().map_err(|_| HashingFailed::Busy)?;
        Ok(Turn { passwords: self.clone(), _place: place })
    }

    /// The PHC string of a password with a new salt.
    ///
    /// # Errors
    /// Where no place is free, or hashing itself fails.
    pub async fn hash(&self, password: String) -> Result<String, HashingFailed> {
        self.turn()?.hash(password).await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let permit = self.permits.clone().acquire_owned().await;
        let permit = permit.map_err(HashingFailed::because)?;
        // Work that nobody waits for any more goes on to its end, and holds its permit until then.
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        })
        .await
        .map_err(HashingFailed::because)
    }
}

impl Turn {
    /// The PHC string of a password with a new salt.
    ///
    /// # Errors
    /// Where hashing itself fails.
    pub async fn hash(&self, password: String) -> Result<String, HashingFailed> {
        let (cost, memories) = (self.passwords.cost, self.passwords.memories.clone());
        self.passwords.run(move || hash(&password, cost, &memories)).await?
    }

    /// Whether a password fits a PHC string. Without one the same work is done, and nothing fits.
    ///
    /// # Errors
    /// Where hashing itself fails.
    pub async fn fits(
        &self,
        password: String,
        kept: Option<String>,
    ) -> Result<bool, HashingFailed> {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| self.passwords.nobody.to_string());
        let memories = self.passwords.memories.clone();
        let fits = self.passwords.run(move || fits(&password, &kept, &memories)).await??;
        Ok(known && fits)
    }

    /// What is kept of a code that is short enough to be guessed from a mere hash, at the price of a
    /// password; `salt` keeps equal ones of two accounts apart, and is random in most of its bits.
    ///
    /// # Errors
    /// Where hashing itself fails.
    pub async fn hash_code(&self, code: String, salt: [u8; 16]) -> Result<Sha, HashingFailed> {
        let (cost, memories) = (self.passwords.cost, self.passwords.memories.clone());
        self.passwords.run(move || hash_code(&code, &salt, cost, &memories)).await?
    }

    /// How hard a password is to guess for somebody who knows these words.
    ///
    /// # Errors
    /// Where judging breaks off.
    pub async fn judge(
        &self,
        password: String,
        words: Vec<String>,
    ) -> Result<Strength, HashingFailed> {
        let judge = move || {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            strength::judge(&password, &words)
        };
        self.passwords.run(judge).await
    }
}

fn argon2(cost: Cost) -> Result<Argon2<'static>, HashingFailed> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)
        .map_err(HashingFailed::because)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The memory of hashings that are over, for the next ones, in place of so much asked of the system
/// anew each time. There is as much as hashings at a time need.
#[derive(Clone, Default)]
struct Memories(Arc<Mutex<Vec<Vec<Block>>>>);

impl Memories {
    /// Fills `out` with the hash.
    fn hash(
        &self,
        argon2: &Argon2<'_>,
        password: &str,
        salt: &[u8],
        out: &mut [u8],
    ) -> Result<(), HashingFailed> {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = free().pop().unwrap_or_default();
        memory.resize(argon2.params().block_count(), Block::default());
        let done =
            argon2.hash_password_into_with_memory(password.as_bytes(), salt, out, &mut memory[..]);
        free().push(memory);
        done.map_err(HashingFailed::because)
    }
}

fn hash_code(
    code: &str,
    salt: &[u8; 16],
    cost: Cost,
    memories: &Memories,
) -> Result<Sha, HashingFailed> {
    let mut hash = Sha::default();
    memories.hash(&argon2(cost)?, code, salt, &mut hash)?;
    Ok(hash)
}

fn hash(password: &str, cost: Cost, memories: &Memories) -> Result<String, HashingFailed> {
    let argon2 = argon2(cost)?;
    let salt: [u8; 16] = secret::random().map_err(HashingFailed::because)?;
    let mut hash = [0; Params::DEFAULT_OUTPUT_LEN];
    memories.hash(&argon2, password, &salt, &mut hash)?;
    let kept = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: argon2.params().try_into().map_err(HashingFailed::because)?,
        salt: Some(Salt::new(&salt).map_err(HashingFailed::because)?),
        hash: Some(Output::new(&hash).map_err(HashingFailed::because)?),
    };
    Ok(kept.to_string())
}

/// Cost and salt are read from the kept string.
fn fits(password: &str, kept: &str, memories: &Memories) -> Result<bool, HashingFailed> {
    let kept = PasswordHash::new(kept).map_err(HashingFailed::because)?;
    let params = Params::try_from(&kept).map_err(HashingFailed::because)?;
    let (Some(salt), Some(wanted)) = (&kept.salt, &kept.hash) else {
        return Err(HashingFailed::Failed("no hash is kept".into()));
    };
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut hash = vec![0; wanted.as_ref().len()];
    memories.hash(&argon2, password, salt, &mut hash)?;
    // Compared in a time that says nothing of where they differ.
    Ok(Output::new(&hash).map_err(HashingFailed::because)? == *wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_same_password_fits_and_nobody_fits_nothing() {
        let passwords = Passwords::new(Cost::TESTS, 1).expect("a cost for tests");
        let kept = passwords.hash("quinze lettres!".into()).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=32,t=1,p=1$"), "{kept}");
        let turn = passwords.turn().expect("a place");
        let fits = async |typed: &str, kept: Option<&str>| {
            turn.fits(typed.into(), kept.map(str::to_owned)).await.expect("a check")
        };
        assert!(fits("quinze lettres!", Some(&kept)).await);
        assert!(!fits("quinze lettres", Some(&kept)).await);
        assert!(!fits("quinze lettres!", None).await);
    }

    #[tokio::test]
    async fn equal_codes_of_two_accounts_are_kept_as_two() {
        let passwords = Passwords::new(Cost::TESTS, 1).expect("a cost for tests");
        let turn = passwords.turn().expect("a place");
        let hash = async |code: &str, account: u8| {
            turn.hash_code(code.into(), [account; 16]).await.expect("a hash")
        };
        assert_eq!(hash("K7MP-2XQD", 1).await, hash("K7MP-2XQD", 1).await);
        assert_ne!(hash("K7MP-2XQD", 1).await, hash("K7MP-2XQD", 2).await);
        assert_ne!(hash("K7MP-2XQD", 1).await, hash("K7MP-2XQE", 1).await);
    }

    #[tokio::test]
    async fn who_finds_no_place_is_turned_away_at_once() {
        let passwords = Passwords::new(Cost::TESTS, 3).expect("a cost for tests");
        let mut turns = Vec::new();
        while let Ok(turn) = passwords.turn() {
            turns.push(turn);
            assert!(turns.len() < 10_000, "there is an end");
        }
        let cores = available_parallelism().expect("a number").get().max(AT_LEAST);
        assert_eq!(turns.len(), cores + 3);
        let refused = passwords.hash("quinze lettres!".into()).await;
        assert!(matches!(refused, Err(HashingFailed::Busy)), "{refused:?}");
        // Whoever has a place comes to it, and makes room.
        turns.pop().expect("a turn").hash("quinze lettres!".into()).await.expect("a hash");
        passwords.hash("quinze lettres!".into()).await.expect("a place again");
    }

    #[test]
    fn production_is_at_least_what_owasp_asks_for() {
        let cost = Cost::PRODUCTION;
        assert!(cost.memory_kib >= 19 * 1024 && cost.passes >= 2 && cost.lanes >= 1);
    }
}
