//! The pages and their paths. A path is also what is kept to come back to after a restart, so old
//! paths must go on parsing.

use contract::id::PersonId;

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

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }
}

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The household board, or the two ways in for those who are not signed in.
    Home,
    /// First sign-in with a temporary password.
    FirstSignIn,
    /// Storing an own password.
    OwnPassword,
    /// Sign-in with an own password.
    SignIn,
    /// Help and contact.
    Help,
    /// Help on one topic.
    HelpOn(Topic),
    /// Language, theme, size of letters, sign-out, data on this device.
    Settings,
    /// One person: steps, what was given, and the latest.
    Person(PersonId),
    /// Everything that happened to a person.
    Timeline(PersonId),
    /// A person's card.
    Card(PersonId),
    /// Declaring presence.
    Declaration,
    /// Presence was declared.
    DeclarationDone,
    /// Giving an address.
    Address,
    /// Checking it before it is sent.
    AddressCheck,
    /// The address was given.
    AddressDone,
    /// Choosing a person's photo.
    Photo(PersonId),
    /// How to take a person's photo.
    PhotoGuide(PersonId),
    /// Choosing the part of the picture that becomes the photo.
    PhotoFrame(PersonId),
    /// Checking it before it is sent.
    PhotoCheck(PersonId),
    /// The photo was sent.
    PhotoDone(PersonId),
    /// No page has this path.
    NotFound,
}

impl Route {
    /// The page of a path; that there is none is a page as well.
    pub(crate) fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] | ["index.html"] => Self::Home,
            ["first-sign-in"] => Self::FirstSignIn,
            ["own-password"] => Self::OwnPassword,
            ["sign-in"] => Self::SignIn,
            ["help"] => Self::Help,
            ["help", topic] => Topic::parse(topic).map_or(Self::NotFound, Self::HelpOn),
            ["settings"] => Self::Settings,
            ["declaration"] => Self::Declaration,
            ["declaration", "done"] => Self::DeclarationDone,
            ["address"] => Self::Address,
            ["address", "check"] => Self::AddressCheck,
            ["address", "done"] => Self::AddressDone,
            ["people", person, rest @ ..] => {
                person.parse().map_or(Self::NotFound, |person| Self::of_person(person, rest))
            }
            _ => Self::NotFound,
        }
    }

    fn of_person(person: PersonId, rest: &[&str]) -> Self {
        match rest {
            [] => Self::Person(person),
            ["timeline"] => Self::Timeline(person),
            ["card"] => Self::Card(person),
            ["photo"] => Self::Photo(person),
            ["photo", "guide"] => Self::PhotoGuide(person),
            ["photo", "frame"] => Self::PhotoFrame(person),
            ["photo", "check"] => Self::PhotoCheck(person),
            ["photo", "done"] => Self::PhotoDone(person),
            _ => Self::NotFound,
        }
    }

    /// Its path.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::FirstSignIn => "/first-sign-in".into(),
            Self::OwnPassword => "/own-password".into(),
            Self::SignIn => "/sign-in".into(),
            Self::Help => "/help".into(),
            Self::HelpOn(topic) => format!("/help/{}", topic.name()),
            Self::Settings => "/settings".into(),
            Self::NotFound => "/not-found".into(),
            Self::Declaration => "/declaration".into(),
            Self::DeclarationDone => "/declaration/done".into(),
            Self::Address => "/address".into(),
            Self::AddressCheck => "/address/check".into(),
            Self::AddressDone => "/address/done".into(),
            Self::Person(person) => format!("/people/{person}"),
            Self::Timeline(person) => format!("/people/{person}/timeline"),
            Self::Card(person) => format!("/people/{person}/card"),
            Self::Photo(person) => format!("/people/{person}/photo"),
            Self::PhotoGuide(person) => format!("/people/{person}/photo/guide"),
            Self::PhotoFrame(person) => format!("/people/{person}/photo/frame"),
            Self::PhotoCheck(person) => format!("/people/{person}/photo/check"),
            Self::PhotoDone(person) => format!("/people/{person}/photo/done"),
        }
    }

    /// Whether it shows anything of a household.
    pub(crate) const fn needs_session(self) -> bool {
        !matches!(
            self,
            Self::Home
                | Self::FirstSignIn
                | Self::OwnPassword
                | Self::SignIn
                | Self::Help
                | Self::HelpOn(_)
                | Self::Settings
                | Self::NotFound
        )
    }

    /// Whether it shows more words than those that are fetched first.
    pub(crate) const fn needs_all_words(self) -> bool {
        self.needs_session() || matches!(self, Self::Help | Self::HelpOn(_) | Self::Settings)
    }

    /// Whether it shows what officers do, so that it is kept fresh while it is looked at.
    pub(crate) const fn follows_the_household(self) -> bool {
        matches!(self, Self::Home | Self::Person(_) | Self::Timeline(_) | Self::Card(_))
    }

    /// Whether it is one of the ways in, which are of no use to someone who is signed in.
    pub(crate) const fn is_way_in(self) -> bool {
        matches!(self, Self::FirstSignIn | Self::OwnPassword | Self::SignIn)
    }

    /// Where a restart should come back to. A confirmation is not shown twice, the own password can
    /// only be stored while the first sign-in is open, and nobody wants to come back to no page.
    pub(crate) const fn to_come_back_to(self) -> Self {
        match self {
            Self::DeclarationDone | Self::AddressDone | Self::PhotoDone(_) | Self::NotFound => {
                Self::Home
            }
            Self::OwnPassword => Self::FirstSignIn,
            other => other,
        }
    }

    /// The page to show when this one is asked for.
    pub(crate) const fn allowed(self, signed_in: bool) -> Self {
        if signed_in && self.is_way_in() {
            Self::Home
        } else if !signed_in && self.needs_session() {
            Self::SignIn
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> PersonId {
        PersonId::new(1_790_000_000_000, [7; 10])
    }

    #[test]
    fn every_path_leads_back_to_its_page() {
        let p = person();
        for route in [
            Route::Home,
            Route::FirstSignIn,
            Route::OwnPassword,
            Route::SignIn,
            Route::Help,
            Route::Settings,
            Route::NotFound,
            Route::Declaration,
            Route::DeclarationDone,
            Route::Address,
            Route::AddressCheck,
            Route::AddressDone,
            Route::Person(p),
            Route::Timeline(p),
            Route::Card(p),
            Route::Photo(p),
            Route::PhotoGuide(p),
            Route::PhotoFrame(p),
            Route::PhotoCheck(p),
            Route::PhotoDone(p),
        ]
        .into_iter()
        .chain(Topic::ALL.map(Route::HelpOn))
        {
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!(Route::parse(&format!("{}/", route.path())), route);
        }
    }

    #[test]
    fn a_path_without_a_page_says_so_instead_of_showing_another() {
        for path in ["/elsewhere", "/people", "/people/nobody", "/help/elsewhere", "/address/more"]
        {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
        let photo = Route::Photo(person()).path();
        assert_eq!(Route::parse(&format!("{photo}/elsewhere")), Route::NotFound);
        assert!(!Route::NotFound.needs_session(), "nobody has to sign in to learn that");
    }

    #[test]
    fn pages_of_a_household_ask_for_a_sign_in() {
        assert_eq!(Route::Address.allowed(false), Route::SignIn);
        assert_eq!(Route::Address.allowed(true), Route::Address);
        assert_eq!(Route::Help.allowed(false), Route::Help);
        assert_eq!(Route::SignIn.allowed(true), Route::Home);
    }

    #[test]
    fn a_restart_never_lands_on_a_page_that_cannot_go_on() {
        assert_eq!(Route::AddressDone.to_come_back_to(), Route::Home);
        assert_eq!(Route::OwnPassword.to_come_back_to(), Route::FirstSignIn);
        assert_eq!(Route::AddressCheck.to_come_back_to(), Route::AddressCheck);
    }
}
