//! Canadian addresses: what people type, its normal form, what is wrong with it, and the mailing
//! label (Canada Post addressing guidelines).

use crate::id::{PersonId, each_once};
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use serde::{Deserialize, Serialize};

/// A province or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the two letters are the official abbreviations")]
pub enum Province {
    AB,
    BC,
    MB,
    NB,
    NL,
    NS,
    NT,
    NU,
    ON,
    PE,
    QC,
    SK,
    YT,
}

impl Province {
    /// Every province and territory, by abbreviation.
    pub const ALL: [Self; 13] = [
        Self::AB,
        Self::BC,
        Self::MB,
        Self::NB,
        Self::NL,
        Self::NS,
        Self::NT,
        Self::NU,
        Self::ON,
        Self::PE,
        Self::QC,
        Self::SK,
        Self::YT,
    ];

    /// The official abbreviation.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::AB => "AB",
            Self::BC => "BC",
            Self::MB => "MB",
            Self::NB => "NB",
            Self::NL => "NL",
            Self::NS => "NS",
            Self::NT => "NT",
            Self::NU => "NU",
            Self::ON => "ON",
            Self::PE => "PE",
            Self::QC => "QC",
            Self::SK => "SK",
            Self::YT => "YT",
        }
    }

    /// From its abbreviation, in any case.
    #[must_use]
    pub fn from_abbreviation(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        Self::ALL.into_iter().find(|province| province.abbreviation() == text)
    }

    /// First letters of the postal codes used there.
    #[must_use]
    pub const fn postal_letters(self) -> &'static str {
        match self {
            Self::NL => "A",
            Self::NS => "B",
            Self::PE => "C",
            Self::NB => "E",
            Self::QC => "GHJ",
            Self::ON => "KLMNP",
            Self::MB => "R",
            Self::SK => "S",
            Self::AB => "T",
            Self::BC => "V",
            Self::NT | Self::NU => "X",
            Self::YT => "Y",
        }
    }
}

/// An address in Canada as it was typed or as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Address {
    /// "c/o": somebody else at that address who takes the mail.
    pub care_of: String,
    /// Apartment, suite or unit, without a word before it.
    pub unit: String,
    /// Street number and name, or `PO BOX 123`, `RR 2`, `GD`. Required.
    pub street: String,
    /// A second line: building, station, site and compartment.
    pub more: String,
    /// City, town or village. Required.
    pub municipality: String,
    /// Abbreviation of the province or territory. Required.
    pub province: String,
    /// `A1A 1A1`. Required.
    pub postal_code: String,
}

/// Body of `POST /api/v1/addresses`: one address for one or more people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveAddress {
    /// For whom.
    pub people: Vec<PersonId>,
    /// Where the card is mailed.
    pub mailing: Address,
    /// Where they live; absent when it is the mailing address.
    pub residential: Option<Address>,
    /// The addresses in whose place it is given: those of these people that its sender saw. Whoever is
    /// not among them had none. Where another one was given meanwhile, this one is refused with
    /// `address_changed_elsewhere`. Absent, it takes the place of whatever there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<Vec<SeenAddress>>,
}

/// An address that was seen, by the reference under which it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeenAddress {
    /// Whose.
    pub person: PersonId,
    /// The reference of its receipt.
    pub reference: String,
}

impl GiveAddress {
    /// The same answers in their normal form.
    ///
    /// # Errors
    /// Every answer that does not hold, by field: `people`, `mailing.…`, `residential.…`.
    pub fn check(&self, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if self.people.is_empty() {
            problems.push(FieldProblem::new("people", Code::NobodyChosen));
        }
        let people = each_once(&self.people);
        let mut take = |address: &Address, parent: &str| match address.check(policy) {
            Ok(address) => address,
            Err(found) => {
                problems.extend(found.into_iter().map(|problem| problem.under(parent)));
                Address::default()
            }
        };
        let mailing = take(&self.mailing, "mailing");
        let residential = self.residential.as_ref().map(|address| take(address, "residential"));
        // What was seen of others is no matter.
        let instead_of = self.instead_of.as_ref().map(|seen| {
            let of = |person: &PersonId| seen.iter().find(|seen| seen.person == *person);
            people.iter().filter_map(of).cloned().collect()
        });
        if problems.is_empty() {
            Ok(Self { people, mailing, residential, instead_of })
        } else {
            Err(problems)
        }
    }
}

impl Address {
    /// The same address in its normal form: spaces folded, postal code as `A1A 1A1`.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let address = Self {
            care_of: fold(strip_care_of(&self.care_of)),
            unit: fold(&self.unit).trim_start_matches('#').trim_start().to_owned(),
            street: fold(&self.street),
            more: fold(&self.more),
            municipality: fold(&self.municipality),
            province: self.province.trim().to_ascii_uppercase(),
            postal_code: normalise_postal_code(&self.postal_code)
                .unwrap_or_else(|| fold(&self.postal_code)),
        };
        let mut problems = Vec::new();
        for (field, value, required) in [
            ("care_of", &address.care_of, false),
            ("unit", &address.unit, false),
            ("street", &address.street, true),
            ("more", &address.more, false),
            ("municipality", &address.municipality, true),
        ] {
            if required && value.is_empty() {
                problems.push(FieldProblem::new(field, Code::Required));
            } else if value.chars().any(|c| c.is_control() || !is_printable(c)) {
                problems.push(FieldProblem::new(field, Code::NotPrintable));
            }
        }
        let province = Province::from_abbreviation(&address.province);
        if address.province.is_empty() {
            problems.push(FieldProblem::new("province", Code::Required));
        } else if province.is_none() {
            problems.push(FieldProblem::new("province", Code::NotInCanada));
        }
        problems.extend(check_postal_code(&self.postal_code, province));
        if problems.is_empty() {
            problems.extend(address.label_problems(policy));
        }
        if problems.is_empty() { Ok(address) } else { Err(problems) }
    }

    /// The lines of the mailing label under the name, at most five.
    #[must_use]
    pub fn label(&self) -> Vec<String> {
        self.label_lines().into_iter().map(|(_, line)| line).collect()
    }

    fn label_lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = Vec::new();
        if !self.care_of.is_empty() {
            lines.push(("care_of", format!("C/O {}", self.care_of)));
        }
        if !self.more.is_empty() {
            lines.push(("more", self.more.clone()));
        }
        let street = if self.unit.is_empty() {
            self.street.clone()
        } else if self.unit.chars().all(char::is_alphanumeric)
            && self.street.starts_with(|c: char| c.is_ascii_digit())
        {
            format!("{}-{}", self.unit, self.street)
        } else {
            format!("{} UNIT {}", self.street, self.unit)
        };
        lines.push(("street", street));
        let last = format!("{} {}  {}", self.municipality, self.province, self.postal_code);
        lines.push(("municipality", last));
        lines
    }

    fn label_problems(&self, policy: &Policy) -> Vec<FieldProblem> {
        let limit = policy.label_line_chars;
        self.label_lines()
            .into_iter()
            .filter(|(_, line)| line.chars().count() > limit)
            .map(|(field, line)| {
                FieldProblem::new(field, Code::LabelLineTooLong)
                    .with("limit", limit)
                    .with("length", line.chars().count())
            })
            .collect()
    }
}

/// `A1A 1A1` from whatever case, spacing and punctuation was typed; nothing where the letters and
/// digits do not alternate so.
#[must_use]
pub fn normalise_postal_code(typed: &str) -> Option<String> {
    let kept: Vec<char> =
        typed.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
    let alternates = kept.len() == 6
        && kept
            .iter()
            .enumerate()
            .all(|(i, c)| if i % 2 == 0 { c.is_ascii_uppercase() } else { c.is_ascii_digit() });
    alternates.then(|| {
        let (first, last) = kept.split_at(3);
        format!("{} {}", first.iter().collect::<String>(), last.iter().collect::<String>())
    })
}

fn check_postal_code(typed: &str, province: Option<Province>) -> Option<FieldProblem> {
    const NEVER: &str = "DFIOQU";
    let problem = |code| Some(FieldProblem::new("postal_code", code));
    if typed.trim().is_empty() {
        return problem(Code::Required);
    }
    let Some(code) = normalise_postal_code(typed) else {
        return problem(Code::PostalCodeShape);
    };
    let first = code.chars().next()?;
    if code.chars().any(|c| NEVER.contains(c)) || "WZ".contains(first) {
        return problem(Code::PostalCodeShape);
    }
    let province = province?;
    if province.postal_letters().contains(first) {
        return None;
    }
    Some(
        FieldProblem::new("postal_code", Code::PostalCodeProvince)
            .with("letter", first.to_string())
            .with("province", province.abbreviation()),
    )
}

fn strip_care_of(typed: &str) -> &str {
    let typed = typed.trim();
    ["c/o", "C/O", "a/s", "A/S"].iter().find_map(|mark| typed.strip_prefix(mark)).unwrap_or(typed)
}

fn is_printable(c: char) -> bool {
    // Labels are printed in Latin letters, marks included.
    c.is_ascii() || ('\u{a0}'..='\u{24f}').contains(&c) || "‐–—’".contains(c)
}

fn fold(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
