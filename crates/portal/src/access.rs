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
    /// The ticket of an opened invitation.
    Answering,
    /// The ticket of a sign-in whose second factor is asked for.
    FactorAsked,
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
    Drafts,
    MessageDraft,
    KeepMessageDraft,
    DiscardMessageDraft,
    OpenInvitation,
    ShowInvitation,
    AnswerInvitation,
    SendConfirmation,
    SendInvitation,
    ConfirmAddress,
    ReissueTemporary,
    SendResetCode,
    ResetPassword,
    RemindUsername,
    GiveSecondFactor,
    Account,
    ChangePassword,
    ChangeEmail,
    BeginSecondFactor,
    TurnOnSecondFactor,
    TurnOffSecondFactor,
    NewRecoveryCodes,
    Devices,
    SignOutDevice,
    SignOutElsewhere,
    AskOwnAccount,
    Messages,
    SendMessage,
    ReadMessages,
}

impl Endpoint {
    /// Every endpoint.
    pub const ALL: [Self; 51] = [
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
        Self::Drafts,
        Self::MessageDraft,
        Self::KeepMessageDraft,
        Self::DiscardMessageDraft,
        Self::OpenInvitation,
        Self::ShowInvitation,
        Self::AnswerInvitation,
        Self::SendConfirmation,
        Self::SendInvitation,
        Self::ConfirmAddress,
        Self::ReissueTemporary,
        Self::SendResetCode,
        Self::ResetPassword,
        Self::RemindUsername,
        Self::GiveSecondFactor,
        Self::Account,
        Self::ChangePassword,
        Self::ChangeEmail,
        Self::BeginSecondFactor,
        Self::TurnOnSecondFactor,
        Self::TurnOffSecondFactor,
        Self::NewRecoveryCodes,
        Self::Devices,
        Self::SignOutDevice,
        Self::SignOutElsewhere,
        Self::AskOwnAccount,
        Self::Messages,
        Self::SendMessage,
        Self::ReadMessages,
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
/// What to answer instead: `sign_in_required`; `first_sign_in_timed_out`, `invitation_timed_out` or
/// `second_factor_timed_out` where a ticket is needed; or `not_found`, since a caller may not learn
/// who exists.
pub fn decide(caller: Caller, endpoint: Endpoint, relation: Relation) -> Result<(), Code> {
    use Endpoint as E;
    match (endpoint, caller, relation) {
        (
            E::PortalInfo
            | E::FirstSignIn
            | E::SignIn
            | E::OpenInvitation
            | E::SendInvitation
            | E::ConfirmAddress
            | E::ReissueTemporary
            | E::SendResetCode
            | E::ResetPassword
            | E::RemindUsername,
            _,
            Relation::NoPerson,
        ) => Ok(()),
        (E::StorePassword, Caller::TicketHolder, Relation::NoPerson) => Ok(()),
        (E::StorePassword, _, _) => Err(Code::FirstSignInTimedOut),
        (
            E::ShowInvitation | E::AnswerInvitation | E::SendConfirmation,
            Caller::Answering,
            Relation::NoPerson,
        ) => Ok(()),
        (E::ShowInvitation | E::AnswerInvitation | E::SendConfirmation, _, _) => {
            Err(Code::InvitationTimedOut)
        }
        (E::GiveSecondFactor, Caller::FactorAsked, Relation::NoPerson) => Ok(()),
        (E::GiveSecondFactor, _, _) => Err(Code::SecondFactorTimedOut),
        (
            E::CurrentSession
            | E::ExtendSession
            | E::SignOut
            | E::Household
            | E::Draft
            | E::KeepDraft
            | E::DiscardDraft
            | E::Drafts
            | E::Account
            | E::ChangePassword
            | E::ChangeEmail
            | E::BeginSecondFactor
            | E::TurnOnSecondFactor
            | E::TurnOffSecondFactor
            | E::NewRecoveryCodes
            | E::Devices
            | E::SignOutDevice
            | E::SignOutElsewhere,
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
            | E::DiscardPhotoDraft
            | E::MessageDraft
            | E::KeepMessageDraft
            | E::DiscardMessageDraft
            | E::Messages
            | E::SendMessage
            | E::ReadMessages,
            Caller::AccountHolder,
            Relation::Oneself | Relation::ActedFor,
        ) => Ok(()),
        (E::AskOwnAccount, Caller::AccountHolder, Relation::ActedFor) => Ok(()),
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

    const CALLERS: [Caller; 5] = [
        Caller::Nobody,
        Caller::TicketHolder,
        Caller::Answering,
        Caller::FactorAsked,
        Caller::AccountHolder,
    ];

    /// The written answer: one line an endpoint, one group a caller in the order of [`CALLERS`], one
    /// letter a relation in the order of [`Relation::ALL`]. `y` allowed, `s` sign in, `n` not found;
    /// `t`, `i`, `f` the ticket of a first sign-in, of an invitation or of a second factor has ended.
    const TABLE: &str = "
        PortalInfo          yssss yssss yssss yssss ynnnn
        FirstSignIn         yssss yssss yssss yssss ynnnn
        StorePassword       ttttt ytttt ttttt ttttt ttttt
        SignIn              yssss yssss yssss yssss ynnnn
        CurrentSession      sssss sssss sssss sssss ynnnn
        ExtendSession       sssss sssss sssss sssss ynnnn
        SignOut             sssss sssss sssss sssss ynnnn
        Household           sssss sssss sssss sssss ynnnn
        Draft               sssss sssss sssss sssss ynnnn
        KeepDraft           sssss sssss sssss sssss ynnnn
        DiscardDraft        sssss sssss sssss sssss ynnnn
        Declare             sssss sssss sssss sssss nyynn
        GiveAddress         sssss sssss sssss sssss nyynn
        Upload              sssss sssss sssss sssss nyynn
        UploadProgress      sssss sssss sssss sssss nyynn
        SubmitPhoto         sssss sssss sssss sssss nyynn
        Picture             sssss sssss sssss sssss nyynn
        Examination         sssss sssss sssss sssss nyynn
        Timeline            sssss sssss sssss sssss nyynn
        PhotoDraft          sssss sssss sssss sssss nyynn
        KeepPhotoDraft      sssss sssss sssss sssss nyynn
        DiscardPhotoDraft   sssss sssss sssss sssss nyynn
        Drafts              sssss sssss sssss sssss ynnnn
        MessageDraft        sssss sssss sssss sssss nyynn
        KeepMessageDraft    sssss sssss sssss sssss nyynn
        DiscardMessageDraft sssss sssss sssss sssss nyynn
        OpenInvitation      yssss yssss yssss yssss ynnnn
        ShowInvitation      iiiii iiiii yiiii iiiii iiiii
        AnswerInvitation    iiiii iiiii yiiii iiiii iiiii
        SendConfirmation    iiiii iiiii yiiii iiiii iiiii
        SendInvitation      yssss yssss yssss yssss ynnnn
        ConfirmAddress      yssss yssss yssss yssss ynnnn
        ReissueTemporary    yssss yssss yssss yssss ynnnn
        SendResetCode       yssss yssss yssss yssss ynnnn
        ResetPassword       yssss yssss yssss yssss ynnnn
        RemindUsername      yssss yssss yssss yssss ynnnn
        GiveSecondFactor    fffff fffff fffff yffff fffff
        Account             sssss sssss sssss sssss ynnnn
        ChangePassword      sssss sssss sssss sssss ynnnn
        ChangeEmail         sssss sssss sssss sssss ynnnn
        BeginSecondFactor   sssss sssss sssss sssss ynnnn
        TurnOnSecondFactor  sssss sssss sssss sssss ynnnn
        TurnOffSecondFactor sssss sssss sssss sssss ynnnn
        NewRecoveryCodes    sssss sssss sssss sssss ynnnn
        Devices             sssss sssss sssss sssss ynnnn
        SignOutDevice       sssss sssss sssss sssss ynnnn
        SignOutElsewhere    sssss sssss sssss sssss ynnnn
        AskOwnAccount       sssss sssss sssss sssss nnynn
        Messages            sssss sssss sssss sssss nyynn
        SendMessage         sssss sssss sssss sssss nyynn
        ReadMessages        sssss sssss sssss sssss nyynn
    ";

    #[test]
    fn every_caller_endpoint_and_person_gets_the_written_answer() {
        let mut lines = TABLE.lines().map(str::trim).filter(|line| !line.is_empty());
        for endpoint in Endpoint::ALL {
            let answers = CALLERS.map(|caller| {
                Relation::ALL.map(|relation| letter(decide(caller, endpoint, relation))).concat()
            });
            let written = lines.next().expect("a line");
            let computed =
                format!("{endpoint:<19} {}", answers.join(" "), endpoint = format!("{endpoint:?}"));
            assert_eq!(computed, written);
        }
        assert_eq!(lines.next(), None, "the table has a line too many");
    }

    fn letter(answer: Result<(), Code>) -> &'static str {
        match answer {
            Ok(()) => "y",
            Err(Code::SignInRequired) => "s",
            Err(Code::FirstSignInTimedOut) => "t",
            Err(Code::InvitationTimedOut) => "i",
            Err(Code::SecondFactorTimedOut) => "f",
            Err(Code::NotFound) => "n",
            Err(other) => panic!("no answer of the table: {other}"),
        }
    }
}
