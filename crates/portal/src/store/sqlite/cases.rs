//! Loads everything about a household in one go.

use super::rows::{json, json_if_any, moment, named, parsed, parsed_if_any};
use crate::case::{
    AccountFile, AddressFile, AnsweredFile, CardFile, CaseFile, ComingEmail, ContactFile,
    DecisionFile, DeclarationFile, InvitationFile, PersonFile, PhotoFile, ProofFile, TreatedAs,
};
use crate::store::{StoreError, Stored};
use contract::Code;
use contract::board::Name;
use contract::id::{HouseholdId, PersonId, PhotoId};
use rusqlite::{Connection, OptionalExtension, Params, Row};

const OF_HOUSEHOLD: &str = "IN (SELECT id FROM people WHERE household = ?1)";

/// The household that a query names, if any.
fn found(db: &Connection, query: &str, params: impl Params) -> Stored<Option<CaseFile>> {
    let id: Option<HouseholdId> =
        db.prepare_cached(query)?.query_row(params, |row| parsed(row, "household")).optional()?;
    id.map(|id| load(db, id)).transpose()
}

pub(super) fn of_application(db: &Connection, number: &str) -> Stored<Option<CaseFile>> {
    let query = "SELECT id AS household FROM households WHERE application_number = ?1";
    found(db, query, [number])
}

pub(super) fn of_person(db: &Connection, person: PersonId) -> Stored<Option<CaseFile>> {
    let query = "SELECT household FROM people WHERE id = ?1";
    found(db, query, [person.to_string()])
}

pub(super) fn of_photo(db: &Connection, photo: PhotoId) -> Stored<Option<CaseFile>> {
    let query = "SELECT household FROM people JOIN photos ON photos.person = people.id
                 WHERE photos.id = ?1";
    found(db, query, [photo.to_string()])
}

/// The household of a person who must be there.
pub(super) fn needed(db: &Connection, person: PersonId) -> Stored<CaseFile> {
    of_person(db, person)?.ok_or(StoreError::Refused(Code::NotFound))
}

fn load(db: &Connection, id: HouseholdId) -> Stored<CaseFile> {
    let mut case = db.prepare_cached("SELECT * FROM households WHERE id = ?1")?.query_row(
        [id.to_string()],
        |row| {
            Ok(CaseFile {
                id,
                application_number: row.get("application_number")?,
                applied_on: parsed(row, "applied_on")?,
                state: named(row, "state")?,
                invitation: None,
                people: Vec::new(),
            })
        },
    )?;
    case.invitation = invitation(db, id)?;
    case.people = people(db, id)?;
    for (person, account) in each(db, id, "SELECT * FROM accounts WHERE person", account)? {
        in_case(&mut case, person, |file| file.account = Some(account));
    }
    let declared = "SELECT d.person, d.at, d.reference, p.given, p.family FROM declarations d
                    JOIN people p ON p.id = d.declared_by WHERE d.person";
    for (person, declaration) in each(db, id, declared, declaration)? {
        in_case(&mut case, person, |file| file.declaration = Some(declaration));
    }
    let newest = "SELECT *, (SELECT MIN(at) FROM addresses f WHERE f.person = a.person) AS first_at
                  FROM addresses a
                  WHERE version = (SELECT MAX(version) FROM addresses l WHERE l.person = a.person)
                  AND person";
    for (person, address) in each(db, id, newest, address)? {
        in_case(&mut case, person, |file| file.address = Some(address));
    }
    let photos = "SELECT p.*, e.likeness FROM photos p LEFT JOIN examinations e ON e.photo = p.id
                  WHERE p.person";
    let photos = each(db, id, photos, photo)?;
    for (person, photo) in photos {
        in_case(&mut case, person, |file| file.photos.push(photo));
    }
    for file in &mut case.people {
        file.photos.sort_by_key(|photo| (photo.submitted_at, photo.id));
    }
    for (person, proof) in each(db, id, "SELECT * FROM proofs WHERE person", proof)? {
        in_case(&mut case, person, |file| file.proof = Some(proof));
    }
    for (person, card) in each(db, id, "SELECT * FROM cards WHERE person", card)? {
        in_case(&mut case, person, |file| file.card = Some(card));
    }
    Ok(case)
}

fn in_case(case: &mut CaseFile, person: PersonId, set: impl FnOnce(&mut PersonFile)) {
    if let Some(file) = case.people.iter_mut().find(|file| file.id == person) {
        set(file);
    }
}

fn each<T>(
    db: &Connection,
    household: HouseholdId,
    query: &str,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Stored<Vec<(PersonId, T)>> {
    let rows = db
        .prepare_cached(&format!("{query} {OF_HOUSEHOLD}"))?
        .query_map([household.to_string()], |row| Ok((parsed(row, "person")?, read(row)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn invitation(db: &Connection, household: HouseholdId) -> Stored<Option<InvitationFile>> {
    Ok(db
        .prepare_cached("SELECT * FROM invitations WHERE household = ?1")?
        .query_row([household.to_string()], |row| {
            Ok(InvitationFile {
                last_day: parsed(row, "last_day")?,
                in_canada: row.get("in_canada")?,
            })
        })
        .optional()?)
}

/// Everyone, with their addresses: the confirmed one goes before the one on file.
const PEOPLE: &str = "
    SELECT p.*, e.email AS confirmed_email, e.by_officer, a.person IS NOT NULL AS is_answered,
           a.email AS answered_email, a.own_account, c.email AS coming_email, c.holds_from
    FROM people p
    LEFT JOIN emails e ON e.person = p.id
    LEFT JOIN answers a ON a.person = p.id
    LEFT JOIN email_changes c
           ON c.person = p.id AND c.ended_at IS NULL AND c.holds_from IS NOT NULL
    WHERE p.household = ?1 ORDER BY p.position";

fn people(db: &Connection, household: HouseholdId) -> Stored<Vec<PersonFile>> {
    let rows = db
        .prepare_cached(PEOPLE)?
        .query_map([household.to_string()], |row| {
            let contact = contact(row)?;
            let confirmed: Option<String> = row.get("confirmed_email")?;
            Ok(PersonFile {
                id: parsed(row, "id")?,
                name: name(row)?,
                date_of_birth: parsed(row, "date_of_birth")?,
                uci: row.get("uci")?,
                email: confirmed.or_else(|| contact.on_file.clone()),
                contact,
                treated_as: treated_as(row)?,
                relationship: named(row, "relationship")?,
                account: None,
                declaration: None,
                address: None,
                photos: Vec::new(),
                proof: None,
                card: None,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn contact(row: &Row<'_>) -> rusqlite::Result<ContactFile> {
    let answered = match row.get("is_answered")? {
        true => Some(AnsweredFile {
            email: row.get("answered_email")?,
            own_account: row.get("own_account")?,
        }),
        false => None,
    };
    let coming = match row.get::<_, Option<String>>("coming_email")? {
        Some(email) => Some(ComingEmail { email, holds_from: moment(row, "holds_from")? }),
        None => None,
    };
    Ok(ContactFile {
        on_file: row.get("email")?,
        confirmed: row.get::<_, Option<String>>("confirmed_email")?.is_some(),
        by_officers: row.get::<_, Option<bool>>("by_officer")?.unwrap_or_default(),
        answered,
        coming,
    })
}

fn treated_as(row: &Row<'_>) -> rusqlite::Result<Option<TreatedAs>> {
    match row.get::<_, Option<String>>("treated_as")? {
        Some(_) => named(row, "treated_as").map(Some),
        None => Ok(None),
    }
}

fn name(row: &Row<'_>) -> rusqlite::Result<Name> {
    Ok(Name { given: row.get("given")?, family: row.get("family")? })
}

fn account(row: &Row<'_>) -> rusqlite::Result<AccountFile> {
    Ok(AccountFile {
        id: parsed(row, "id")?,
        username: row.get("username")?,
        active: row.get::<_, Option<String>>("password_hash")?.is_some(),
        temporary_last_day: parsed_if_any(row, "temporary_last_day")?,
        closed: row.get::<_, Option<i64>>("closed_at")?.is_some(),
    })
}

fn declaration(row: &Row<'_>) -> rusqlite::Result<DeclarationFile> {
    Ok(DeclarationFile { at: moment(row, "at")?, by: name(row)?, reference: row.get("reference")? })
}

fn address(row: &Row<'_>) -> rusqlite::Result<AddressFile> {
    Ok(AddressFile {
        at: moment(row, "at")?,
        first_at: moment(row, "first_at")?,
        by: parsed(row, "given_by")?,
        reference: row.get("reference")?,
        mailing: json(row, "mailing")?,
        residential: json_if_any(row, "residential")?,
    })
}

fn photo(row: &Row<'_>) -> rusqlite::Result<PhotoFile> {
    let decision = match json_if_any(row, "verdict")? {
        None => None,
        Some(verdict) => Some(DecisionFile { verdict, effective_at: moment(row, "effective_at")? }),
    };
    Ok(PhotoFile {
        id: parsed(row, "id")?,
        object: match row.get::<_, Option<i64>>("bytes_gone_at")? {
            None => Some(row.get("object")?),
            Some(_) => None,
        },
        format: named(row, "format")?,
        kind: named(row, "kind")?,
        submitted_at: moment(row, "submitted_at")?,
        pixels_sha256: row.get("pixels_sha256")?,
        likeness: row.get("likeness")?,
        decision,
    })
}

fn proof(row: &Row<'_>) -> rusqlite::Result<ProofFile> {
    Ok(ProofFile { became_resident_on: parsed(row, "became_resident_on")?, at: moment(row, "at")? })
}

fn card(row: &Row<'_>) -> rusqlite::Result<CardFile> {
    Ok(CardFile { step: named(row, "step")?, at: moment(row, "at")? })
}
