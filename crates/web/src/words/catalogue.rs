//! One language: its Fluent bundle, and the texts without values resolved at
//! load so that saying one of them is a look-up.

use crate::format;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, PatternElement};
use intl_memoizer::concurrent::IntlLangMemoizer;
use redress_kernel::Lang;
use std::collections::HashMap;

pub(super) struct Catalogue {
    plain: HashMap<Box<str>, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    pub(super) fn new(lang: Lang) -> Catalogue {
        let locale = if lang == Lang::Pseudo { "en" } else { lang.tag() };
        let locales = locale.parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(locales);
        // The isolates are set round each value by `Words`, which knows its kind.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(number_formatter(lang)));
        Catalogue {
            plain: HashMap::new(),
            bundle,
        }
    }

    pub(super) fn add(&mut self, file: &str, text: &str) {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(file, ?errors, "a translation file has errors");
                resource
            }
        };
        self.resolve_plain(&resource);
        if let Err(errors) = self.bundle.add_resource(resource) {
            tracing::error!(file, ?errors, "a translation stands twice");
        }
    }

    /// A text of several lines is several text elements.
    fn resolve_plain(&mut self, resource: &FluentResource) {
        for entry in resource.entries() {
            if let Entry::Message(message) = entry
                && let Some(pattern) = &message.value
                && let Some(text) = pattern.elements.iter().map(text_of).collect::<Option<String>>()
            {
                self.plain.insert(message.id.name.into(), text.into());
            }
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key) || self.bundle.has_message(key)
    }

    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(Box::as_ref)
    }

    pub(super) fn format(&self, key: &str, args: Option<&FluentArgs>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned();
        if !errors.is_empty() {
            tracing::debug!(key, ?errors, "a text lacks a value");
        }
        Some(text)
    }
}

fn text_of<'a>(element: &PatternElement<&'a str>) -> Option<&'a str> {
    match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    }
}

type Formatter = fn(&FluentValue, &IntlLangMemoizer) -> Option<String>;

/// Numbers inside sentences in the digits of the language.
fn number_formatter(lang: Lang) -> Formatter {
    match lang {
        Lang::Fa => |value, _| number(value, Lang::Fa),
        Lang::Lt => |value, _| number(value, Lang::Lt),
        _ => |value, _| number(value, Lang::En),
    }
}

fn number(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(format::whole(number.value as i64, lang))
        }
        FluentValue::Number(number) => Some(format::decimal(number.value, 1, lang)),
        _ => None,
    }
}
