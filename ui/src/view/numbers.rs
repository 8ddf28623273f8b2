//! A frame in numbers, as they are typed: which belong together, and which frame they make. Nothing is
//! judged while it is typed.

use crate::view::framing::height_for;
use contract::crop::{Crop, Ground};
use contract::{Code, FieldProblem};

/// One of the numbers that a frame is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Left,
    Top,
    Width,
    Height,
}

impl Number {
    /// Every number, in the order of their fields.
    pub(crate) const ALL: [Self; 4] = [Self::Left, Self::Top, Self::Width, Self::Height];

    /// Its name in messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Top => "top",
            Self::Width => "width",
            Self::Height => "height",
        }
    }

    /// Its field, as a dotted path.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::Left => "crop.left",
            Self::Top => "crop.top",
            Self::Width => "crop.width",
            Self::Height => "crop.height",
        }
    }
}

/// A frame's numbers as they stand in their fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Numbers([String; 4]);

impl Numbers {
    /// Those of a frame.
    pub(crate) fn of(crop: Crop) -> Self {
        Self([
            crop.x.to_string(),
            crop.y.to_string(),
            crop.width.to_string(),
            crop.height.to_string(),
        ])
    }

    /// What stands in a field.
    pub(crate) fn get(&self, number: Number) -> &str {
        &self.0[number as usize]
    }

    /// These with one of them typed anew. Width and height belong together, so each sets the other.
    pub(crate) fn typed(mut self, number: Number, text: String, ground: Ground<'_>) -> Self {
        let value = read(&text);
        self.0[number as usize] = text;
        match (number, value) {
            (Number::Width, Some(width)) => {
                self.0[Number::Height as usize] = height_for(ground, width).to_string();
            }
            (Number::Height, Some(height)) => {
                self.0[Number::Width as usize] = ground.width_for(height).to_string();
            }
            _ => {}
        }
        self
    }

    /// The frame that they make.
    ///
    /// # Errors
    /// One per field that is no whole number or lies outside the picture, with the arguments `least`
    /// and `most`.
    pub(crate) fn check(&self, ground: Ground<'_>) -> Result<Crop, Vec<FieldProblem>> {
        let tallest = ground.tallest().unwrap_or(ground.policy.min_height);
        let widest = ground.width_for(tallest);
        let mut problems = Vec::new();
        let mut within = |number: Number, least: u32, most: u32| {
            let value = read(self.get(number)).filter(|value| (least..=most).contains(value));
            if value.is_none() {
                problems.push(
                    FieldProblem::new(number.field(), Code::Malformed)
                        .with("least", least)
                        .with("most", most),
                );
            }
            value
        };
        let width = within(Number::Width, ground.policy.min_width, widest);
        let height = within(Number::Height, ground.policy.min_height, tallest);
        let beside =
            |room: u32, taken: Option<u32>, least: u32| room.saturating_sub(taken.unwrap_or(least));
        let left = within(Number::Left, 0, beside(ground.width, width, ground.policy.min_width));
        let top = within(Number::Top, 0, beside(ground.height, height, ground.policy.min_height));
        let (Some(left), Some(top), Some(_), Some(height)) = (left, top, width, height) else {
            problems.sort_by_key(|problem| {
                Number::ALL.iter().position(|number| number.field() == problem.field)
            });
            return Err(problems);
        };
        let place = |at: u32| i32::try_from(at).unwrap_or(i32::MAX);
        let width = ground.width_for(height);
        Ok(Crop { x: place(left), y: place(top), width, height })
    }
}

/// A whole number of pixels, however its thousands are set apart and however wide its digits are. A
/// comma with other than three digits behind it begins a fraction, which is none.
fn read(text: &str) -> Option<u32> {
    let typed: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    let mut groups = typed.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let begins = if rest.peek().is_some() { (1..=3).contains(&first.len()) } else { true };
    let digits = typed.replace(',', "");
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && begins && rest.all(|group| group.len() == 3)).then(|| digits.parse().ok()).flatten()
}

/// A sign of a Chinese keyboard's full width as the one of half of it.
fn narrow(sign: char) -> char {
    let full = ('０'..='９').contains(&sign) || sign == '，';
    char::from_u32(u32::from(sign) - if full { 0xfee0 } else { 0 }).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::framing::ground;

    const FRAME: Crop = Crop { x: 1000, y: 1000, width: 1000, height: 1400 };

    fn phone() -> Ground<'static> {
        ground(3024, 4032)
    }

    fn numbers(left: &str, top: &str, width: &str, height: &str) -> Numbers {
        Numbers([left, top, width, height].map(str::to_owned))
    }

    fn wrong(numbers: &Numbers, ground: Ground<'_>) -> Vec<String> {
        numbers.check(ground).unwrap_err().into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn typed_width_and_height_belong_together() {
        let typed = Numbers::of(FRAME).typed(Number::Width, "1500".into(), phone());
        assert_eq!(typed, numbers("1000", "1000", "1500", "2100"));
        let typed = typed.typed(Number::Height, "2 800".into(), phone());
        assert_eq!(typed, numbers("1000", "1000", "2000", "2 800"));
        assert_eq!(
            typed.check(phone()).unwrap(),
            Crop { x: 1000, y: 1000, width: 2000, height: 2800 }
        );
        let unfinished = typed.typed(Number::Height, "2800 px".into(), phone());
        assert_eq!(unfinished.get(Number::Width), "2000", "stays until a number is there");
    }

    #[test]
    fn a_number_is_read_as_it_is_written_in_each_language_and_a_fraction_is_none() {
        for written in
            ["2800", "2,800", "2 800", "2\u{202f}800", "２８００", "２，８００", " 2800 "]
        {
            assert_eq!(read(written), Some(2800), "{written}");
        }
        for other in ["1000,5", "1000,500", "2,80", ",800", "2800,", "2800.5", "-1", "", ","] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn the_smallest_picture_takes_its_own_width() {
        let smallest = ground(715, 1000);
        let typed = Numbers::default().typed(Number::Width, "715".into(), smallest);
        assert_eq!(typed.get(Number::Height), "1000");
    }

    #[test]
    fn every_number_that_is_wrong_is_told_at_its_field_with_its_limits() {
        assert_eq!(
            wrong(&numbers("", "-1", "a", "99"), phone()),
            ["crop.left", "crop.top", "crop.width", "crop.height"]
        );
        let outside = numbers("2025", "0", "1000", "1400");
        let problems = outside.check(phone()).unwrap_err();
        let wanted =
            FieldProblem::new("crop.left", Code::Malformed).with("least", 0).with("most", 2024);
        assert_eq!(problems, [wanted]);
        assert!(numbers("2024", "0", "1000", "1400").check(phone()).is_ok(), "as far as it goes");
        assert_eq!(
            wrong(&numbers("0", "0", "2881", "4033"), phone()),
            ["crop.width", "crop.height"]
        );
    }
}
