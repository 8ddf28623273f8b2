//! Whether groups of people are treated alike: false warnings on good photos and the distance to
//! each limit, by what people said of themselves. The groups are small, so every share has its
//! interval.

use super::Sight;
use super::see::Seen;
use contract::examination::Severity;
use contract::photo::Reason;
use photo::examine::Bound;

/// A group and the places of its photos.
pub struct Group {
    /// What people said of themselves, or the set.
    pub name: String,
    /// Which photos.
    pub members: Vec<usize>,
}

/// Every group, by name. Those who smile are told apart: a smile is no good photo.
pub fn groups(sight: &Sight) -> Vec<Group> {
    let mut all: Vec<Group> = Vec::new();
    let mut put = |name: String, at: usize| match all.iter_mut().find(|group| group.name == name) {
        Some(group) => group.members.push(at),
        None => all.push(Group { name, members: vec![at] }),
    };
    for (at, sitter) in sight.sitters.iter().enumerate() {
        if sitter.set == "london-smiling" {
            put("smiling".to_owned(), at);
            continue;
        }
        if !sitter.group.is_empty() {
            put(sitter.group.replace('_', " "), at);
        }
        put(sitter.gender.clone(), at);
        put(format!("set {}", sitter.set), at);
    }
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// How many photos of a group warn of something, mildly and strongly.
pub fn warned(good: &[Seen], group: &Group, reason: Reason) -> (usize, usize) {
    let count = |severity| {
        let warns = |at: &&usize| good[**at].of(reason) == Some(severity);
        group.members.iter().filter(warns).count()
    };
    (count(Severity::Mild), count(Severity::Strong))
}

/// The interval of a share that 95 of 100 such counts would come from (Wilson).
pub fn interval(count: usize, of: usize) -> (f64, f64) {
    let (n, z) = (of.max(1) as f64, 1.96_f64);
    let share = count as f64 / n;
    let middle = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z * z / n;
    (((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0))
}

/// How far a value is inside of the limit of a mild warning; negative where it is beyond.
pub fn margin(bound: Bound, value: f64) -> f64 {
    match bound {
        Bound::AtLeast { mild, .. } => value - mild,
        Bound::AtMost { mild, .. } => mild - value,
        Bound::Within { mild: [from, to], .. } => (value - from).min(to - value),
    }
}
