//! What must hold for any email (`fuzz/src/lib.rs`), held for the committed corpus and for the crafted
//! messages with pieces cut out and changed, with the ordinary compiler.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[expect(unreachable_pub, reason = "the fuzz targets call it too")]
#[path = "../fuzz/src/lib.rs"]
mod fuzzed;
#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use make::Letter;
use proptest::prelude::*;
use std::fs;
use std::path::Path;

fn corpus(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut tried = 0;
    for entry in fs::read_dir(folder).expect("the corpus") {
        check(&fs::read(entry.expect("an entry").path()).expect("a readable file"));
        tried += 1;
    }
    assert!(tried > 4, "{tried} files of {target}");
}

#[test]
fn the_corpus_holds() {
    corpus("message", fuzzed::message);
    corpus("text", fuzzed::text);
}

/// Messages of several forms to be damaged.
fn whole() -> Vec<Vec<u8>> {
    let page = make::page(&make::official());
    let either = Letter::parts(
        "multipart/alternative",
        &[
            make::part("Content-Type: text/plain", make::ENGLISH.as_bytes()),
            make::part("Content-Type: text/html", page.as_bytes()),
            make::part("Content-Type: message/rfc822", &make::ours()),
        ],
    );
    vec![make::ours(), Letter::page(page).bytes(), either.bytes()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn damaged_messages_are_told_as_well(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = whole().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        fuzzed::message(&bytes);
        fuzzed::text(&bytes);
    }
}
