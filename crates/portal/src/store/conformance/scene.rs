//! What the conformance tests put into a store: one household of two people.

use crate::case::Verdict;
use crate::rules::upload::{Announced, Part};
use crate::secret::{self, Sha};
use crate::store::{
    Keyed, NewAccount, NewAddress, NewChunk, NewDecision, NewDeclaration, NewHousehold,
    NewPassword, NewPerson, NewPhoto, NewSession, Reissue, Store, Taken, Upload,
};
use contract::Language;
use contract::address::{Address, GiveAddress};
use contract::board::{Name, Relationship};
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::id::{AccountId, HouseholdId, IdempotencyKey, PersonId, PhotoId, UploadId};
use contract::photo::{PictureFormat, SourceKind, SubmitPhoto};
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// So many seconds after ten in the morning in Toronto on 22 November 2026.
pub(crate) fn at(second: i64) -> Timestamp {
    let start: Timestamp = "2026-11-22T15:00:00Z".parse().expect("a time");
    Timestamp::from_second(start.as_second() + second).expect("a time")
}

/// An id that no other call gives.
pub(crate) fn id() -> Uuid {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    numbered(NEXT.fetch_add(1, Ordering::SeqCst), 0xff)
}

fn numbered(number: u64, kind: u8) -> Uuid {
    let mut random = [kind; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    PersonId::new(1_790_000_000_000, random).0
}

/// The `number`th household: a principal and a spouse.
pub(crate) fn household(number: u64, application_number: &str) -> NewHousehold {
    let person = |place: u64, name: &str, relationship| NewPerson {
        id: PersonId(numbered(number * 10 + place, 2)),
        name: Name { given: name.into(), family: "Moreau".into() },
        date_of_birth: date(1990, 1, 1),
        uci: format!("{number:04}-{place:04}"),
        email: (place == 1).then(|| "first@example.org".into()),
        relationship,
    };
    NewHousehold {
        id: HouseholdId(numbered(number, 1)),
        application_number: application_number.into(),
        applied_on: date(2025, 1, 1),
        people: vec![
            person(1, "First", Relationship::Principal),
            person(2, "Second", Relationship::Spouse),
        ],
    }
}

/// A store, and what is in it.
pub(crate) struct Scene {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) people: Vec<PersonId>,
    account: AccountId,
}

impl Scene {
    pub(crate) fn empty(store: Arc<dyn Store>) -> Self {
        Self { store, people: Vec::new(), account: AccountId(numbered(1, 3)) }
    }

    pub(crate) async fn with_household(store: Arc<dyn Store>) -> Self {
        let household = household(1, "E000000001");
        let people = household.people.iter().map(|person| person.id).collect();
        store.import(vec![household], at(0)).await.expect("taken in");
        Self { people, ..Self::empty(store) }
    }

    /// The principal has an own password and a session `[4; 32]`.
    pub(crate) async fn signed_in(store: Arc<dyn Store>) -> Self {
        let scene = Self::with_household(store).await;
        let store = &scene.store;
        store.open_account(scene.account(scene.people[0])).await.expect("opened");
        store
            .grant_ticket(scene.account, "temporary hash", [3; 32], at(0), at(10))
            .await
            .expect("granted");
        store.store_password(scene.password([3; 32], at(0))).await.expect("stored");
        scene
    }

    /// Everyone is declared, has an address and an accepted photo, 60 seconds later.
    pub(crate) async fn up_to_accepted_photos(&self) {
        let store = &self.store;
        store.declare(self.keyed(91, [1; 32]), self.declaration(at(50))).await.expect("declared");
        store.give_address(self.keyed(92, [1; 32]), self.address(at(50))).await.expect("given");
        for (number, person) in (1..).zip(&self.people) {
            let mut upload = self.upload(number);
            upload.person = *person;
            self.noted(upload, at(50)).await;
            let mut photo = self.photo(number, at(50));
            photo.person = *person;
            let keyed = self.keyed(92 + number, [1; 32]);
            let receipt = store.submit_photo(keyed, photo).await.expect("submitted");
            let decision = self.decision(receipt.photo, Verdict::Accepted, at(50));
            store.decide_photo(decision).await.expect("accepted");
        }
    }

    pub(crate) fn account(&self, person: PersonId) -> NewAccount {
        NewAccount {
            account: self.account,
            person,
            username: "AAAA-0000".into(),
            temporary_password: "temporary".into(),
            temporary_hash: "temporary hash".into(),
            mail: id(),
            now: at(0),
        }
    }

    pub(crate) fn reissue(&self, username: &str, now: Timestamp) -> Reissue {
        Reissue {
            username: username.into(),
            temporary_password: "another".into(),
            temporary_hash: "another hash".into(),
            mail: id(),
            now,
        }
    }

    pub(crate) fn password(&self, ticket: Sha, now: Timestamp) -> NewPassword {
        NewPassword { ticket, password_hash: "own hash".into(), session: [4; 32], mail: id(), now }
    }

    pub(crate) fn session(&self, token: Sha, now: Timestamp) -> NewSession {
        NewSession { account: self.account, token, now }
    }

    pub(crate) fn keyed(&self, key: u64, sha256: Sha) -> Keyed {
        Keyed {
            account: self.account,
            route: "POST /somewhere",
            key: IdempotencyKey(numbered(key, 4)),
            sha256,
        }
    }

    pub(crate) fn declaration(&self, now: Timestamp) -> NewDeclaration {
        NewDeclaration {
            by: self.people[0],
            declaration: DeclarePresence {
                people: self.people.clone(),
                statement_version: STATEMENT_VERSION.into(),
                language: Language::French,
            },
            reference: "a reference".into(),
            now,
        }
    }

    pub(crate) fn address(&self, now: Timestamp) -> NewAddress {
        let mailing = Address {
            street: "PO BOX 123".into(),
            municipality: "Iqaluit".into(),
            province: "NU".into(),
            postal_code: "X0A 0H0".into(),
            ..Address::default()
        };
        NewAddress {
            by: self.people[0],
            address: GiveAddress {
                people: self.people.clone(),
                mailing,
                residential: None,
                instead_of: None,
            },
            reference: "a reference".into(),
            now,
        }
    }

    /// A file of ten bytes.
    pub(crate) fn upload(&self, number: u64) -> Upload {
        let one_byte = u8::try_from(number).expect("a small number");
        Upload {
            by: self.people[0],
            person: self.people[0],
            upload: UploadId(numbered(number, 5)),
            announced: Announced { total: 10, sha256: [one_byte; 32] },
            object: format!("object {number}"),
            bytes: 3,
            sha256: [9; 32],
            format: PictureFormat::Jpeg,
            pixels_sha256: [one_byte; 32],
        }
    }

    /// Notes a file that arrived at once; the objects that nothing needs any more.
    pub(crate) async fn noted(&self, upload: Upload, now: Timestamp) -> Vec<String> {
        let whole = Part { announced: upload.announced.clone(), starts: 0, bytes: 10 };
        match self.store.note_upload(upload, whole, now).await.expect("noted") {
            Taken::Kept { replaced } => replaced,
            other => panic!("not kept: {other:?}"),
        }
    }

    /// Some bytes of such a file, in an object named by file and place.
    pub(crate) fn chunk(&self, number: u64, starts: u64, bytes: u64, now: Timestamp) -> NewChunk {
        let Upload { by, person, upload, announced, object, .. } = self.upload(number);
        let object = format!("{object} from {starts}");
        let part = Part { announced, starts, bytes };
        NewChunk { by, person, upload, part, object, instead_of: None, now }
    }

    pub(crate) fn photo(&self, number: u64, now: Timestamp) -> NewPhoto {
        NewPhoto {
            by: self.people[0],
            person: self.people[0],
            submission: SubmitPhoto {
                upload: self.upload(number).upload,
                sha256: secret::hex(&self.upload(number).announced.sha256),
                kind: SourceKind::Scan,
            },
            photo: PhotoId(numbered(number, 6)),
            reference: "a reference".into(),
            now,
        }
    }

    pub(crate) fn decision(&self, photo: PhotoId, verdict: Verdict, now: Timestamp) -> NewDecision {
        NewDecision { photo, verdict, mail: id(), now }
    }
}
