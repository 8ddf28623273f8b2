//! How the time that is left is said: in minutes, then in steps of ten seconds, so that it is not
//! said anew every second.

/// A minute, in seconds.
const MINUTE: u32 = 60;
/// The step of the last minute, in seconds.
const STEP: u32 = 10;

/// The seconds that are said to be left: never fewer than there are by a whole step, never none.
pub(crate) fn said(seconds_left: u32) -> u32 {
    let step = if seconds_left > MINUTE { MINUTE } else { STEP };
    seconds_left.max(1).next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_come_first_then_steps_of_ten_seconds() {
        let words: Vec<u32> = [120, 119, 61, 60, 51, 50, 9, 1, 0].map(said).to_vec();
        assert_eq!(words, [120, 120, 120, 60, 60, 50, 10, 10, 10]);
    }
}
