//! What Chromium tells screen readers: the accessibility tree, and whether everything in it has the
//! name and the place that it needs. Each complaint is one line.

use super::Browser;
use serde_json::{Value, json};

/// Roles that somebody can do something with.
const INTERACTIVE: [&str; 12] = [
    "button",
    "link",
    "textbox",
    "checkbox",
    "radio",
    "combobox",
    "DisclosureTriangle",
    "listbox",
    "spinbutton",
    "slider",
    "switch",
    "tab",
];

/// Something that screen readers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// A heading's level.
    pub level: Option<u64>,
}

impl Browser {
    /// The accessibility tree in reading order, without what is ignored.
    #[must_use]
    pub fn told(&self) -> Vec<Told> {
        self.devtools("Accessibility.enable", json!({}));
        let tree = self.devtools("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().unwrap();
        let word = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        nodes
            .iter()
            .filter(|node| node["ignored"] != true)
            .map(|node| {
                let properties = node["properties"].as_array();
                let level = properties.into_iter().flatten().find(|each| each["name"] == "level");
                let level = level.and_then(|each| each["value"]["value"].as_u64());
                Told { role: word(&node["role"]), name: word(&node["name"]), level }
            })
            .collect()
    }

    /// What is wrong with the tree of the page that is shown.
    #[must_use]
    pub fn what_is_told_wrongly(&self) -> Vec<String> {
        let told = self.told();
        let mut wrong = Vec::new();
        let count = |role: &str| told.iter().filter(|each| each.role == role).count();
        for role in ["main", "banner", "contentinfo"] {
            if count(role) != 1 {
                wrong.push(format!("{} landmarks are {role}", count(role)));
            }
        }
        let headings: Vec<&Told> = told.iter().filter(|each| each.role == "heading").collect();
        let first = headings.iter().filter(|each| each.level == Some(1)).count();
        if first != 1 {
            wrong.push(format!("{first} headings have level 1"));
        }
        for pair in headings.windows(2) {
            if let [Some(before), Some(after)] = [pair[0].level, pair[1].level]
                && after > before + 1
            {
                wrong.push(format!("a level is left out before “{}”", pair[1].name));
            }
        }
        let needs_a_name = |role: &str| {
            INTERACTIVE.contains(&role) || matches!(role, "heading" | "image" | "dialog")
        };
        for each in
            told.iter().filter(|each| needs_a_name(&each.role) && each.name.trim().is_empty())
        {
            wrong.push(format!("a {} has no name", each.role));
        }
        wrong
    }
}
