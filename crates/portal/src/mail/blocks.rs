//! What a mail says in one language, block by block, before it is text or HTML.

use super::notice::TemporaryAccess;
use super::{Credential, Notice};
use jiff::civil::{Date, Time};
use locale::{Texts, Value};

/// A part of a mail that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// What the mail is about. One in each language.
    Title(String),
    /// Some sentences.
    Paragraph(String),
    /// What is typed somewhere, line by line.
    Facts(Vec<Fact>),
}

/// Something to type, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// Name and value.
    pub(super) line: String,
    /// The value, word for word as in `line`.
    pub(super) value: String,
}

/// What a mail says in one language. The link, which belongs to both, is not in it.
pub(super) fn blocks(notice: &Notice, texts: &Texts) -> Vec<Block> {
    let words = Words(texts);
    let mut blocks = vec![words.say("mail-greeting")];
    blocks.extend(words.about(notice));
    blocks.extend([
        words.say(way_in(notice)),
        words.say("mail-genuine"),
        words.say("mail-no-reply"),
    ]);
    blocks
}

/// How to go on: nobody signs in who has no account, or cannot.
fn way_in(notice: &Notice) -> &'static str {
    match notice {
        Notice::Invited { .. } | Notice::ConfirmAddress { .. } | Notice::ResetCode { .. } => {
            "mail-go-to-portal"
        }
        _ => "mail-sign-in-from-app",
    }
}

/// The words of one language.
struct Words<'a>(&'a Texts);

impl Words<'_> {
    fn about(&self, notice: &Notice) -> Vec<Block> {
        match notice {
            Notice::AccountOpened(access) => {
                let title = self.titled("mail-account-opened-title", &access.name);
                [vec![title], self.first_sign_in(access)].concat()
            }
            Notice::TemporaryPasswordReissued(access) => {
                let title = self.titled("mail-account-reissued-title", &access.name);
                let old = self.say("mail-account-reissued-old");
                [vec![title, old], self.first_sign_in(access)].concat()
            }
            Notice::Invited { name, code, last_day } => vec![
                self.titled("mail-invited-title", name),
                self.code("mail-invitation-code", code),
                self.tell("mail-invited-what", &[("name", name.as_str().into())]),
                self.tell("mail-invited-ends", &[("date", self.0.date(*last_day).into())]),
                self.say("mail-keep-code-to-yourself"),
            ],
            Notice::ConfirmAddress { code, hours } => vec![
                Block::Title(self.0.get("mail-confirm-title")),
                self.code("mail-code", code),
                self.say("mail-confirm-what"),
                self.tell("mail-code-ends-after-hours", &[("hours", u64::from(*hours).into())]),
                self.say("mail-confirm-not-you"),
            ],
            Notice::ResetCode { name, code, minutes } => vec![
                self.titled("mail-reset-title", name),
                self.code("mail-reset-code", code),
                self.say("mail-reset-what"),
                self.tell(
                    "mail-code-ends-after-minutes",
                    &[("minutes", u64::from(*minutes).into())],
                ),
                self.say("mail-keep-code-to-yourself"),
                self.say("mail-reset-not-you"),
            ],
            Notice::Usernames { usernames } => vec![
                Block::Title(self.0.get("mail-usernames-title")),
                Block::Facts(
                    usernames.iter().map(|(name, of)| self.username_of(name, of)).collect(),
                ),
                self.say("mail-usernames-what"),
                self.say("mail-usernames-not-you"),
            ],
            Notice::NewDevice { name, device, day, time } => {
                let which =
                    [("device", device.as_str().into()), ("when", self.when(*day, time).into())];
                vec![
                    self.titled("mail-new-device-title", name),
                    self.tell("mail-new-device-which", &which),
                    self.say("mail-if-you"),
                    self.say("mail-choose-new-password"),
                ]
            }
            Notice::CredentialChanged { name, what } => self.credential(name, *what),
            Notice::EmailWillChange { name, day, time } => vec![
                self.titled("mail-email-will-change-title", name),
                self.tell("mail-email-will-change-when", &[("when", self.when(*day, time).into())]),
                self.say("mail-email-will-change-you"),
            ],
            Notice::EmailChanged { name } => vec![
                self.titled("mail-email-changed-title", name),
                self.say("mail-email-changed-where"),
                self.say("mail-not-you"),
            ],
            Notice::PasswordStored { name } => vec![
                self.titled("mail-password-stored-title", name),
                self.say("mail-password-stored-old"),
                self.say("mail-not-you"),
            ],
            Notice::SomethingChanged => {
                vec![Block::Title(self.0.get("mail-changed-title")), self.say("mail-changed-what")]
            }
        }
    }

    fn credential(&self, name: &str, what: Credential) -> Vec<Block> {
        let (title, more) = match what {
            Credential::Password => ("mail-credential-password-title", None),
            Credential::SecondFactorOn => ("mail-credential-factor-on-title", None),
            Credential::SecondFactorOff => ("mail-credential-factor-off-title", None),
            Credential::RecoveryCodes => {
                ("mail-credential-recovery-codes-title", Some("mail-credential-recovery-codes-old"))
            }
            Credential::RecoveryCodeUsed => (
                "mail-credential-recovery-code-used-title",
                Some("mail-credential-recovery-code-used-once"),
            ),
        };
        let mut blocks = vec![self.titled(title, name)];
        blocks.extend(more.map(|id| self.say(id)));
        blocks.extend([self.say("mail-if-you"), self.say("mail-choose-new-password")]);
        blocks
    }

    fn first_sign_in(&self, access: &TemporaryAccess) -> Vec<Block> {
        let date = [("date", self.0.date(access.last_day).into())];
        vec![
            Block::Facts(vec![
                self.fact("mail-username", "username", &access.username),
                self.fact("mail-temporary-password", "password", &access.temporary_password),
            ]),
            self.tell("mail-temporary-password-ends", &date),
            self.say("mail-first-sign-in"),
            self.say("mail-keep-to-yourself"),
        ]
    }

    fn say(&self, id: &str) -> Block {
        Block::Paragraph(self.0.get(id))
    }

    fn tell(&self, id: &str, arguments: &[(&str, Value)]) -> Block {
        Block::Paragraph(self.0.format(id, arguments))
    }

    fn titled(&self, id: &str, name: &str) -> Block {
        Block::Title(self.0.format(id, &[("name", name.into())]))
    }

    fn code(&self, id: &str, code: &str) -> Block {
        Block::Facts(vec![self.fact(id, "code", code)])
    }

    fn fact(&self, id: &str, argument: &str, value: &str) -> Fact {
        Fact { line: self.0.format(id, &[(argument, value.into())]), value: value.to_owned() }
    }

    fn username_of(&self, username: &str, name: &str) -> Fact {
        let arguments = [("username", username.into()), ("name", name.into())];
        Fact { line: self.0.format("mail-username-of", &arguments), value: username.to_owned() }
    }

    /// A day and a time `HH:MM`; the day alone where the time is none.
    fn when(&self, day: Date, time: &str) -> String {
        match Time::strptime("%H:%M", time) {
            Ok(time) => self.0.date_time(day.to_datetime(time)),
            Err(_) => self.0.date(day),
        }
    }
}
