//! Who may do what. Every endpoint asks here and nowhere else, and what is not written here is
//! denied. Pure: a generated table test tries every caller, endpoint and person.

use crate::case::CaseFile;
use contract::Code;
use contract::board::Relationship;
use contract::id::PersonId;

/// What a caller showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Nothing, or a token that is not (or no longer) one of ours.
    Nobody,
    /// The ticket of a first sign-in.
    TicketHolder,
    /// A session.
    AccountHolder,
}

/// What can be asked of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the handler of that name")]
pub enum Endpoint {
    PortalInfo,
    FirstSignIn,
    StorePassword,
    SignIn,
    CurrentSession,
    ExtendSession,
    SignOut,
    Household,
    Draft,
    KeepDraft,
    DiscardDraft,
    Declare,
    GiveAddress,
    Upload,
    UploadProgress,
    SubmitPhoto,
    Picture,
    Examination,
    Timeline,
    PhotoDraft,
    KeepPhotoDraft,
    DiscardPhotoDraft,
}

impl Endpoint {
    /// Every endpoint.
    pub const ALL: [Self; 22] = [
        Self::PortalInfo,
        Self::FirstSignIn,
        Self::StorePassword,
        Self::SignIn,
        Self::CurrentSession,
        Self::ExtendSession,
        Self::SignOut,
        Self::Household,
        Self::Draft,
        Self::KeepDraft,
        Self::DiscardDraft,
        Self::Declare,
        Self::GiveAddress,
        Self::Upload,
        Self::UploadProgress,
        Self::SubmitPhoto,
        Self::Picture,
        Self::Examination,
        Self::Timeline,
        Self::PhotoDraft,
        Self::KeepPhotoDraft,
        Self::DiscardPhotoDraft,
    ];
}

/// How the person a request is about stands to the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The request is about nobody in particular.
    NoPerson,
    /// The caller.
    Oneself,
    /// Someone of the household for whom the caller acts.
    ActedFor,
    /// Someone of the household who signs in alone, or for whom another one acts.
    Apart,
    /// Nobody of the caller's household.
    Stranger,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 5] =
        [Self::NoPerson, Self::Oneself, Self::ActedFor, Self::Apart, Self::Stranger];
}

/// Whether a caller may use an endpoint, for a person.
///
/// # Errors
/// What to answer instead: `sign_in_required`, `first_sign_in_timed_out`, or `not_found`, since a
/// caller may not learn who exists.
pub fn decide(caller: Caller, endpoint: Endpoint, relation: Relation) -> Result<(), Code> {
    use Endpoint as E;
    match (endpoint, caller, relation) {
        (E::PortalInfo | E::FirstSignIn | E::SignIn, _, Relation::NoPerson) => Ok(()),
        (E::StorePassword, Caller::TicketHolder, Relation::NoPerson) => Ok(()),
        (E::StorePassword, _, _) => Err(Code::FirstSignInTimedOut),
        (
            E::CurrentSession
            | E::ExtendSession
            | E::SignOut
            | E::Household
            | E::Draft
            | E::KeepDraft
            | E::DiscardDraft,
            Caller::AccountHolder,
            Relation::NoPerson,
        ) => Ok(()),
        (
            E::Declare
            | E::GiveAddress
            | E::Upload
            | E::UploadProgress
            | E::SubmitPhoto
            | E::Picture
            | E::Examination
            | E::Timeline
            | E::PhotoDraft
            | E::KeepPhotoDraft
            | E::DiscardPhotoDraft,
            Caller::AccountHolder,
            Relation::Oneself | Relation::ActedFor,
        ) => Ok(()),
        (_, Caller::AccountHolder, _) => Err(Code::NotFound),
        _ => Err(Code::SignInRequired),
    }
}

/// How a person stands to the caller's person. The principal's account acts for every member
/// without an own account; any other account acts for its own person only.
#[must_use]
pub fn relation(case: &CaseFile, caller: PersonId, person: PersonId) -> Relation {
    let (Some(me), Some(other)) = (case.person(caller), case.person(person)) else {
        return Relation::Stranger;
    };
    if me.id == other.id {
        Relation::Oneself
    } else if me.relationship == Relationship::Principal && !other.has_own_account() {
        Relation::ActedFor
    } else {
        Relation::Apart
    }
}

/// Whether a signed-in person may use an endpoint for every one of these people.
///
/// # Errors
/// As [`decide`].
pub fn decide_for(
    case: &CaseFile,
    caller: PersonId,
    endpoint: Endpoint,
    people: &[PersonId],
) -> Result<(), Code> {
    people.iter().try_for_each(|person| {
        decide(Caller::AccountHolder, endpoint, relation(case, caller, *person))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The written answer: one line an endpoint and caller, one letter a relation, in the order of
    /// [`Relation::ALL`]. `y` allowed, `s` sign in, `t` the ticket has ended, `n` not found.
    const TABLE: &str = "
        PortalInfo        Nobody        y s s s s
        PortalInfo        TicketHolder  y s s s s
        PortalInfo        AccountHolder y n n n n
        FirstSignIn       Nobody        y s s s s
        FirstSignIn       TicketHolder  y s s s s
        FirstSignIn       AccountHolder y n n n n
        StorePassword     Nobody        t t t t t
        StorePassword     TicketHolder  y t t t t
        StorePassword     AccountHolder t t t t t
        SignIn            Nobody        y s s s s
        SignIn            TicketHolder  y s s s s
        SignIn            AccountHolder y n n n n
        CurrentSession    Nobody        s s s s s
        CurrentSession    TicketHolder  s s s s s
        CurrentSession    AccountHolder y n n n n
        ExtendSession     Nobody        s s s s s
        ExtendSession     TicketHolder  s s s s s
        ExtendSession     AccountHolder y n n n n
        SignOut           Nobody        s s s s s
        SignOut           TicketHolder  s s s s s
        SignOut           AccountHolder y n n n n
        Household         Nobody        s s s s s
        Household         TicketHolder  s s s s s
        Household         AccountHolder y n n n n
        Draft             Nobody        s s s s s
        Draft             TicketHolder  s s s s s
        Draft             AccountHolder y n n n n
        KeepDraft         Nobody        s s s s s
        KeepDraft         TicketHolder  s s s s s
        KeepDraft         AccountHolder y n n n n
        DiscardDraft      Nobody        s s s s s
        DiscardDraft      TicketHolder  s s s s s
        DiscardDraft      AccountHolder y n n n n
        Declare           Nobody        s s s s s
        Declare           TicketHolder  s s s s s
        Declare           AccountHolder n y y n n
        GiveAddress       Nobody        s s s s s
        GiveAddress       TicketHolder  s s s s s
        GiveAddress       AccountHolder n y y n n
        Upload            Nobody        s s s s s
        Upload            TicketHolder  s s s s s
        Upload            AccountHolder n y y n n
        UploadProgress    Nobody        s s s s s
        UploadProgress    TicketHolder  s s s s s
        UploadProgress    AccountHolder n y y n n
        SubmitPhoto       Nobody        s s s s s
        SubmitPhoto       TicketHolder  s s s s s
        SubmitPhoto       AccountHolder n y y n n
        Picture           Nobody        s s s s s
        Picture           TicketHolder  s s s s s
        Picture           AccountHolder n y y n n
        Examination       Nobody        s s s s s
        Examination       TicketHolder  s s s s s
        Examination       AccountHolder n y y n n
        Timeline          Nobody        s s s s s
        Timeline          TicketHolder  s s s s s
        Timeline          AccountHolder n y y n n
        PhotoDraft        Nobody        s s s s s
        PhotoDraft        TicketHolder  s s s s s
        PhotoDraft        AccountHolder n y y n n
        KeepPhotoDraft    Nobody        s s s s s
        KeepPhotoDraft    TicketHolder  s s s s s
        KeepPhotoDraft    AccountHolder n y y n n
        DiscardPhotoDraft Nobody        s s s s s
        DiscardPhotoDraft TicketHolder  s s s s s
        DiscardPhotoDraft AccountHolder n y y n n
    ";

    #[test]
    fn every_caller_endpoint_and_person_gets_the_written_answer() {
        let mut lines = TABLE.lines().map(str::trim).filter(|line| !line.is_empty());
        for endpoint in Endpoint::ALL {
            for caller in [Caller::Nobody, Caller::TicketHolder, Caller::AccountHolder] {
                let found: Vec<&str> = Relation::ALL
                    .into_iter()
                    .map(|relation| match decide(caller, endpoint, relation) {
                        Ok(()) => "y",
                        Err(Code::SignInRequired) => "s",
                        Err(Code::FirstSignInTimedOut) => "t",
                        Err(Code::NotFound) => "n",
                        Err(other) => panic!("{endpoint:?} answers {other}"),
                    })
                    .collect();
                let written: Vec<&str> = lines.next().expect("a line").split_whitespace().collect();
                let mut computed = vec![format!("{endpoint:?}"), format!("{caller:?}")];
                computed.extend(found.into_iter().map(str::to_owned));
                assert_eq!(computed, written);
            }
        }
        assert_eq!(lines.next(), None, "the table has a line too many");
    }
}
