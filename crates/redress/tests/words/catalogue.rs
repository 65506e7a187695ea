//! Reads the translations as texts with their variables and their written forms.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::{collections::BTreeSet, fs, path::Path};

/// Stands for a value in a written form.
pub const VALUE: char = '\u{fffc}';

#[derive(Debug, Clone)]
pub struct Text {
    pub lang: String,
    /// `translations/ko/web.form.ftl`
    pub path: String,
    /// `web.form.ftl`
    pub file: String,
    pub key: String,
    pub variables: BTreeSet<String>,
    /// Every way in which the message can be written, values as `VALUE`.
    pub forms: Vec<String>,
    /// The variants of each selector, with its variable.
    pub selectors: Vec<(String, BTreeSet<String>)>,
}

pub fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `(language, file, content)` of all translations.
pub fn files() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for lang in crate::LANGUAGES {
        for entry in fs::read_dir(root().join("translations").join(lang)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            all.push((lang.to_owned(), name, fs::read_to_string(path).unwrap()));
        }
    }
    all.sort();
    all
}

pub fn texts() -> Vec<Text> {
    files()
        .iter()
        .flat_map(|(lang, file, content)| read(lang, file, content).0)
        .collect()
}

/// The texts of one file, and what in it is not Fluent.
pub fn read(lang: &str, file: &str, content: &str) -> (Vec<Text>, Vec<String>) {
    let path = format!("translations/{lang}/{file}");
    let resource = match fluent_syntax::parser::parse(content.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let (mut texts, mut junk) = (Vec::new(), Vec::new());
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut text = Text {
                    lang: lang.to_owned(),
                    path: path.clone(),
                    file: file.to_owned(),
                    key: message.id.name,
                    variables: BTreeSet::new(),
                    forms: Vec::new(),
                    selectors: Vec::new(),
                };
                if let Some(pattern) = &message.value {
                    text.forms = forms(&mut text, pattern);
                }
                texts.push(text);
            }
            Entry::Junk { content } => junk.push(format!(
                "{path}: not Fluent, correct it: {}",
                content.lines().next().unwrap_or_default()
            )),
            _ => {}
        }
    }
    (texts, junk)
}

fn forms(text: &mut Text, pattern: &Pattern<String>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![value.clone()],
            PatternElement::Placeable { expression } => placeable(text, expression),
        };
        all = all
            .iter()
            .flat_map(|before| parts.iter().map(move |part| format!("{before}{part}")))
            .take(200)
            .collect();
    }
    all
}

fn placeable(text: &mut Text, expression: &Expression<String>) -> Vec<String> {
    match expression {
        Expression::Inline(inline) => vec![inlined(text, inline)],
        Expression::Select { selector, variants } => {
            let name = inlined_name(selector);
            text.variables.insert(name.clone());
            let keys = variants
                .iter()
                .map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                })
                .collect();
            text.selectors.push((name, keys));
            variants
                .iter()
                .flat_map(|variant| forms(text, &variant.value))
                .collect()
        }
    }
}

fn inlined(text: &mut Text, inline: &InlineExpression<String>) -> String {
    match inline {
        InlineExpression::VariableReference { id } => {
            text.variables.insert(id.name.clone());
            VALUE.to_string()
        }
        InlineExpression::StringLiteral { value } => {
            fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()
        }
        InlineExpression::NumberLiteral { value } => value.clone(),
        _ => VALUE.to_string(),
    }
}

fn inlined_name(selector: &InlineExpression<String>) -> String {
    match selector {
        InlineExpression::VariableReference { id } => id.name.clone(),
        _ => String::new(),
    }
}

/// For planted faults: one message in one language.
pub fn planted(lang: &str, content: &str) -> Text {
    let (texts, junk) = read(lang, "room.slice.ftl", content);
    assert!(junk.is_empty(), "{junk:?}");
    texts.into_iter().next().unwrap()
}

#[test]
fn every_file_is_fluent() {
    let junk: Vec<String> = files()
        .iter()
        .flat_map(|(lang, file, content)| read(lang, file, content).1)
        .collect();
    crate::nothing_found("Not Fluent:", &junk);
}

#[test]
fn what_is_not_fluent_is_found() {
    let (texts, junk) = read("en", "a.ftl", "good = Good\nbad { $x\n");
    assert_eq!(texts.len(), 1);
    crate::found(&junk, &["bad { $x"]);
}
