//! The demonstration's mailbox: every mail that the portal writes is shown once, readable.

use mail_parser::{Address, MessageParser};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// A folder of `.eml` files, and which of them were shown.
pub(crate) struct Mailbox {
    folder: PathBuf,
    shown: BTreeSet<PathBuf>,
}

impl Mailbox {
    /// A mailbox in which nothing was shown yet.
    pub(crate) fn at(folder: PathBuf) -> Self {
        Self { folder, shown: BTreeSet::new() }
    }

    /// Prints what has come since the last look, oldest first.
    pub(crate) fn print_new(&mut self) {
        // The folder appears with the first mail.
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let new: BTreeSet<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .filter(|path| !self.shown.contains(path))
            .collect();
        for path in new {
            if let Some(text) = fs::read(&path).ok().and_then(|bytes| readable(&bytes)) {
                println!("{text}");
            }
            self.shown.insert(path);
        }
    }
}

/// A mail as a person reads it.
fn readable(bytes: &[u8]) -> Option<String> {
    let mail = MessageParser::default().parse(bytes)?;
    let people = |address: Option<&Address<'_>>| -> String {
        let people = address.into_iter().flat_map(Address::iter);
        people
            .map(|person| match (person.name(), person.address()) {
                (Some(name), Some(address)) => format!("{name} <{address}>"),
                (_, address) => address.unwrap_or_default().to_owned(),
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let body = mail.body_text(0).unwrap_or_default();
    let mut text = format!(
        "┌─ mail\n│ From: {}\n│ To: {}\n│ Subject: {}\n│\n",
        people(mail.from()),
        people(mail.to()),
        mail.subject().unwrap_or_default(),
    );
    for line in body.trim_end().lines() {
        text.push_str("│ ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str("└─");
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_shown_decoded() {
        let shown = readable(
            b"From: \"Portail\" <pr@cic.gc.ca>\r\nTo: amina@example.com\r\n\
              Subject: =?utf-8?Q?R=C3=A9sidence?=\r\nMIME-Version: 1.0\r\n\
              Content-Type: text/plain; charset=utf-8\r\n\
              Content-Transfer-Encoding: quoted-printable\r\n\r\nD=C3=A9claration re=\r\ncue\r\n",
        )
        .unwrap();
        assert!(shown.contains("│ From: Portail <pr@cic.gc.ca>"), "{shown}");
        assert!(shown.contains("│ To: amina@example.com"), "{shown}");
        assert!(shown.contains("│ Subject: Résidence"), "{shown}");
        assert!(shown.contains("│ Déclaration recue"), "{shown}");
    }
}
