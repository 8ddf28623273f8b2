//! What must hold for any email at all, one function for each target. The same functions are run on
//! the corpus by the crate's own tests, with the ordinary compiler.

use contract::genuine::{Criterion, Evidence, Findings, LookedAt, Seen, Verdict, is_unseen};
use contract::problem::Arg;

/// Any bytes as a saved email: findings that hold together, never a panic.
pub fn message(bytes: &[u8]) {
    let findings = invitation::check_message(bytes);
    assert_eq!(findings.looked_at, LookedAt::Message);
    sound(&findings);
    assert_eq!(findings, invitation::check_message(bytes), "the same each time");
}

/// Any text as it is pasted: the same. Text without its source is never consistent, since it shows
/// neither who sent it nor where its links lead.
pub fn text(bytes: &[u8]) {
    let findings = invitation::check_text(&String::from_utf8_lossy(bytes));
    sound(&findings);
    if findings.looked_at == LookedAt::Text {
        assert_ne!(findings.verdict, Verdict::Consistent);
    }
}

fn sound(findings: &Findings) {
    let criteria: Vec<Criterion> =
        findings.criteria.iter().map(|judged| judged.criterion).collect();
    assert_eq!(criteria, Criterion::ALL);
    assert_eq!(findings.verdict, Verdict::of(Criterion::ALL.map(|one| findings.seen(one))));
    for judged in &findings.criteria {
        if judged.seen == Seen::Yes {
            let why = judged.evidence.iter().any(|evidence| evidence.sign.speaks_for());
            assert!(why, "a yes has its reason: {judged:?}");
        }
        assert!(judged.evidence.len() <= 100);
    }
    assert!(findings.observations.len() <= 300);
    findings.evidence().for_each(quoted);
}

/// What is quoted is short and hides nothing.
fn quoted(evidence: &Evidence) {
    for value in evidence.args.values() {
        if let Arg::Text(text) = value {
            assert!(text.chars().count() <= Evidence::MOST_CHARS + 1, "{evidence:?}");
            assert!(!text.chars().any(is_unseen), "{evidence:?}");
        }
    }
}
