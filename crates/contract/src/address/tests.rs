//! Addresses as they are typed, and who saw which.

use super::*;

fn good() -> Address {
    Address {
        unit: "#4B".into(),
        street: " 1200  rue Saint-Denis ".into(),
        municipality: "Montréal".into(),
        province: "qc".into(),
        postal_code: "h2x3j6".into(),
        ..Address::default()
    }
}

fn codes(address: &Address) -> Vec<(String, Code)> {
    address
        .check(&Policy::PROGRAMME)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|problem| (problem.field, problem.code))
        .collect()
}

#[test]
fn what_was_typed_becomes_a_label() {
    let address = good().check(&Policy::PROGRAMME).expect("a good address");
    assert_eq!(address.label(), ["4B-1200 rue Saint-Denis", "Montréal QC  H2X 3J6"]);
    let rural = Address {
        care_of: "c/o Noor Haddad".into(),
        street: "RR 2".into(),
        more: "STN MAIN".into(),
        municipality: "Iqaluit".into(),
        province: "NU".into(),
        postal_code: "X0A-0H0".into(),
        ..Address::default()
    };
    let rural = rural.check(&Policy::PROGRAMME).expect("a rural route");
    assert_eq!(rural.label(), ["C/O Noor Haddad", "STN MAIN", "RR 2", "Iqaluit NU  X0A 0H0"]);
}

#[test]
fn what_was_seen_is_told_of_those_whom_it_is_for_and_once() {
    let person = |number| PersonId::new(0, [number; 10]);
    let seen = |number, reference: &str| SeenAddress {
        person: person(number),
        reference: reference.to_owned(),
    };
    let given = GiveAddress {
        people: vec![person(2), person(1)],
        mailing: good(),
        residential: None,
        instead_of: Some(vec![seen(1, "A"), seen(3, "B"), seen(1, "C")]),
    };
    let checked = given.check(&Policy::PROGRAMME).expect("holds");
    assert_eq!(checked.instead_of, Some(vec![seen(1, "A")]));
    let whatever = GiveAddress { instead_of: None, ..given };
    let checked = whatever.check(&Policy::PROGRAMME).expect("holds");
    let body = serde_json::to_value(&checked).expect("JSON");
    assert_eq!(body.get("instead_of"), None, "as clients have it that say nothing of it");
}

#[test]
fn each_fault_has_its_own_code_at_its_field() {
    let fault = |change: fn(&mut Address)| {
        let mut address = good();
        change(&mut address);
        codes(&address)
    };
    let one = |field: &str, code| vec![(field.to_owned(), code)];
    assert_eq!(
        fault(|a| a.postal_code = "D1A 1A1".into()),
        one("postal_code", Code::PostalCodeShape)
    );
    assert_eq!(
        fault(|a| a.postal_code = "W1A 1A1".into()),
        one("postal_code", Code::PostalCodeShape)
    );
    assert_eq!(
        fault(|a| a.postal_code = "90210".into()),
        one("postal_code", Code::PostalCodeShape)
    );
    assert_eq!(
        fault(|a| a.postal_code = "M5V 2T6".into()),
        one("postal_code", Code::PostalCodeProvince)
    );
    assert_eq!(fault(|a| a.province = "TX".into()), one("province", Code::NotInCanada));
    assert_eq!(fault(|a| a.street = "  ".into()), one("street", Code::Required));
    assert_eq!(
        fault(|a| a.municipality = "多伦多".into()),
        one("municipality", Code::NotPrintable)
    );
    assert_eq!(
        fault(|a| a.street = "1200 boulevard du Très-Long-Nom-de-Rue Ouest".into()),
        one("street", Code::LabelLineTooLong)
    );
}

proptest::proptest! {
    #[test]
    fn normal_forms_stay_as_they_are(code in "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]") {
        let once = normalise_postal_code(&code).expect("a postal code");
        proptest::prop_assert_eq!(normalise_postal_code(&once.to_lowercase()), Some(once));
    }

    #[test]
    fn no_text_panics(text in ".{0,60}") {
        let address = Address { street: text.clone(), postal_code: text.clone(), unit: text.clone(), province: text, ..good() };
        let _ = address.check(&Policy::PROGRAMME);
    }
}
