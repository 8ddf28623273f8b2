//! What help is about, and its part of the path.

/// What help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// No email came.
    NoEmail,
    /// Is this email genuine?
    GenuineEmail,
    /// An invitation that is not answered yet.
    Invitation,
    /// A temporary password that ran out, or something forgotten.
    Password,
    /// How to take the photo.
    Photo,
    /// Using this with a disability.
    Accessibility,
    /// What this portal does not do.
    NotHere,
}

impl Topic {
    /// Every topic, in the order of the help page.
    pub(crate) const ALL: [Self; 7] = [
        Self::NoEmail,
        Self::GenuineEmail,
        Self::Invitation,
        Self::Password,
        Self::Photo,
        Self::Accessibility,
        Self::NotHere,
    ];

    /// Its part of the path.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::NoEmail => "no-email",
            Self::GenuineEmail => "genuine-email",
            Self::Invitation => "invitation",
            Self::Password => "password",
            Self::Photo => "photo",
            Self::Accessibility => "accessibility",
            Self::NotHere => "not-here",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }
}
