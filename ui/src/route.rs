//! The pages and their paths. A path is also what is kept to come back to after a restart, so old
//! paths must go on parsing.

mod topic;

pub(crate) use topic::Topic;

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
    /// Opening the invitation with its code.
    Invitation,
    /// Having the invitation mailed once more.
    InvitationAgain,
    /// Answering the invitation.
    InvitationAnswer,
    /// Checking the answers before they are sent.
    InvitationCheck,
    /// Confirming each address with the code that was mailed to it.
    InvitationConfirm,
    /// Answered from outside Canada.
    InvitationOutside,
    /// Confirming an address on any device.
    ConfirmAddress,
    /// Asking for a reset code.
    ForgottenPassword,
    /// A new password with the reset code.
    ForgottenPasswordCode,
    /// Asking for the username.
    ForgottenUsername,
    /// Asking for a new temporary password.
    FirstSignInAgain,
    /// The second step of a sign-in.
    SecondFactor,
    /// The account: username, address, second factor, devices.
    Account,
    /// Changing the own password.
    AccountPassword,
    /// Changing the address that mail goes to.
    AccountEmail,
    /// Turning the second factor on or off.
    AccountSecondFactor,
    /// The devices that are signed in.
    AccountDevices,
    /// What an adviser may be shown.
    Summary,
    /// A person's messages.
    Messages(PersonId),
    /// Asking for an own account for a person.
    OwnAccount(PersonId),
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
            ["invitation"] => Self::Invitation,
            ["invitation", "again"] => Self::InvitationAgain,
            ["invitation", "answer"] => Self::InvitationAnswer,
            ["invitation", "check"] => Self::InvitationCheck,
            ["invitation", "confirm"] => Self::InvitationConfirm,
            ["invitation", "outside"] => Self::InvitationOutside,
            ["confirm"] => Self::ConfirmAddress,
            ["forgotten", "password"] => Self::ForgottenPassword,
            ["forgotten", "password", "code"] => Self::ForgottenPasswordCode,
            ["forgotten", "username"] => Self::ForgottenUsername,
            ["first-sign-in", "again"] => Self::FirstSignInAgain,
            ["sign-in", "second-factor"] => Self::SecondFactor,
            ["account"] => Self::Account,
            ["account", "password"] => Self::AccountPassword,
            ["account", "email"] => Self::AccountEmail,
            ["account", "second-factor"] => Self::AccountSecondFactor,
            ["account", "devices"] => Self::AccountDevices,
            ["summary"] => Self::Summary,
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
            ["messages"] => Self::Messages(person),
            ["own-account"] => Self::OwnAccount(person),
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
            Self::Invitation => "/invitation".into(),
            Self::InvitationAgain => "/invitation/again".into(),
            Self::InvitationAnswer => "/invitation/answer".into(),
            Self::InvitationCheck => "/invitation/check".into(),
            Self::InvitationConfirm => "/invitation/confirm".into(),
            Self::InvitationOutside => "/invitation/outside".into(),
            Self::ConfirmAddress => "/confirm".into(),
            Self::ForgottenPassword => "/forgotten/password".into(),
            Self::ForgottenPasswordCode => "/forgotten/password/code".into(),
            Self::ForgottenUsername => "/forgotten/username".into(),
            Self::FirstSignInAgain => "/first-sign-in/again".into(),
            Self::SecondFactor => "/sign-in/second-factor".into(),
            Self::Account => "/account".into(),
            Self::AccountPassword => "/account/password".into(),
            Self::AccountEmail => "/account/email".into(),
            Self::AccountSecondFactor => "/account/second-factor".into(),
            Self::AccountDevices => "/account/devices".into(),
            Self::Summary => "/summary".into(),
            Self::Messages(person) => format!("/people/{person}/messages"),
            Self::OwnAccount(person) => format!("/people/{person}/own-account"),
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
        ) && !self.is_in_the_other_program()
    }

    /// Whether it is shown without a session, but by the program of the household: the entrance has
    /// the portal send that.
    pub(crate) const fn is_in_the_other_program(self) -> bool {
        matches!(
            self,
            Self::Invitation
                | Self::InvitationAgain
                | Self::InvitationAnswer
                | Self::InvitationCheck
                | Self::InvitationConfirm
                | Self::InvitationOutside
                | Self::ConfirmAddress
                | Self::ForgottenPassword
                | Self::ForgottenPasswordCode
                | Self::ForgottenUsername
                | Self::FirstSignInAgain
                | Self::SecondFactor
                | Self::HelpOn(Topic::GenuineEmail)
        )
    }

    /// Whether it shows more words than those that are fetched first.
    pub(crate) const fn needs_all_words(self) -> bool {
        self.needs_session()
            || self.is_in_the_other_program()
            || matches!(self, Self::Help | Self::HelpOn(_) | Self::Settings)
    }

    /// Whether it shows what officers or other devices may change, so that it is kept fresh while it is
    /// looked at.
    pub(crate) const fn follows_the_household(self) -> bool {
        matches!(
            self,
            Self::Home
                | Self::Address
                | Self::AddressCheck
                | Self::Person(_)
                | Self::Timeline(_)
                | Self::Card(_)
                | Self::Messages(_)
                | Self::OwnAccount(_)
        )
    }

    /// Whether it is one of the ways in, which are of no use to someone who is signed in.
    pub(crate) const fn is_way_in(self) -> bool {
        matches!(self, Self::FirstSignIn | Self::OwnPassword | Self::SignIn)
            || (self.is_in_the_other_program()
                && !matches!(self, Self::ConfirmAddress | Self::HelpOn(_)))
    }

    /// Where a restart should come back to. A confirmation is not shown twice, the own password can
    /// only be stored while the first sign-in is open, and nobody wants to come back to no page.
    pub(crate) const fn to_come_back_to(self) -> Self {
        match self {
            Self::DeclarationDone | Self::AddressDone | Self::PhotoDone(_) | Self::NotFound => {
                Self::Home
            }
            Self::OwnPassword => Self::FirstSignIn,
            // The leave to go on is gone with the program; what was typed is not.
            Self::InvitationAnswer
            | Self::InvitationCheck
            | Self::InvitationConfirm
            | Self::InvitationOutside => Self::Invitation,
            Self::SecondFactor => Self::SignIn,
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
mod tests;
