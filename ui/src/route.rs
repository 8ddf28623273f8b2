//! The pages and their paths. A path is also what is kept to come back to after a restart, so old
//! paths must go on parsing.

use contract::id::PersonId;

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
    /// One person: steps, timeline, card.
    Person(PersonId),
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
    /// Checking it before it is sent.
    PhotoCheck(PersonId),
    /// The photo was sent.
    PhotoDone(PersonId),
}

impl Route {
    /// The page of a path, if there is one.
    pub(crate) fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            [] | ["index.html"] => Self::Home,
            ["first-sign-in"] => Self::FirstSignIn,
            ["own-password"] => Self::OwnPassword,
            ["sign-in"] => Self::SignIn,
            ["help"] => Self::Help,
            ["declaration"] => Self::Declaration,
            ["declaration", "done"] => Self::DeclarationDone,
            ["address"] => Self::Address,
            ["address", "check"] => Self::AddressCheck,
            ["address", "done"] => Self::AddressDone,
            ["people", person] => Self::Person(person.parse().ok()?),
            ["people", person, "photo"] => Self::Photo(person.parse().ok()?),
            ["people", person, "photo", "check"] => Self::PhotoCheck(person.parse().ok()?),
            ["people", person, "photo", "done"] => Self::PhotoDone(person.parse().ok()?),
            _ => return None,
        })
    }

    /// Its path.
    pub(crate) fn path(self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::FirstSignIn => "/first-sign-in".into(),
            Self::OwnPassword => "/own-password".into(),
            Self::SignIn => "/sign-in".into(),
            Self::Help => "/help".into(),
            Self::Declaration => "/declaration".into(),
            Self::DeclarationDone => "/declaration/done".into(),
            Self::Address => "/address".into(),
            Self::AddressCheck => "/address/check".into(),
            Self::AddressDone => "/address/done".into(),
            Self::Person(person) => format!("/people/{person}"),
            Self::Photo(person) => format!("/people/{person}/photo"),
            Self::PhotoCheck(person) => format!("/people/{person}/photo/check"),
            Self::PhotoDone(person) => format!("/people/{person}/photo/done"),
        }
    }

    /// Whether it shows anything of a household.
    pub(crate) const fn needs_session(self) -> bool {
        !matches!(
            self,
            Self::Home | Self::FirstSignIn | Self::OwnPassword | Self::SignIn | Self::Help
        )
    }

    /// Whether it is one of the ways in, which are of no use to someone who is signed in.
    pub(crate) const fn is_way_in(self) -> bool {
        matches!(self, Self::FirstSignIn | Self::OwnPassword | Self::SignIn)
    }

    /// Where a restart should come back to. A confirmation is not shown twice, and the own password
    /// can only be stored while the first sign-in is open.
    pub(crate) const fn to_come_back_to(self) -> Self {
        match self {
            Self::DeclarationDone | Self::AddressDone | Self::PhotoDone(_) => Self::Home,
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
            Route::Declaration,
            Route::DeclarationDone,
            Route::Address,
            Route::AddressCheck,
            Route::AddressDone,
            Route::Person(p),
            Route::Photo(p),
            Route::PhotoCheck(p),
            Route::PhotoDone(p),
        ] {
            assert_eq!(Route::parse(&route.path()), Some(route));
            assert_eq!(Route::parse(&format!("{}/", route.path())), Some(route));
        }
        assert_eq!(Route::parse("/people/nobody"), None);
        assert_eq!(Route::parse("/elsewhere"), None);
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
