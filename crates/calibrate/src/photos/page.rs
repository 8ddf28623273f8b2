//! The calibration report, in Markdown.

use super::Sight;
use super::figures::{Bad, Spread, bad, parting, warned};
use super::groups::{self, Group, groups, interval};
use contract::examination::Limit;
use contract::photo::Reason;
use photo::examine::{Basis, Bound, Threshold, thresholds};
use std::fmt::Write;

const OPENING: &str = "# Calibration of the photo's examination

This page is written by `cargo xtask calibrate`; changes made here are lost.

Each portrait was framed as an applicant would frame it (1000 × 1400 pixels, the head at 47.5 % of the \
height; where a portrait ends earlier, its edge goes on), changed in one way or not at all, written as a \
JPEG of quality 95 (4:4:4) and examined from its file. What no photograph at hand shows was drawn \
(`crates/portrait`): 20 people of ten skin tones, six ways to wear hair or cover it, some with glasses or \
beards. **Where the bad photos are drawn, the figures say what the examination does on drawings**, \
and no more. Nothing is claimed for children and seniors, whom the portraits do not hold.

The portraits are well lit, but their backgrounds are grey and pinkish studio paper: that most of them \
are warned of for `background_not_white` is right. The figures of that reason are taken with the \
background made white as the good ones. `london-smiling` smiles, mostly with teeth, which is no \
neutral face: it is left out of the good photos for `mouth_open`. A quarter of `canada` is nearly a \
stop darker than `london-neutral`, and mildly called too dark; strongly, nobody is.

AUC is the chance that the measure lies further out on a bad photo than on a good one. A warning \
is for a reason, which may have several measures; “warned” counts the reason.
";

const LAST: &str = "## What this does not show

- Few people: shares of a group of eight are known to within a third. The intervals say so.
- All are studio portraits of adults, mostly under 50. Phones, homes, wrinkles, babies held in arms, \
  disabled people who do not look straight at a camera: not here.
- A change made by a program is cleaner than what happens in a room. The AUC of a clean change is an \
  upper bound.
- A warning never stops anybody, and an officer decides. That is the last safeguard, not the first.
";

/// The page.
pub fn page(sight: &Sight) -> String {
    let mut page = OPENING.to_owned();
    let out = &mut page;
    put(out, "## Thresholds\n");
    put(out, "| reason | measure | unit | mild | strong | rests on | best AUC | formula |");
    put(out, "|---|---|---|---|---|---|---|---|");
    for threshold in thresholds() {
        put(out, &row(sight, threshold));
    }
    put(out, "\n## Distributions\n");
    put(out, "Least, 5th percentile, median, 95th percentile, greatest.\n");
    for threshold in thresholds() {
        distribution(out, sight, threshold);
    }
    put(out, "## Every warning on every change\n");
    put(
        out,
        "How many of 100 photos are warned of anything else than what was done to them: mild and strong. The background's own colour is left out.\n",
    );
    others(out, sight);
    put(out, "## False warnings by group\n");
    put(
        out,
        "On the photos as they are: mild + strong of how many, and the interval of the share of both. Reasons without any warning are left out.\n",
    );
    fairness(out, sight);
    put(out, "### Margins\n");
    put(
        out,
        "The median distance from the limit of a mild warning, and the least, in the measure's unit: the groups should lie alike.\n",
    );
    margins(out, sight);
    put(out, LAST);
    while page.ends_with("\n\n") {
        page.pop();
    }
    page
}

fn row(sight: &Sight, threshold: &Threshold) -> String {
    let (mild, strong) = limits(threshold.bound);
    let best = bad(sight, threshold)
        .iter()
        .map(|bad| (parted(sight, threshold, bad), bad.name, bad.drawn))
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let best = match best {
        Some((auc, name, drawn)) if auc >= 0.0 => {
            format!("{auc:.3}: {name}{}", if drawn { " (drawn)" } else { "" })
        }
        _ => "–".to_owned(),
    };
    let basis = match threshold.basis {
        Basis::Rule => "a rule",
        Basis::Portraits => "portraits",
        Basis::Synthetic => "drawings only",
    };
    format!(
        "| {} | `{}` | {} | {mild} | {strong} | {basis} | {} | {} |",
        threshold.reason.as_str(),
        threshold.measure,
        threshold.unit.as_str(),
        best,
        threshold.formula.replace('|', "\\|"),
    )
}

/// The AUC of a threshold's measure on some bad photos; under 0 where it was not measured on them.
fn parted(sight: &Sight, threshold: &Threshold, bad: &Bad<'_>) -> f32 {
    let good = if bad.drawn { &sight.drawn_good } else { good_for(sight, threshold.reason) };
    parting(threshold, good, bad.seen)
}

fn limits(bound: Bound) -> (String, String) {
    let one = |sign: &str, value: f64| {
        if value.is_finite() { format!("{sign} {value}") } else { "never".to_owned() }
    };
    match bound {
        Bound::AtLeast { mild, strong } => (one("<", mild), one("<", strong)),
        Bound::AtMost { mild, strong } => (one(">", mild), one(">", strong)),
        Bound::Within { mild, strong } => {
            let both = |[from, to]: [f64; 2]| {
                if from.is_finite() {
                    format!("outside {from} to {to}")
                } else {
                    "never".to_owned()
                }
            };
            (both(mild), both(strong))
        }
    }
}

/// The photos that are good as far as a reason goes.
fn good_for(sight: &Sight, reason: Reason) -> &[super::see::Seen] {
    use super::change::Change;
    let ground = [Reason::BackgroundNotWhite, Reason::BackgroundNotPlain, Reason::BackgroundShadow];
    let white = sight.changed.iter().find(|(change, _)| *change == Change::GroundWhite);
    match white {
        Some((_, seen)) if ground.contains(&reason) => seen,
        _ if reason == Reason::MouthOpen => {
            let neutral = sight.sitters.iter().take_while(|sitter| sitter.set != "london-smiling");
            &sight.good[..neutral.count()]
        }
        _ => &sight.good,
    }
}

fn distribution(out: &mut String, sight: &Sight, threshold: &Threshold) {
    let limit = match threshold.bound.limit() {
        Limit::One(limit) => format!("{limit}"),
        Limit::Within([from, to]) => format!("{from} to {to}"),
    };
    put(
        out,
        &format!("**`{}`** for {}, limit {limit}\n", threshold.measure, threshold.reason.as_str()),
    );
    put(
        out,
        "| photos | measured on | least | 5 % | median | 95 % | greatest | warned mildly | strongly | AUC |",
    );
    put(out, "|---|---|---|---|---|---|---|---|---|---|");
    let mut line = |name: &str, seen: &[super::see::Seen], auc: Option<f32>| {
        let spread = Spread::of(seen, threshold.measure);
        let (mild, strong) = warned(seen, threshold);
        let numbers = [spread.least, spread.low, spread.median, spread.high, spread.most];
        let numbers: Vec<String> = numbers.iter().map(|value| short(*value)).collect();
        put(
            out,
            &format!(
                "| {name} | {} of {} | {} | {mild} | {strong} | {} |",
                spread.count,
                seen.len(),
                numbers.join(" | "),
                auc.filter(|auc| *auc >= 0.0).map_or("–".to_owned(), |auc| format!("{auc:.3}")),
            ),
        );
    };
    line("good", good_for(sight, threshold.reason), None);
    line("good, drawn", &sight.drawn_good, None);
    for bad in bad(sight, threshold) {
        let name = format!("{}{}", bad.name, if bad.drawn { " (drawn)" } else { "" });
        line(&name, bad.seen, Some(parted(sight, threshold, &bad)));
    }
    put(out, "");
}

fn others(out: &mut String, sight: &Sight) {
    put(
        out,
        "| photos | number | warned of what was done | other warnings, a hundred photos each |",
    );
    put(out, "|---|---|---|---|");
    let real = sight.changed.iter().map(|(change, seen)| (change.name(), change.wrong(), seen));
    let drawn = sight.drawn.iter().map(|(fault, seen)| (fault.name(), fault.wrong(), seen));
    let good =
        [("as they are", &[] as &[Reason], &sight.good), ("drawn, good", &[], &sight.drawn_good)];
    for (name, wrong, seen) in good.into_iter().chain(real).chain(drawn) {
        let count = seen.len().max(1) as f64;
        let caught =
            seen.iter().filter(|seen| wrong.iter().any(|reason| seen.of(*reason).is_some()));
        let caught = match wrong {
            [] => "–".to_owned(),
            _ => format!("{:.0} %", 100.0 * caught.count() as f64 / count),
        };
        let told: Vec<String> = Reason::ALL
            .iter()
            .filter(|reason| !wrong.contains(reason) && **reason != Reason::BackgroundNotWhite)
            .filter_map(|reason| {
                use contract::examination::Severity::{Mild, Strong};
                let of = |severity| {
                    let found = seen.iter().filter(|seen| seen.of(*reason) == Some(severity));
                    100.0 * found.count() as f64 / count
                };
                let (mild, strong) = (of(Mild), of(Strong));
                (mild + strong > 0.0)
                    .then(|| format!("{} {mild:.0} + {strong:.0}", reason.as_str()))
            })
            .collect();
        put(out, &format!("| {name} | {} | {caught} | {} |", seen.len(), told.join(", ")));
    }
    put(out, "");
}

fn fairness(out: &mut String, sight: &Sight) {
    let groups = groups(sight);
    let told: Vec<Reason> = Reason::ALL
        .iter()
        .copied()
        .filter(|reason| sight.good.iter().any(|seen| seen.of(*reason).is_some()))
        .collect();
    header(out, "group", told.iter().map(|reason| reason.as_str().to_owned()));
    for group in &groups {
        let cells: Vec<String> = told
            .iter()
            .map(|reason| {
                let (mild, strong) = groups::warned(&sight.good, group, *reason);
                let (from, to) = interval(mild + strong, group.members.len());
                format!("{mild} + {strong} ({:.0}–{:.0} %)", 100.0 * from, 100.0 * to)
            })
            .collect();
        put(out, &format!("| {} ({}) | {} |", group.name, group.members.len(), cells.join(" | ")));
    }
    put(out, "");
}

fn margins(out: &mut String, sight: &Sight) {
    let groups: Vec<Group> = groups(sight);
    header(out, "measure", groups.iter().map(|group| group.name.clone()));
    for threshold in thresholds() {
        let cells: Vec<String> = groups
            .iter()
            .map(|group| {
                let measured = |at: &usize| sight.good[*at].measures.get(threshold.measure);
                let mut values: Vec<f64> = group
                    .members
                    .iter()
                    .filter_map(measured)
                    .map(|value| groups::margin(threshold.bound, *value))
                    .collect();
                values.sort_by(f64::total_cmp);
                match (values.get(values.len() / 2), values.first()) {
                    (Some(median), Some(least)) => {
                        format!("{} ({})", short(*median), short(*least))
                    }
                    _ => "–".to_owned(),
                }
            })
            .collect();
        put(out, &format!("| `{}` | {} |", threshold.measure, cells.join(" | ")));
    }
    put(out, "");
}

fn header(out: &mut String, first: &str, names: impl Iterator<Item = String>) {
    let names: Vec<String> = names.collect();
    put(out, &format!("| {first} | {} |", names.join(" | ")));
    put(out, &format!("|---|{}", "---|".repeat(names.len())));
}

/// Three digits, as many behind the point as are needed for them.
fn short(value: f64) -> String {
    match value.abs() {
        _ if !value.is_finite() => "–".to_owned(),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

fn put(out: &mut String, line: &str) {
    let _ = writeln!(out, "{line}");
}
