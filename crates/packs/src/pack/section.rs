//! Reading a table of TOML key by key. Whatever is missing, of another kind or
//! unknown is put down with its line; reading goes on, so that all is told at once.

use super::Problem;
use jiff::civil::Date;
use std::{cell::RefCell, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A file while it is read.
pub(super) struct Page<'a> {
    file: &'a str,
    text: &'a str,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Page<'a> {
        let problems = RefCell::default();
        Page {
            file,
            text,
            problems,
        }
    }

    pub(super) fn wrong(&self, at: usize, what: impl Into<String>) {
        let problem = Problem {
            file: self.file.to_owned(),
            line: self.line(at),
            what: what.into(),
        };
        self.problems.borrow_mut().push(problem);
    }

    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().get(..at.min(self.text.len()));
        1 + before.map_or(0, |it| it.iter().filter(|byte| **byte == b'\n').count())
    }

    pub(super) fn problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.line);
        problems.dedup();
        problems
    }
}

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<T> {
    pub value: T,
    pub at: usize,
}

type Value<'a> = Found<&'a DeValue<'a>>;

pub(super) struct Section<'a> {
    page: &'a Page<'a>,
    table: &'a DeTable<'a>,
    pub at: usize,
    /// How a person finds it: `version.clock`.
    name: &'static str,
}

impl<'a> Section<'a> {
    pub(super) fn new(page: &'a Page<'a>, table: &'a DeTable<'a>, at: usize) -> Section<'a> {
        let name = "the pack";
        Section {
            page,
            table,
            at,
            name,
        }
    }

    pub(super) fn line(&self) -> usize {
        self.page.line(self.at)
    }

    /// Refuses every key that is not one of these.
    pub(super) fn only(&self, keys: &[&str]) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !keys.contains(&name) {
                let known = keys.join(", ");
                let what = format!("unknown key `{name}` in {}; known are {known}", self.name);
                self.page.wrong(key.span().start, what);
            }
        }
    }

    pub(super) fn wrong(&self, at: usize, what: impl Into<String>) {
        self.page.wrong(at, what);
    }

    /// Nothing is wrong so far.
    pub(super) fn fine(&self) -> bool {
        self.page.problems.borrow().is_empty()
    }

    fn value(&self, key: &str) -> Option<Value<'a>> {
        let (_, value) = self.table.iter().find(|(it, _)| {
            let name: &str = it.get_ref();
            name == key
        })?;
        Some(found(value))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    fn missing(&self, key: &str, expected: &str) {
        let what = format!("`{key}` is missing in {}; expected {expected}", self.name);
        self.page.wrong(self.at, what);
    }

    fn expected(&self, at: usize, key: &str, expected: &str) {
        self.page.wrong(at, format!("`{key}`: expected {expected}"));
    }

    pub(super) fn text(&self, key: &str) -> Option<Found<&'a str>> {
        if !self.has(key) {
            self.missing(key, "a text");
        }
        self.text_if(key)
    }

    pub(super) fn text_if(&self, key: &str) -> Option<Found<&'a str>> {
        let found = self.value(key)?;
        let text = found.value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            let expected = match found.value {
                DeValue::String(_) => "a text that is not empty",
                _ => "a text in quotation marks",
            };
            self.expected(found.at, key, expected);
        }
        text.map(|value| Found {
            value,
            at: found.at,
        })
    }

    /// A text that means something: parsed by `read`, or told what was expected.
    pub(super) fn parsed<T>(
        &self,
        key: &str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Found<T>> {
        if !self.has(key) {
            self.missing(key, expected);
        }
        self.parsed_if(key, expected, read)
    }

    pub(super) fn parsed_if<T>(
        &self,
        key: &str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Found<T>> {
        let text = self.text_if(key)?;
        let value = read(text.value);
        if value.is_none() {
            let expected = format!("{expected}, not `{}`", text.value);
            self.expected(text.at, key, &expected);
        }
        value.map(|value| Found { value, at: text.at })
    }

    pub(super) fn choice<T>(
        &self,
        key: &str,
        names: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let expected = format!("one of {}", names.join(", "));
        self.parsed(key, &expected, read).map(|it| it.value)
    }

    pub(super) fn choice_if<T>(
        &self,
        key: &str,
        names: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.has(key).then(|| self.choice(key, names, read))?
    }

    pub(super) fn day(&self, key: &str) -> Option<Found<Date>> {
        if !self.has(key) {
            self.missing(key, "a day such as 2026-06-01");
        }
        self.day_if(key)
    }

    pub(super) fn day_if(&self, key: &str) -> Option<Found<Date>> {
        self.parsed_if(key, "a day such as 2026-06-01", |text| text.parse().ok())
    }

    pub(super) fn number(&self, key: &str, range: Range<u32>) -> Option<u32> {
        let (least, most) = (range.start, range.end.saturating_sub(1));
        let expected = format!("a whole number from {least} to {most}");
        let Some(found) = self.value(key) else {
            self.missing(key, &expected);
            return None;
        };
        let number = found.value.as_integer().and_then(|it| {
            let digits: String = it.as_str().chars().filter(|c| *c != '_').collect();
            let number = i64::from_str_radix(&digits, it.radix()).ok()?;
            u32::try_from(number).ok().filter(|it| range.contains(it))
        });
        if number.is_none() {
            self.expected(found.at, key, &expected);
        }
        number
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        let Some(found) = self.value(key) else {
            return false;
        };
        let flag = found.value.as_bool();
        if flag.is_none() {
            self.expected(found.at, key, "true or false");
        }
        flag.unwrap_or_default()
    }

    /// A list of texts, or one text; an absent key is an empty list.
    pub(super) fn texts(&self, key: &str) -> Vec<Found<&'a str>> {
        let Some(found) = self.value(key) else {
            return Vec::new();
        };
        let values = match found.value.as_array() {
            Some(array) => array.iter().map(self::found).collect(),
            None => vec![found],
        };
        let mut texts = Vec::with_capacity(values.len());
        for it in values {
            match it.value.as_str().filter(|text| !text.is_empty()) {
                Some(value) => texts.push(Found { value, at: it.at }),
                None => self.expected(it.at, key, "texts"),
            }
        }
        texts
    }

    /// A list in which each text means something.
    pub(super) fn all<T>(
        &self,
        key: &str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for text in self.texts(key) {
            match read(text.value) {
                Some(value) => all.push(value),
                None => self.expected(text.at, key, &format!("{expected}, not `{}`", text.value)),
            }
        }
        all
    }

    pub(super) fn section_if(&self, key: &str, name: &'static str) -> Option<Section<'a>> {
        let found = self.value(key)?;
        let table = found.value.as_table();
        if table.is_none() {
            self.expected(found.at, key, "a table");
        }
        table.map(|table| self.inner(table, found.at, name))
    }

    /// The tables of a list.
    pub(super) fn sections(&self, key: &str, name: &'static str) -> Vec<Section<'a>> {
        let Some(found) = self.value(key) else {
            return Vec::new();
        };
        let Some(array) = found.value.as_array() else {
            self.expected(found.at, key, "a list of tables");
            return Vec::new();
        };
        let mut sections = Vec::with_capacity(array.len());
        for value in array.iter().map(self::found) {
            match value.value.as_table() {
                Some(table) => sections.push(self.inner(table, value.at, name)),
                None => self.expected(value.at, key, "tables"),
            }
        }
        sections
    }

    /// A list whose entries are texts or tables, in its order.
    pub(super) fn mixed(
        &self,
        key: &str,
        name: &'static str,
    ) -> Vec<Result<Found<&'a str>, Section<'a>>> {
        let Some(found) = self.value(key) else {
            return Vec::new();
        };
        let Some(array) = found.value.as_array() else {
            self.expected(found.at, key, "a list");
            return Vec::new();
        };
        let mut mixed = Vec::with_capacity(array.len());
        for it in array.iter().map(self::found) {
            match (it.value.as_str(), it.value.as_table()) {
                (Some(value), _) => mixed.push(Ok(Found { value, at: it.at })),
                (_, Some(table)) => mixed.push(Err(self.inner(table, it.at, name))),
                _ => self.expected(it.at, key, "texts or tables"),
            }
        }
        mixed
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = Found<&'a str>> {
        self.table.keys().map(|key| {
            let value: &str = key.get_ref();
            let at = key.span().start;
            Found { value, at }
        })
    }

    fn inner(&self, table: &'a DeTable<'a>, at: usize, name: &'static str) -> Section<'a> {
        let page = self.page;
        Section {
            page,
            table,
            at,
            name,
        }
    }
}

fn found<'a>(value: &'a Spanned<DeValue<'a>>) -> Value<'a> {
    Found {
        value: value.get_ref(),
        at: value.span().start,
    }
}
