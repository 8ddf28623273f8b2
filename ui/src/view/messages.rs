//! A thread of messages in terms of its page: what is new to its reader, up to where it was read,
//! how much room is left, and under which key a message is sent.

use contract::Code;
use contract::board::Name;
use contract::draft::{Draft, MessageDraft};
use contract::id::{IdempotencyKey, MessageId};
use contract::message::{Author, Message, Thread};
use contract::reply::may_have_arrived;

/// The room that is left is said from so many characters on.
const SAID_FROM: usize = 500;

/// Whether a message is an officer's that its reader has not seen before.
pub(crate) fn is_new(message: &Message) -> bool {
    message.from == Author::Officer && message.read_at.is_none()
}

/// Up to which message the thread is to be marked as read, if anything in it is new.
pub(crate) fn to_mark(thread: &Thread) -> Option<MessageId> {
    let any_new = thread.messages.iter().any(is_new);
    any_new.then(|| thread.messages.last().map(|message| message.id)).flatten()
}

/// Who wrote a message, as its reader is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Writer {
    /// An officer.
    Officer,
    /// The reader.
    You,
    /// Somebody else of the household.
    Other(String),
}

/// Who wrote a message.
pub(crate) fn writer(message: &Message, me: Option<&Name>) -> Writer {
    match &message.from {
        Author::Officer => Writer::Officer,
        Author::Applicant { name } if Some(name) == me => Writer::You,
        Author::Applicant { name } => Writer::Other(name.full()),
    }
}

/// How much room is left for a message, once that is little: characters, and whether they are too
/// many.
pub(crate) fn room_left(text: &str, limit: usize) -> Option<(usize, bool)> {
    let length = text.chars().count();
    let over = length > limit;
    (length + SAID_FROM > limit).then_some((length.abs_diff(limit), over))
}

/// Takes in what is typed: another text is another message.
pub(crate) fn typed(draft: &mut MessageDraft, text: String) {
    if draft.text != text {
        draft.text = text;
        draft.key = None;
    }
}

/// Whether a draft still is the message that was sent under this key.
pub(crate) fn is_sent(draft: &Draft, key: IdempotencyKey) -> bool {
    matches!(draft, Draft::Message(message) if message.key == Some(key))
}

/// Whether the key of a message that was refused so may be used no more. Where the message may have
/// arrived, it is sent again under the same key.
pub(crate) const fn gives_up_key(code: Code) -> bool {
    !may_have_arrived(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn name(given: &str) -> Name {
        Name { given: given.into(), family: "Haddad".into() }
    }

    fn message(n: u8, from: Author, read: bool) -> Message {
        Message {
            id: MessageId::new(0, [n; 10]),
            from,
            at: Timestamp::UNIX_EPOCH,
            text: "Text".into(),
            read_at: read.then_some(Timestamp::UNIX_EPOCH),
        }
    }

    fn own(n: u8) -> Message {
        message(n, Author::Applicant { name: name("Leila") }, false)
    }

    #[test]
    fn a_thread_is_marked_up_to_its_end_once_an_officer_wrote_something_new() {
        let thread = |messages| Thread { messages, open: true };
        assert_eq!(to_mark(&thread(vec![])), None);
        assert_eq!(to_mark(&thread(vec![own(1)])), None, "what one wrote oneself is not new");
        let read = message(1, Author::Officer, true);
        assert_eq!(to_mark(&thread(vec![read.clone(), own(2)])), None);
        let new = message(2, Author::Officer, false);
        let last = own(3);
        assert_eq!(to_mark(&thread(vec![read, new, last.clone()])), Some(last.id));
    }

    #[test]
    fn the_reader_is_you_and_others_have_names() {
        let leila = name("Leila");
        assert_eq!(writer(&own(1), Some(&leila)), Writer::You);
        assert_eq!(writer(&own(1), Some(&name("Wei"))), Writer::Other("Leila Haddad".into()));
        assert_eq!(writer(&message(1, Author::Officer, true), None), Writer::Officer);
    }

    #[test]
    fn room_is_said_once_it_is_little() {
        assert_eq!(room_left("", 4000), None);
        assert_eq!(room_left(&"é".repeat(3500), 4000), None);
        assert_eq!(room_left(&"é".repeat(3501), 4000), Some((499, false)));
        assert_eq!(room_left(&"é".repeat(4000), 4000), Some((0, false)));
        assert_eq!(room_left(&"é".repeat(4002), 4000), Some((2, true)));
    }

    #[test]
    fn the_same_text_keeps_its_key_and_another_one_does_not() {
        let key = Some(IdempotencyKey::new(0, [1; 10]));
        let mut draft = MessageDraft { text: "Here it is".into(), key };
        typed(&mut draft, "Here it is".into());
        assert_eq!(draft.key, key);
        let sent = IdempotencyKey::new(0, [1; 10]);
        assert!(is_sent(&Draft::Message(draft.clone()), sent));
        typed(&mut draft, "Here it is.".into());
        assert_eq!(draft.key, None);
        assert!(!is_sent(&Draft::Message(draft), sent), "what was typed meanwhile is kept");
        assert!(!gives_up_key(Code::Offline), "it may have arrived");
        assert!(!gives_up_key(Code::SignInRequired), "it is sent after the next sign-in");
        assert!(gives_up_key(Code::IdempotencyMismatch));
    }
}
