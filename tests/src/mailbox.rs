//! The mail that the portal wrote, as its readers see it.

use crate::wait;
use mail_parser::MessageParser;
use std::fs;
use std::path::{Path, PathBuf};

/// One mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Addresses in To.
    pub to: Vec<String>,
    /// The subject, decoded.
    pub subject: String,
    /// The text body, decoded.
    pub body: String,
}

impl Mail {
    /// What follows on the line that starts so, e.g. a password after its label.
    #[must_use]
    pub fn after(&self, label: &str) -> Option<String> {
        self.body
            .lines()
            .find_map(|line| line.trim().strip_prefix(label))
            .map(|rest| rest.trim().to_owned())
    }
}

/// The portal's folder of mail.
#[derive(Clone, Debug)]
pub struct Mailbox(PathBuf);

impl Mailbox {
    /// The mail under a portal's data folder.
    #[must_use]
    pub fn of(portal: &Path) -> Self {
        Self(portal.join("mail"))
    }

    /// Every mail, oldest first.
    ///
    /// # Panics
    /// When a file is no mail.
    #[must_use]
    pub fn all(&self) -> Vec<Mail> {
        self.files().iter().map(|file| read(file)).collect()
    }

    /// The file of every mail, oldest first.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        files.sort();
        files
    }

    /// The mails beyond the first `seen`, once there are any.
    ///
    /// # Panics
    /// When none comes.
    #[must_use]
    pub fn after(&self, seen: usize) -> Vec<Mail> {
        wait::until(|| {
            let all = self.all();
            (all.len() > seen).then(|| all[seen..].to_vec())
        })
        .unwrap_or_else(|why| panic!("no new mail in {}: {why}", self.0.display()))
    }
}

fn read(file: &Path) -> Mail {
    let bytes = fs::read(file).unwrap();
    let mail = MessageParser::default().parse(&bytes).expect("an .eml file is a mail");
    let to = mail.to().into_iter().flat_map(mail_parser::Address::iter);
    Mail {
        to: to.filter_map(|person| person.address()).map(str::to_owned).collect(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        body: mail.body_text(0).unwrap_or_default().into_owned(),
    }
}
