//! Checking a request before it is sent, by what its host knows. The portal checks everything again;
//! what is found here is told without a wait.

use super::Ask;
use crate::email::{check_email, normalise_email};
use crate::id::PersonId;
use crate::invitation::SendConfirmation;
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::civil::Date;

/// What a host knows by which a request can be checked.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The latest day that it is anywhere on Earth.
    pub today: Date,
    /// The username of the session.
    pub username: Option<&'a str>,
    /// The principal of the invitation that is being answered.
    pub principal: Option<PersonId>,
    /// The programme's numbers.
    pub policy: &'a Policy,
}

impl Known<'_> {
    /// The same request with its answers in their normal form; passwords are left as typed. What
    /// cannot be checked for want of knowledge is left to the portal.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, ask: Ask) -> Result<Ask, Vec<FieldProblem>> {
        let Self { today, policy, .. } = *self;
        Ok(match ask {
            Ask::OpenInvitation(it) => it.check(today, policy)?.into(),
            Ask::SendInvitation(it) => it.check(today, policy)?.into(),
            Ask::AnswerInvitation(it) => match self.principal {
                Some(principal) => it.check(principal)?.into(),
                None => it.into(),
            },
            Ask::SendConfirmation(it) => {
                let email = normalise_email(&it.email);
                held(check_email("email", &email))?;
                SendConfirmation { email }.into()
            }
            Ask::ConfirmAddress(it) => it.check()?.into(),
            Ask::ReissueTemporary(it) => it.check()?.into(),
            Ask::SendResetCode(it) => it.check()?.into(),
            Ask::ResetPassword(it) => it.check(policy)?.into(),
            Ask::RemindUsername(it) => it.check()?.into(),
            Ask::ChangePassword(it) => it.check(self.username.unwrap_or_default(), policy)?.into(),
            Ask::ChangeEmail(it) => it.check()?.into(),
            Ask::TurnOnSecondFactor(it) => it.check()?.into(),
            Ask::BeginSecondFactor(it) => {
                held(given(&it.password))?;
                it.into()
            }
            Ask::TurnOffSecondFactor(it) => {
                held(given(&it.password))?;
                it.into()
            }
            Ask::NewRecoveryCodes(it) => {
                held(given(&it.password))?;
                it.into()
            }
            Ask::AskOwnAccount(it) => it.check()?.into(),
            Ask::SendMessage(mut it) => {
                it.message = it.message.check(policy)?;
                it.into()
            }
            Ask::ShowInvitation(_)
            | Ask::ShowAccount(_)
            | Ask::ListDevices(_)
            | Ask::SignOutDevice(_)
            | Ask::SignOutElsewhere(_)
            | Ask::ShowMessages(_)
            | Ask::MarkRead(_) => ask,
        })
    }
}

fn held(fault: Option<FieldProblem>) -> Result<(), Vec<FieldProblem>> {
    fault.map_or(Ok(()), |fault| Err(vec![fault]))
}

fn given(password: &str) -> Option<FieldProblem> {
    password.is_empty().then(|| FieldProblem::new("password", Code::Required))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::devices::ChangePassword;
    use crate::factor::{BeginSecondFactor, TurnOnSecondFactor};
    use crate::id::IdempotencyKey;
    use crate::invitation::{AnswerInvitation, AnsweredPerson};
    use crate::message::{NewMessage, SendMessage};

    const KNOWN: Known<'static> = Known {
        today: jiff::civil::date(2026, 11, 24),
        username: Some("K7MP-2XQD"),
        principal: None,
        policy: &Policy::PROGRAMME,
    };

    fn faults(known: &Known<'_>, ask: impl Into<Ask>) -> Vec<(String, Code)> {
        let faults = known.check(ask.into()).err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn answers_are_checked_and_brought_to_their_normal_form() {
        let spaced = SendConfirmation { email: " Leila@Example.org ".into() };
        let normal = SendConfirmation { email: normalise_email(&spaced.email) };
        assert_eq!(KNOWN.check(spaced.into()), Ok(normal.into()));
        let person = PersonId(uuid::Uuid::from_bytes([1; 16]));
        let key = IdempotencyKey::new(1, [1; 10]);
        let message = |text: &str| {
            let message = NewMessage { text: text.into() };
            Ask::from(SendMessage { person, message, key })
        };
        assert_eq!(KNOWN.check(message(" Hello\r\n ")), Ok(message("Hello")));
        assert_eq!(faults(&KNOWN, message(" ")), [("text".to_owned(), Code::Required)]);
        let code = TurnOnSecondFactor { code: "123 456".into() };
        let normal = TurnOnSecondFactor { code: "123456".into() };
        assert_eq!(KNOWN.check(code.into()), Ok(normal.into()));
    }

    #[test]
    fn a_missing_password_is_told_here() {
        let missing = [("password".to_owned(), Code::Required)];
        assert_eq!(faults(&KNOWN, BeginSecondFactor { password: String::new() }), missing);
        let own = ChangePassword { current: "x".into(), password: "so long k7mp2xqd it is".into() };
        let words = [("password".to_owned(), Code::PasswordOwnWords)];
        assert_eq!(faults(&KNOWN, own.clone()), words);
        let nobody = Known { username: None, ..KNOWN };
        assert_eq!(faults(&nobody, own), [], "the portal knows the username");
    }

    #[test]
    fn who_needs_an_address_is_told_once_the_principal_is_known() {
        let person = PersonId(uuid::Uuid::from_bytes([1; 16]));
        let people = vec![AnsweredPerson { person, email: None, own_account: false }];
        let answer = AnswerInvitation { in_canada: true, people };
        assert_eq!(faults(&KNOWN, answer.clone()), []);
        let known = Known { principal: Some(person), ..KNOWN };
        assert_eq!(faults(&known, answer), [(format!("email/{person}"), Code::Required)]);
    }
}
