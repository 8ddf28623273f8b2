//! Sheets of parts that ask something, in every state.

use crate::form::{Form, use_form};
use crate::parts::choices::{Answer, Group, yes_no_unsure};
use crate::parts::date::DateField;
use crate::parts::fields::{SelectField, TextField, username_field};
use crate::parts::link::Submit;
use crate::parts::secret::SecretField;
use crate::parts::strength::meter;
use crate::parts::summary::summary;
use crate::view::strength::verdict;
use crate::words::tr;
use contract::draft::TypedDate;
use contract::password::Advice;
use contract::policy::Policy;
use contract::{Code, FieldProblem, Problem};
use dioxus::prelude::*;

fn fields(form: Form) -> Element {
    rsx! {
        {username_field(form, "K7MP-2XQD".into(), |_| {})}
        SecretField { form, name: "password", label: tr("own-password"), hint: tr("temporary-password-hint"),
            value: "seven green kayaks", autocomplete: "new-password", change: |_| {},
            {judged("seven green kayaks", Some((4, "")))}
        }
        DateField { form, name: "date_of_birth", label: tr("date-of-birth"), hint: tr("date-hint"),
            value: TypedDate { year: "1988".into(), month: "3".into(), day: "27".into() }, change: |_| {} }
        TextField { form, name: "street", label: tr("address-street"), hint: tr("address-street-hint"), required: true,
            value: "88 Rue Sainte-Catherine O", change: |_| {} }
        SelectField { form, name: "province", label: tr("address-province"), value: "QC", autocomplete: "off",
            options: vec![("QC", tr("province-qc")), ("NL", tr("province-nl"))], change: |_| {} }
        TextField { form, name: "postal_code", label: tr("address-postal-code"), width: "short", disabled: true,
            value: "H2X 1Z3", change: |_| {} }
    }
}

/// What is said of a password of this score, with this advice.
fn judged(password: &str, told: Option<(u8, &str)>) -> Element {
    let told = told.map(|(score, advice)| format!("{score} {advice}")).unwrap_or_default();
    meter(&verdict(password, "K7MP-2XQD", &told, &Policy::PROGRAMME))
}

/// Nothing typed, too short, not judged, easy, easy with every advice by twos, nearly, hard.
pub(super) fn strengths() -> Element {
    let long = "seven green kayaks";
    let by_twos = Advice::ALL.chunks(2);
    let lines: Vec<String> =
        by_twos.map(|two| two.iter().map(|one| format!("{} ", one.name())).collect()).collect();
    rsx! {
        {judged("", None)}
        {judged("kayak", None)}
        {judged("seven green ka", None)}
        {judged(long, None)}
        {judged(&long.repeat(60), None)}
        for line in lines {
            {judged(long, Some((1, &line)))}
        }
        {judged(long, Some((2, "dates more_words")))}
        {judged(long, Some((3, "")))}
    }
}

#[component]
pub(super) fn Fields() -> Element {
    let form = use_form();
    rsx! {
        form { class: "read-first", {fields(form)} }
    }
}

#[component]
pub(super) fn WrongFields() -> Element {
    let form = use_form();
    use_effect(move || {
        let names = ["username", "password", "date_of_birth", "street", "province", "postal_code"];
        let problems: Vec<FieldProblem> =
            names.iter().map(|name| FieldProblem::new(*name, Code::Required)).collect();
        form.refuse(Problem::from(problems));
    });
    rsx! {
        if form.has_errors() {
            {summary(form)}
        }
        form { class: "read-first", {fields(form)} }
    }
}

#[component]
pub(super) fn Choices() -> Element {
    let form = use_form();
    let wrong = use_form();
    use_effect(move || {
        wrong.refuse(Problem::from(vec![FieldProblem::new("kind", Code::Required)]));
    });
    let people = ["Leila Haddad", "Maximiliana Guadalupe Alejandrina de los Ángeles Haddad-Chen"];
    let people = people
        .map(|name| Answer::new(name.to_owned(), name.len() < 20).with(tr("declaration-i-am")));
    let answers: Vec<Answer> =
        yes_no_unsure().into_iter().map(|words| Answer::new(words, false)).collect();
    rsx! {
        form { class: "read-first",
            Group { form, name: "people", question: tr("declaration-who"), hint: tr("declaration-who-hint"), required: true,
                answers: people.to_vec(), change: |_| {} }
            Group { form, name: "mark", question: tr("genuine-languages"), one: true, abreast: true,
                answers: answers.clone(), change: |_| {} }
            Group { form: wrong, name: "kind", question: tr("photo-kind"), required: true, one: true,
                answers, change: |_| {} }
        }
    }
}

#[component]
pub(super) fn AtWork() -> Element {
    let form = use_form();
    use_effect(move || {
        form.begin();
    });
    rsx! {
        form { class: "read-first", Submit { form, label: tr("continue") } }
    }
}
