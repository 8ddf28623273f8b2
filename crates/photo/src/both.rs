//! Two pieces of work at once, where there are threads. Each is a function of what it was given and
//! of nothing else, so which is done first, and whether they are done in turn, never shows in what
//! comes of them.

/// What both give. `one` is done on another thread, and in turn where there is none to be had; a
/// panic of either goes on here.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn both<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|threads| {
        let beside = std::thread::Builder::new().spawn_scoped(threads, &one);
        let other = other();
        let one = match beside {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => one(),
        };
        (one, other)
    })
}

/// What both give, in turn.
#[cfg(target_family = "wasm")]
pub(crate) fn both<A, B>(one: impl Fn() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

#[cfg(test)]
mod tests {
    use super::both;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::Barrier;

    #[test]
    fn each_gives_its_own() {
        let words = String::from("one");
        assert_eq!(both(|| words.len(), || &words), (3, &words));
    }

    #[test]
    fn they_may_wait_for_each_other() {
        let meeting = Barrier::new(2);
        let (one, other) = both(|| meeting.wait().is_leader(), || meeting.wait().is_leader());
        assert_ne!(one, other);
    }

    #[test]
    fn a_panic_of_either_is_not_lost() {
        let told =
            |done: std::thread::Result<((), ())>| *done.unwrap_err().downcast::<&str>().unwrap();
        let one = catch_unwind(AssertUnwindSafe(|| both(|| panic!("one"), || ())));
        let other = catch_unwind(AssertUnwindSafe(|| both(|| (), || panic!("other"))));
        assert_eq!((told(one), told(other)), ("one", "other"));
    }
}
