//! With which photos of its household a photo is compared: those that were submitted before it, so
//! that the answer is the same whenever it is asked for.

use crate::case::CaseFile;
use crate::secret;
use contract::examination::{Earlier, Whose};
use contract::id::PhotoId;
use jiff::Timestamp;

/// What a photo with this likeness is compared with, oldest first: photos of the same person that
/// were returned, and all photos of others. One with the same pixels has the same likeness, even
/// where its own examination failed.
#[must_use]
pub fn earlier(
    case: &CaseFile,
    photo: PhotoId,
    likeness: Option<&str>,
    now: Timestamp,
) -> Vec<Earlier> {
    let Some((owner, this)) = case.photo(photo) else {
        return Vec::new();
    };
    let mut before: Vec<_> = case
        .people
        .iter()
        .flat_map(|person| person.photos.iter().map(move |photo| (person.id, photo)))
        .filter(|(_, other)| (other.submitted_at, other.id) < (this.submitted_at, this.id))
        .filter(|(person, other)| *person != owner.id || other.is_returned(now))
        .collect();
    before.sort_by_key(|(_, other)| (other.submitted_at, other.id));
    before
        .into_iter()
        .map(|(person, other)| Earlier {
            pixels_sha256: secret::hex(&other.pixels_sha256),
            likeness: match other.pixels_sha256 == this.pixels_sha256 {
                true => likeness.map(str::to_owned),
                false => other.likeness.clone(),
            },
            whose: if person == owner.id { Whose::Returned } else { Whose::Another },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{ContactFile, DecisionFile, PersonFile, PhotoFile, Verdict};
    use contract::board::{HouseholdState, Name, Relationship};
    use contract::id::{HouseholdId, PersonId};
    use contract::photo::{PictureFormat, SourceKind};
    use jiff::civil::date;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    /// The `number`th photo of the household, returned so many seconds from now.
    fn photo(number: u8, returned: Option<i64>) -> PhotoFile {
        let verdict = Verdict::Returned {
            reasons: Vec::new(),
            note_en: String::new(),
            note_fr: String::new(),
        };
        let at = |second| Timestamp::from_second(second).expect("a time");
        PhotoFile {
            id: PhotoId(Uuid::from_u128(u128::from(number))),
            object: None,
            format: PictureFormat::Jpeg,
            kind: SourceKind::Scan,
            submitted_at: at(i64::from(number) - 1000),
            pixels_sha256: [number; 32],
            likeness: Some(number.to_string()),
            decision: returned.map(|second| DecisionFile { verdict, effective_at: at(second) }),
        }
    }

    fn person(number: u8, photos: Vec<PhotoFile>) -> PersonFile {
        PersonFile {
            id: PersonId(Uuid::from_u128(u128::from(number))),
            name: Name::default(),
            date_of_birth: date(1990, 1, 1),
            uci: String::new(),
            email: None,
            contact: ContactFile::default(),
            treated_as: None,
            relationship: Relationship::Principal,
            account: None,
            declaration: None,
            address: None,
            photos,
            proof: None,
            card: None,
        }
    }

    #[test]
    fn a_photo_is_compared_with_what_was_there_before_it() {
        let mut case = CaseFile {
            id: HouseholdId(Uuid::nil()),
            application_number: String::new(),
            applied_on: date(2025, 1, 1),
            state: HouseholdState::Active,
            invitation: None,
            people: vec![
                // The second one is not returned for everyone yet.
                person(1, vec![photo(1, Some(0)), photo(3, Some(1)), photo(5, None)]),
                person(2, vec![photo(2, Some(0)), photo(4, None), photo(6, None)]),
            ],
        };
        let compared = |case: &CaseFile, number: u8| {
            let photo = PhotoId(Uuid::from_u128(u128::from(number)));
            let earlier = earlier(case, photo, Some("its own"), NOW);
            let told = earlier.into_iter().map(|other| (other.likeness.expect("one"), other.whose));
            told.collect::<Vec<_>>()
        };
        let another = |number: &str| (number.to_owned(), Whose::Another);
        let returned = |number: &str| (number.to_owned(), Whose::Returned);
        assert_eq!(compared(&case, 1), []);
        assert_eq!(compared(&case, 2), [another("1")]);
        assert_eq!(compared(&case, 5), [returned("1"), another("2"), another("4")]);
        assert_eq!(compared(&case, 6), [another("1"), returned("2"), another("3"), another("5")],);
        assert_eq!(compared(&case, 9), [], "of nobody");
        case.people[0].photos[2].pixels_sha256 = [4; 32];
        case.people[1].photos[1].likeness = None;
        assert_eq!(compared(&case, 5)[2], another("its own"), "the same pixels");
    }
}
