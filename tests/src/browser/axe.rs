//! axe-core in a page: every rule of WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices.

use super::Browser;
use serde_json::{Value, json};
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// The rule sets.
const TAGS: [&str; 7] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// axe-core itself, as `cargo xtask setup` brings it.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .unwrap_or_else(|why| panic!("{}: {why}; `cargo xtask setup` brings it", file.display()))
});

/// Something that axe-core does not let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Its name for the rule.
    pub rule: String,
    /// What it says about the rule.
    pub help: String,
    /// Each place: its selector, its HTML and what is wrong with it.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} ({})", self.rule, self.help)?;
        for place in &self.places {
            write!(to, "\n    {}", place.replace('\n', "\n      "))?;
        }
        Ok(())
    }
}

impl Browser {
    /// What axe-core finds on the page that is shown, once it stands still.
    ///
    /// # Panics
    /// When axe-core is not there or does not finish.
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        self.stands_still();
        if self.script("return typeof window.axe === 'undefined'", vec![]) == true {
            let source = format!("{}; window.axe = axe;", *AXE);
            let _ = self.script(&source, vec![]);
        }
        let run = "return axe.run(document, {
            runOnly: { type: 'tag', values: arguments[0] },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
        }).then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(
            each => ({ rule: each.id, help: each.help, places: each.nodes.map(
                node => `${node.target.join(' ')}\\n${node.html}\\n${node.failureSummary}`) })) }))";
        let found = self.script(run, vec![json!(TAGS)]);
        assert!(found["passes"].as_u64().unwrap() > 5, "axe-core looked at the page: {found}");
        found["violations"].as_array().unwrap().iter().map(violation).collect()
    }
}

fn violation(found: &Value) -> Violation {
    let word = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    let places = found["places"].as_array().unwrap();
    Violation {
        rule: word("rule"),
        help: word("help"),
        places: places.iter().filter_map(|each| Some(each.as_str()?.to_owned())).collect(),
    }
}
