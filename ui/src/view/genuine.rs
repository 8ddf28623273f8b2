//! Is this email genuine? What four answers about it come to. Four times yes means that it fits
//! what the portal sends, never that it is proven.

/// The marks of a genuine email, as the messages that ask for them are named.
pub(crate) const MARKS: [&str; 4] = ["sender", "languages", "subject", "link"];

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// The mark is there.
    Yes,
    /// It is not.
    No,
    /// It cannot be seen.
    CannotTell,
}

impl Seen {
    /// Every answer, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Yes, Self::No, Self::CannotTell];
}

/// What the answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// So many are still to be answered.
    Unfinished(usize),
    /// At least one mark is not there.
    NotOurs,
    /// No mark is missing, but not all can be seen.
    Unsure,
    /// All four are there.
    Fits,
}

/// What the answers come to. One no decides, whatever the others are.
pub(crate) fn outcome(answers: &[Option<Seen>; MARKS.len()]) -> Outcome {
    if answers.contains(&Some(Seen::No)) {
        return Outcome::NotOurs;
    }
    let open = answers.iter().filter(|answer| answer.is_none()).count();
    if open > 0 {
        Outcome::Unfinished(open)
    } else if answers.contains(&Some(Seen::CannotTell)) {
        Outcome::Unsure
    } else {
        Outcome::Fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Seen::{CannotTell, No, Yes};

    #[test]
    fn one_no_decides_and_only_four_times_yes_fits() {
        let yes = Some(Yes);
        assert_eq!(outcome(&[None; 4]), Outcome::Unfinished(4));
        assert_eq!(outcome(&[yes, yes, None, yes]), Outcome::Unfinished(1));
        assert_eq!(outcome(&[None, Some(No), None, None]), Outcome::NotOurs);
        assert_eq!(outcome(&[Some(CannotTell), yes, yes, Some(No)]), Outcome::NotOurs);
        assert_eq!(outcome(&[Some(CannotTell), yes, yes, yes]), Outcome::Unsure);
        assert_eq!(outcome(&[yes; 4]), Outcome::Fits);
    }
}
