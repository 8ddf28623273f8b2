//! The invitation: opened with its code and who one is, answered for the whole household, each email
//! address confirmed by a code that was mailed to it. Before any account exists.

use crate::board::{HouseholdState, Name, Relationship};
use crate::email::{check_email, normalise_email};
use crate::id::PersonId;
use crate::identity::{check_date_of_birth, check_uci, normalise_uci};
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Body of `POST /api/v1/invitations/opening`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenInvitation {
    /// The invitation code from the email, `XXXX-XXXX-XXXX`.
    pub code: String,
    /// The principal's date of birth.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub date_of_birth: Date,
    /// The principal's UCI.
    pub uci: String,
}

impl OpenInvitation {
    /// The same answers in their normal form.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, today: Date, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        problems.extend(check_code("code", &self.code, INVITATION_CODE_CHARS));
        problems.extend(check_date_of_birth(self.date_of_birth, today, policy));
        problems.extend(check_uci(&self.uci));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            code: normalise_code(&self.code),
            date_of_birth: self.date_of_birth,
            uci: normalise_uci(&self.uci).unwrap_or_default(),
        })
    }
}

/// Letters and digits of an invitation code, without its hyphens.
pub const INVITATION_CODE_CHARS: usize = 12;
/// Digits of the code that confirms an address.
pub const CONFIRMATION_CODE_CHARS: usize = 6;

/// A code in its normal form: capitals and digits in groups of four; six digits stay together.
#[must_use]
pub fn normalise_code(typed: &str) -> String {
    let kept: Vec<char> = typed
        .chars()
        .filter_map(|letter| match letter {
            // Full-width digits come from Chinese and Japanese input methods.
            '０'..='９' => Some(char::from(b'0' + (letter as u32 - '０' as u32) as u8)),
            _ if letter.is_ascii_alphanumeric() => Some(letter.to_ascii_uppercase()),
            _ => None,
        })
        .collect();
    if kept.len() == CONFIRMATION_CODE_CHARS {
        return kept.into_iter().collect();
    }
    let groups: Vec<String> = kept.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What is wrong with a typed code of so many letters and digits, if anything.
#[must_use]
pub fn check_code(field: &str, typed: &str, chars: usize) -> Option<FieldProblem> {
    if typed.trim().is_empty() {
        return Some(FieldProblem::new(field, Code::Required));
    }
    let normal = normalise_code(typed);
    let fits = normal.chars().filter(|letter| *letter != '-').count() == chars;
    (!fits).then(|| FieldProblem::new(field, Code::CodeShape).with("length", chars))
}

/// Reply of `POST /api/v1/invitations/opening`: leave to answer the invitation, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationOpened {
    /// Bearer token for the answer only. Absent for browsers, which get it as a cookie that no
    /// script can read, and for the interface, which never sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// When that leave ends. The code works on after that.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub ends_at: Timestamp,
    /// The invitation.
    pub invitation: Invitation,
}

/// An invitation and how far its answer has come. Reply of `GET` and `PUT
/// /api/v1/invitations/answer`, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// `invited`, `waiting_outside` or `answered`; `active` once the principal's account is open.
    pub state: HouseholdState,
    /// The last day on which it can be answered, in the household's time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub last_day: Date,
    /// Everyone on the application, the principal first.
    pub people: Vec<InvitedPerson>,
    /// Every address that was answered with, and how far its confirmation has come.
    pub addresses: Vec<AnsweredAddress>,
}

/// Someone on the application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitedPerson {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: Name,
    /// How they are related to the principal.
    pub relationship: Relationship,
    /// Under 18 on the day of the application: no own account.
    pub minor: bool,
    /// The address on file, or as it was answered.
    pub email: Option<String>,
    /// Whether an own account was asked for.
    pub own_account: bool,
}

/// How far the confirmation of an address has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnsweredAddress {
    /// The address.
    pub email: String,
    /// Whose it is.
    pub people: Vec<PersonId>,
    /// Whether it is confirmed.
    pub confirmed: bool,
    /// When the code that was mailed last ends; absent once confirmed.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub code_ends_at: Option<Timestamp>,
    /// How often a code can still be typed.
    pub tries_left: u8,
}

/// Body of `PUT /api/v1/invitations/answer`. Can be answered again until the principal's account is
/// open: a mistyped address is mended so, and its old code dies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerInvitation {
    /// Whether the principal is in Canada now. If not, nothing but this is kept, and nothing is
    /// mailed: answer again any time with the same code.
    pub in_canada: bool,
    /// Everyone on the application.
    pub people: Vec<AnsweredPerson>,
}

/// What was answered about one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnsweredPerson {
    /// Who.
    pub person: PersonId,
    /// Their address. The principal needs one, and whoever is to have an own account; families may
    /// share a mailbox.
    pub email: Option<String>,
    /// Whether they are to have an own account. Never for the principal, who has one anyway, nor
    /// for minors.
    pub own_account: bool,
}

impl AnswerInvitation {
    /// The same answers in their normal form. Whether everyone is named, and nobody else, the
    /// portal judges.
    ///
    /// # Errors
    /// Every answer that does not hold: the field is `email/<person>`.
    pub fn check(&self, principal: PersonId) -> Result<Self, Vec<FieldProblem>> {
        if !self.in_canada {
            return Ok(Self { in_canada: false, people: Vec::new() });
        }
        let mut problems = Vec::new();
        let people = self.people.iter().map(|answered| {
            let field = format!("email/{}", answered.person);
            let email = answered.email.as_deref().map(normalise_email).filter(|e| !e.is_empty());
            match &email {
                Some(email) => problems.extend(check_email(&field, email)),
                None if answered.own_account || answered.person == principal => {
                    problems.push(FieldProblem::new(field, Code::Required));
                }
                None => {}
            }
            AnsweredPerson { email, ..answered.clone() }
        });
        let people = people.collect();
        if problems.is_empty() { Ok(Self { in_canada: true, people }) } else { Err(problems) }
    }
}

/// Body of `POST /api/v1/invitations/codes`: a new code for one of the answered addresses; the old
/// one dies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SendConfirmation {
    /// The address.
    pub email: String,
}

/// Body of `POST /api/v1/confirmations`: whoever reads that mailbox types the code, on whatever
/// device. Confirms the address wherever it waits: after an answer, for an own account, or as the
/// new address of an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfirmAddress {
    /// The address.
    pub email: String,
    /// Six digits.
    pub code: String,
}

impl ConfirmAddress {
    /// The same answers in their normal form.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        let email = normalise_email(&self.email);
        let mut problems = Vec::new();
        problems.extend(check_email("email", &email));
        problems.extend(check_code("code", &self.code, CONFIRMATION_CODE_CHARS));
        let code = normalise_code(&self.code);
        if problems.is_empty() { Ok(Self { email, code }) } else { Err(problems) }
    }
}

/// Body of `POST /api/v1/invitations/again`: the invitation mailed once more to the address on
/// file, with a new code. Answered alike whether or not there is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SendInvitation {
    /// The principal's date of birth.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub date_of_birth: Date,
    /// The principal's UCI.
    pub uci: String,
}

impl SendInvitation {
    /// The same answers in their normal form.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, today: Date, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        problems.extend(check_date_of_birth(self.date_of_birth, today, policy));
        problems.extend(check_uci(&self.uci));
        if !problems.is_empty() {
            return Err(problems);
        }
        let uci = normalise_uci(&self.uci).unwrap_or_default();
        Ok(Self { date_of_birth: self.date_of_birth, uci })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_any_spelling() {
        for typed in ["k7mp 2xqd 9rtw", "K7MP2XQD9RTW", "K7MP–2XQD–9RTW"] {
            assert_eq!(normalise_code(typed), "K7MP-2XQD-9RTW");
            assert_eq!(check_code("code", typed, INVITATION_CODE_CHARS), None);
        }
        for typed in ["012 345", "０１２３４５", " 012345 "] {
            assert_eq!(normalise_code(typed), "012345");
            assert_eq!(check_code("code", typed, CONFIRMATION_CODE_CHARS), None);
        }
        let short = check_code("code", "K7MP", INVITATION_CODE_CHARS).map(|p| p.code);
        assert_eq!(short, Some(Code::CodeShape));
    }

    #[test]
    fn the_principal_and_own_accounts_need_an_address() {
        let person = |number: u8| PersonId(uuid::Uuid::from_bytes([number; 16]));
        let answered = |number, email: &str, own_account| AnsweredPerson {
            person: person(number),
            email: Some(email.to_owned()),
            own_account,
        };
        let people = vec![
            answered(1, " ", false),
            answered(2, "", true),
            answered(3, "", false),
            answered(4, "at home", false),
        ];
        let faults = AnswerInvitation { in_canada: true, people: people.clone() }.check(person(1));
        let faults =
            faults.map_err(|faults| faults.into_iter().map(|f| f.code).collect::<Vec<_>>());
        assert_eq!(faults, Err(vec![Code::Required, Code::Required, Code::EmailShape]));
        let outside = AnswerInvitation { in_canada: false, people }.check(person(1));
        assert_eq!(outside.map(|answer| answer.people.len()), Ok(0));
    }
}
