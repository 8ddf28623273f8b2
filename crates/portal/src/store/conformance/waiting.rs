//! Failed sign-ins: who waits for whose.

use super::scene::{Scene, at};

impl Scene {
    async fn try_at(&self, account: &str, peer: &str, second: i64) -> Option<u64> {
        self.store.begin_attempt(account, peer, at(second)).await.expect("asked")
    }

    async fn succeed_at(&self, account: &str, peer: &str, second: i64) {
        assert_eq!(self.try_at(account, peer, second).await, None, "{account} from {peer}");
        self.store.attempt_succeeded(account, peer, at(second)).await.expect("noted");
    }
}

pub(super) async fn failures_make_their_address_wait(scene: Scene) {
    for _ in 0..5 {
        assert_eq!(scene.try_at("a", "p", 0).await, None);
    }
    assert_eq!(scene.try_at("a", "p", 0).await, Some(30));
    assert_eq!(scene.try_at("a", "p", 29).await, Some(1), "asking again prolongs nothing");
    assert_eq!(scene.try_at("b", "p", 29).await, Some(1), "at every account");
    assert_eq!(scene.try_at("a", "q", 29).await, None, "nobody else");
    assert_eq!(scene.try_at("a", "p", 30).await, None);
    assert_eq!(scene.try_at("a", "p", 30).await, Some(60));
    scene.succeed_at("a", "p", 90).await;
    assert_eq!(scene.try_at("a", "p", 90).await, None, "a success forgets");

    // Only what failed at the same account: an own account buys no guesses at others.
    for account in ["c", "d", "e", "f"] {
        assert_eq!(scene.try_at(account, "r", 0).await, None);
    }
    scene.succeed_at("own", "r", 0).await;
    assert_eq!(scene.try_at("g", "r", 0).await, None);
    assert_eq!(scene.try_at("h", "r", 0).await, Some(30));

    // Half of five failures do not make anybody wait.
    assert_eq!(scene.try_at("g", "r", 930).await, None);
    assert_eq!(scene.try_at("g", "r", 930).await, None);
    assert_eq!(scene.try_at("g", "r", 930).await, None);
    assert_eq!(scene.try_at("g", "r", 930).await, Some(30), "the other half count");
}

pub(super) async fn a_stranger_locks_nobody_out(scene: Scene) {
    let (mut second, mut tries) = (0, 0);
    while second < 86_400 {
        match scene.try_at("a", "stranger", second).await {
            Some(wait) => second += i64::try_from(wait).expect("a short wait"),
            None => {
                tries += 1;
                // From somewhere new each time, so that nothing but the account can be known.
                scene.succeed_at("a", &format!("somewhere {tries}"), second).await;
            }
        }
    }
    assert!(
        (90..120).contains(&tries),
        "slowed, and nothing is forgotten meanwhile: {tries} tries in a day"
    );
}

pub(super) async fn many_strangers_are_slowed(scene: Scene) {
    scene.succeed_at("a", "home", 0).await;
    for stranger in 0..10 {
        for _ in 0..5 {
            assert_eq!(scene.try_at("a", &format!("stranger {stranger}"), 0).await, None);
        }
    }
    assert_eq!(scene.try_at("a", "another stranger", 0).await, Some(30));
    assert_eq!(scene.try_at("b", "another stranger", 0).await, None, "at this account only");
    scene.succeed_at("a", "home", 0).await;
    assert_eq!(scene.try_at("a", "another stranger", 30).await, None);
    assert_eq!(scene.try_at("a", "one more", 30).await, Some(30), "one at a time");
    assert_eq!(scene.try_at("a", "one more", 930).await, None);
    assert_eq!(scene.try_at("a", "the next", 930).await, None, "failures fade");

    // An address is known for its days.
    let later = 31 * 86_400;
    for stranger in 0..10 {
        for _ in 0..5 {
            assert_eq!(scene.try_at("a", &format!("stranger {stranger}"), later).await, None);
        }
    }
    assert_eq!(scene.try_at("a", "home", later).await, Some(30));
}
