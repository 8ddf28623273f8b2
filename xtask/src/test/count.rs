//! How many tests passed and failed, out of what `cargo test` prints.

use std::fmt;

/// Tests by their result. Ignored ones count nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Count {
    /// Takes in one line; anything but a closing line of one test program is passed over.
    pub(super) fn read(&mut self, line: &str) {
        let Some((_, numbers)) =
            line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for part in numbers.split("; ") {
            match part.split_once(' ').map(|(number, what)| (number.parse::<u64>(), what)) {
                Some((Ok(number), "passed")) => self.passed += number,
                Some((Ok(number), "failed")) => self.failed += number,
                _ => {}
            }
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    pub(super) const fn ran(self) -> u64 {
        self.passed + self.failed
    }

    /// The same with at least one failure.
    pub(super) fn with_a_failure(self) -> Self {
        Self { failed: self.failed.max(1), ..self }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_closing_lines_count() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test address::tests::the_label ... ok",
            "test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 1.20s",
            "99 passed, 0 failed",
        ] {
            count.read(line);
        }
        assert_eq!(count, Count { passed: 12, failed: 2 });
        assert_eq!(count.to_string(), "12 passed, 2 failed");
        assert_eq!(Count::default().with_a_failure().to_string(), "0 passed, 1 failed");
    }
}
