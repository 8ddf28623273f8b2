//! Looks for words in the source of pages that are not messages. It reads `rsx!` as the macro itself
//! does, and reports a text that stands where people read it: as a node of its own, in an attribute
//! that is shown or spoken, or in what an expression there can give. Elsewhere it reports what reads
//! like a sentence.

use dioxus_rsx::{
    Attribute, AttributeName, AttributeValue, BodyNode, CallBody, HotLiteral, IfAttributeValue,
    IfChain, IfmtInput, Segment, TemplateBody,
};
use proc_macro2::{Span, TokenStream};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprLit, ExprMethodCall, Lit, LitStr, Macro, Token};

/// Attributes of elements, and properties of our own components, whose value people read or hear.
const SHOWN: [&str; 23] = [
    "alt",
    "aria_braillelabel",
    "aria_description",
    "aria_label",
    "aria_placeholder",
    "aria_roledescription",
    "aria_valuetext",
    "body",
    "button",
    "caption",
    "description",
    "error",
    "heading",
    "hint",
    "label",
    "lead",
    "legend",
    "message",
    "note",
    "placeholder",
    "summary",
    "text",
    "title",
];

/// Functions and methods that take a message's name: what stands in their arguments is not shown.
const TAKE_NAMES: [&str; 7] =
    ["tr", "tr_with", "tr_name", "in_texts", "get", "format", "code_text"];

/// Functions that give back what they are given.
const PASS_ON: [&str; 5] = ["Some", "Ok", "Err", "from", "to_owned"];

/// Methods that show or speak what they are given.
const SAY: [&str; 2] = ["say", "tell"];

/// A text that people would read.
#[derive(Debug)]
pub(crate) struct Word {
    /// Its line in the file.
    pub(crate) line: usize,
    /// The text as it is written.
    pub(crate) text: String,
}

/// Every text in a source that people would read and that is no message.
pub(crate) fn words(source: &str) -> syn::Result<Vec<Word>> {
    let mut scan = Scan::default();
    scan.visit_file(&syn::parse_file(source)?);
    scan.failed.map_or(Ok(scan.found), Err)
}

/// Where a text stands.
#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    /// Nobody sees it.
    #[default]
    Elsewhere,
    /// Given to a function whose result is shown: a name in small letters chooses something there,
    /// anything else is likely to come out again.
    Argument,
    /// People read or hear it.
    Shown,
}

#[derive(Default)]
struct Scan {
    found: Vec<Word>,
    failed: Option<syn::Error>,
    place: Place,
}

impl Scan {
    fn report(&mut self, span: Span, text: String) {
        self.found.push(Word { line: span.start().line, text });
    }

    fn with<T>(&mut self, place: Place, look: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.place, place);
        let result = look(self);
        self.place = before;
        result
    }

    /// Whether people read this text where it stands.
    fn is_read(&self, text: &str) -> bool {
        let name = || {
            text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || " -_".contains(c))
        };
        match self.place {
            Place::Elsewhere => reads_like_a_sentence(text),
            Place::Argument => has_letters(text) && !name(),
            Place::Shown => has_letters(text),
        }
    }

    fn tokens(&mut self, tokens: &TokenStream, place: Place) {
        // An expression in braces may have statements before it.
        match Block::parse_within.parse2(tokens.clone()) {
            Ok(all) => self.with(place, |scan| all.iter().for_each(|one| scan.visit_stmt(one))),
            Err(error) => self.failed = Some(error),
        }
    }

    fn body(&mut self, body: &TemplateBody) {
        body.roots.iter().for_each(|node| self.node(node));
    }

    fn node(&mut self, node: &BodyNode) {
        match node {
            BodyNode::Element(element) => {
                element.raw_attributes.iter().for_each(|attribute| self.attribute(attribute));
                element.children.iter().for_each(|child| self.node(child));
            }
            BodyNode::Component(component) => {
                component.fields.iter().for_each(|field| self.attribute(field));
                self.body(&component.children);
            }
            BodyNode::Text(text) => self.segments(&text.input.formatted_input),
            BodyNode::RawExpr(raw) => self.tokens(&raw.expr.expr, Place::Shown),
            BodyNode::ForLoop(each) => {
                self.with(Place::Elsewhere, |scan| scan.visit_expr(&each.expr));
                self.body(&each.body);
            }
            BodyNode::IfChain(chain) => self.chain(chain),
        }
    }

    fn chain(&mut self, chain: &IfChain) {
        self.with(Place::Elsewhere, |scan| scan.visit_expr(&chain.cond));
        self.body(&chain.then_branch);
        if let Some(next) = &chain.else_if_branch {
            self.chain(next);
        }
        if let Some(last) = &chain.else_branch {
            self.body(last);
        }
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let name = match &attribute.name {
            AttributeName::BuiltIn(name) => name.to_string(),
            AttributeName::Custom(name) => name.value().replace('-', "_"),
            AttributeName::Spread(_) => String::new(),
        };
        let shown = SHOWN.contains(&name.as_str());
        self.value(&attribute.value, if shown { Place::Shown } else { Place::Elsewhere });
    }

    fn value(&mut self, value: &AttributeValue, place: Place) {
        match value {
            AttributeValue::AttrLiteral(HotLiteral::Fmted(text)) if place == Place::Shown => {
                self.segments(&text.formatted_input);
            }
            AttributeValue::AttrExpr(expr) => self.tokens(&expr.expr, place),
            AttributeValue::EventTokens(closure) => {
                self.tokens(&closure.body.expr, Place::Elsewhere);
            }
            AttributeValue::IfExpr(IfAttributeValue {
                condition, then_value, else_value, ..
            }) => {
                self.with(Place::Elsewhere, |scan| scan.visit_expr(condition));
                self.value(then_value, place);
                else_value.iter().for_each(|other| self.value(other, place));
            }
            _ => {}
        }
    }

    /// A text of `rsx!`: what stands between braces is filled in.
    fn segments(&mut self, text: &IfmtInput) {
        let said = text.segments.iter().any(|segment| match segment {
            Segment::Literal(part) => has_letters(part),
            Segment::Formatted(_) => false,
        });
        if said {
            self.report(text.source.span(), text.source.value());
        }
    }

    /// The arguments of a macro like `format!`.
    fn macro_arguments(&mut self, found: &Macro) {
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(arguments) = arguments.parse2(found.tokens.clone()) else {
            return;
        };
        for (i, argument) in arguments.iter().enumerate() {
            match argument {
                Expr::Lit(ExprLit { lit: Lit::Str(form), .. }) if i == 0 => {
                    self.form(form);
                }
                other => self.visit_expr(other),
            }
        }
    }

    /// The first argument of a macro like `format!`.
    fn form(&mut self, form: &LitStr) {
        let mut own = String::new();
        let mut depth = 0;
        for sign in form.value().chars() {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                sign if depth == 0 => own.push(sign),
                _ => {}
            }
        }
        if self.is_read(&own) {
            self.report(form.span(), form.value());
        }
    }
}

impl<'a> Visit<'a> for Scan {
    fn visit_macro(&mut self, found: &'a Macro) {
        let name = found.path.segments.last().map(|last| last.ident.to_string());
        match name.as_deref() {
            Some("rsx") => match syn::parse2::<CallBody>(found.tokens.clone()) {
                Ok(call) => self.with(Place::Shown, |scan| scan.body(&call.body)),
                Err(error) => self.failed = Some(error),
            },
            Some("format" | "concat" | "vec") => self.macro_arguments(found),
            _ => {}
        }
    }

    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        let name = call.method.to_string();
        self.visit_expr(&call.receiver);
        let place = match name.as_str() {
            name if SAY.contains(&name) => Place::Shown,
            name if TAKE_NAMES.contains(&name) => Place::Elsewhere,
            _ => self.place,
        };
        self.with(place, |scan| call.args.iter().for_each(|argument| scan.visit_expr(argument)));
    }

    fn visit_expr_call(&mut self, call: &'a syn::ExprCall) {
        let name = match &*call.func {
            Expr::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        let name = name.unwrap_or_default();
        let place = match self.place {
            Place::Shown if PASS_ON.contains(&name.as_str()) => Place::Shown,
            _ if TAKE_NAMES.contains(&name.as_str()) => Place::Elsewhere,
            Place::Shown | Place::Argument => Place::Argument,
            Place::Elsewhere => Place::Elsewhere,
        };
        self.with(place, |scan| call.args.iter().for_each(|argument| scan.visit_expr(argument)));
    }

    fn visit_expr_if(&mut self, branch: &'a syn::ExprIf) {
        self.with(Place::Elsewhere, |scan| scan.visit_expr(&branch.cond));
        self.visit_block(&branch.then_branch);
        if let Some((_, other)) = &branch.else_branch {
            self.visit_expr(other);
        }
    }

    fn visit_expr_match(&mut self, choice: &'a syn::ExprMatch) {
        self.with(Place::Elsewhere, |scan| scan.visit_expr(&choice.expr));
        for arm in &choice.arms {
            if let Some((_, guard)) = &arm.guard {
                self.with(Place::Elsewhere, |scan| scan.visit_expr(guard));
            }
            self.visit_expr(&arm.body);
        }
    }

    fn visit_expr_binary(&mut self, both: &'a syn::ExprBinary) {
        let joined = matches!(both.op, BinOp::Add(_));
        let place = if joined { self.place } else { Place::Elsewhere };
        self.with(place, |scan| visit::visit_expr_binary(scan, both));
    }

    // What is kept under a name is judged by itself: most of it is classes and message names.
    fn visit_local(&mut self, local: &'a syn::Local) {
        self.with(Place::Elsewhere, |scan| visit::visit_local(scan, local));
    }

    fn visit_lit_str(&mut self, text: &'a LitStr) {
        let value = text.value();
        if self.is_read(&value) {
            self.report(text.span(), value);
        }
    }

    // Not shown, whatever they say: attributes with the documentation, and tests.
    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}

    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        let test = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
        };
        if !module.attrs.iter().any(test) {
            visit::visit_item_mod(self, module);
        }
    }
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Two words with a space between them that begin with a capital, or letters that no name in a
/// program has.
fn reads_like_a_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |word: &&str| {
        let letters = word.trim_end_matches(['.', ',', ':', ';', '?', '…', '’']);
        letters.len() > 1 && letters.chars().all(char::is_alphabetic)
    };
    let two = words.windows(2).any(|two| two.iter().all(word));
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let foreign = text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    two && capital || foreign
}
