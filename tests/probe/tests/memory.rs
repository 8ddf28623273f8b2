//! How much memory a picture may take at most, in a process of its own: what a phone takes, and the
//! heaviest that is accepted.

#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use probe::pictures::write_measured;
use std::path::Path;
use std::process::Command;

/// Megabytes at the peak.
fn peak(work: &str, file: &Path) -> u64 {
    let told =
        Command::new(env!("CARGO_BIN_EXE_probe")).args(["peak", work]).arg(file).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    String::from_utf8(told.stdout).unwrap().trim().parse::<u64>().unwrap() / 1024
}

#[test]
fn a_picture_of_a_phone_takes_at_most_90_mb_and_the_heaviest_accepted_one_600() {
    let folder = tempfile::tempdir().unwrap();
    write_measured(folder.path()).unwrap();
    let phone = folder.path().join("12mp.jpg");
    let weight = phone.metadata().unwrap().len();
    assert!((3_900_000..4_500_000).contains(&weight), "it weighs about 4 MB: {weight}");
    for work in ["inspect", "look", "strip", "frame:72,0,2880,4032", "examine"] {
        let peak = peak(work, &phone);
        assert!(peak <= 90, "{work} of 12 megapixels took {peak} MB");
    }
    let heaviest = folder.path().join("60mp-progressive.jpg");
    for work in ["look", "frame:0,0,6380,8932"] {
        let peak = peak(work, &heaviest);
        assert!((400..=600).contains(&peak), "{work} of 60 megapixels took {peak} MB");
    }
}
