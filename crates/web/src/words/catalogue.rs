//! One language: its messages, parsed once. Those without values are resolved
//! at load, so that saying one of them is a look-up.
//!
//! The formatting is our own, over Fluent's syntax tree: the plural rules of the
//! Fluent bundle are wrong for Lithuanian (22, 111), and this is what we use of it.

use super::plural::category;
use crate::format;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use redress_kernel::Lang;
use rustc_hash::FxHashMap as HashMap;

/// How deep a message may refer to another.
const DEPTH_MAX: u8 = 8;

pub(super) struct Catalogue {
    lang: Lang,
    plain: HashMap<Box<str>, Box<str>>,
    filled: HashMap<Box<str>, Pattern<String>>,
    terms: HashMap<Box<str>, Pattern<String>>,
}

/// A value ready to stand in a sentence.
pub(super) enum Value {
    Number(i64),
    Text(String),
}

pub(super) type Values<'a> = [(&'a str, Value)];

impl Catalogue {
    pub(super) fn new(lang: Lang) -> Catalogue {
        Catalogue {
            lang,
            plain: HashMap::default(),
            filled: HashMap::default(),
            terms: HashMap::default(),
        }
    }

    /// A file with an error loses that message only; the words test fails for it.
    pub(super) fn add(&mut self, file: &str, text: &str) {
        let resource = match fluent_syntax::parser::parse(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(file, ?errors, "a translation file has errors");
                resource
            }
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(pattern) = message.value {
                        self.put(&message.id.name, pattern);
                    }
                }
                Entry::Term(term) => {
                    self.terms.insert(term.id.name.into(), term.value);
                }
                _ => {}
            }
        }
    }

    fn put(&mut self, key: &str, pattern: Pattern<String>) {
        let text: Option<String> = pattern.elements.iter().map(text_of).collect();
        match text {
            Some(text) => {
                self.plain.insert(key.into(), text.into());
            }
            None => {
                self.filled.insert(key.into(), pattern);
            }
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key) || self.filled.contains_key(key)
    }

    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(Box::as_ref)
    }

    pub(super) fn format(&self, key: &str, values: &Values) -> Option<String> {
        if let Some(text) = self.plain(key) {
            return Some(text.to_owned());
        }
        let mut out = String::new();
        self.write(&mut out, self.filled.get(key)?, values, 0);
        Some(out)
    }

    fn write(&self, out: &mut String, pattern: &Pattern<String>, values: &Values, depth: u8) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => self.write_inline(out, inline, values, depth),
                    Expression::Select { selector, variants } => {
                        if let Some(variant) = self.selected(selector, variants, values) {
                            self.write(out, &variant.value, values, depth);
                        }
                    }
                },
            }
        }
    }

    fn write_inline(
        &self,
        out: &mut String,
        inline: &InlineExpression<String>,
        values: &Values,
        depth: u8,
    ) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                out.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => out.push_str(value),
            InlineExpression::VariableReference { id } => match value(values, &id.name) {
                Some(Value::Number(n)) => out.push_str(&format::whole(*n, self.lang)),
                Some(Value::Text(text)) => out.push_str(text),
                // The page shows that something is missing; a brace never reaches it.
                None => out.push('…'),
            },
            InlineExpression::MessageReference { id, .. } if depth < DEPTH_MAX => {
                match (self.plain(&id.name), self.filled.get(id.name.as_str())) {
                    (Some(text), _) => out.push_str(text),
                    (None, Some(pattern)) => self.write(out, pattern, values, depth + 1),
                    (None, None) => out.push_str(&id.name),
                }
            }
            InlineExpression::TermReference { id, .. } if depth < DEPTH_MAX => {
                if let Some(pattern) = self.terms.get(id.name.as_str()) {
                    self.write(out, pattern, values, depth + 1);
                }
            }
            InlineExpression::Placeable { expression } => {
                if let Expression::Inline(inline) = expression.as_ref() {
                    self.write_inline(out, inline, values, depth);
                }
            }
            _ => {}
        }
    }

    /// An exact number or text wins over the plural category, the default ends.
    fn selected<'p>(
        &self,
        selector: &InlineExpression<String>,
        variants: &'p [Variant<String>],
        values: &Values,
    ) -> Option<&'p Variant<String>> {
        let chosen = match selector {
            InlineExpression::VariableReference { id } => value(values, &id.name),
            _ => None,
        };
        let exact = |variant: &&Variant<String>| match (&variant.key, chosen) {
            (VariantKey::NumberLiteral { value }, Some(Value::Number(n))) => {
                value.parse() == Ok(*n)
            }
            (VariantKey::Identifier { name }, Some(Value::Text(text))) => name == text,
            _ => false,
        };
        let plural = |variant: &&Variant<String>| match (&variant.key, chosen) {
            (VariantKey::Identifier { name }, Some(Value::Number(n))) => {
                name == category(self.lang, *n as f64)
            }
            _ => false,
        };
        variants
            .iter()
            .find(exact)
            .or_else(|| variants.iter().find(plural))
            .or_else(|| variants.iter().find(|variant| variant.default))
    }
}

fn value<'v>(values: &'v Values, name: &str) -> Option<&'v Value> {
    values
        .iter()
        .find(|(its, _)| *its == name)
        .map(|(_, value)| value)
}

fn text_of(element: &PatternElement<String>) -> Option<&str> {
    match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    }
}
