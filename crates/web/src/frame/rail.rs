//! The rail of the desk: queues and chapters, with what waits in each.

use std::borrow::Cow;

#[derive(Debug, Clone, Default)]
pub struct Rail {
    pub groups: Vec<RailGroup>,
    /// What the search field of the bar shows.
    pub query: String,
    /// Where the organisation's name leads, if not to the desk: whoever sees no case
    /// has nothing to search there either.
    pub home: Option<&'static str>,
    /// Whether this person may record a new complaint.
    pub may_receive: bool,
}

#[derive(Debug, Clone, Default)]
pub struct RailGroup {
    pub heading: Cow<'static, str>,
    pub items: Vec<RailItem>,
}

#[derive(Debug, Clone, Default)]
pub struct RailItem {
    pub label: Cow<'static, str>,
    pub href: String,
    pub count: Option<i64>,
    /// The number stands for something that is late or broken.
    pub alarming: bool,
    pub current: bool,
}

impl Rail {
    pub fn group(mut self, heading: impl Into<Cow<'static, str>>, items: Vec<RailItem>) -> Rail {
        if !items.is_empty() {
            self.groups.push(RailGroup {
                heading: heading.into(),
                items,
            });
        }
        self
    }
}

impl RailItem {
    pub fn new(label: impl Into<Cow<'static, str>>, href: impl Into<String>) -> RailItem {
        RailItem {
            label: label.into(),
            href: href.into(),
            ..RailItem::default()
        }
    }

    pub fn count(mut self, count: i64) -> RailItem {
        self.count = Some(count);
        self
    }

    pub fn alarming(mut self, alarming: bool) -> RailItem {
        self.alarming = alarming;
        self
    }

    pub fn current(mut self, current: bool) -> RailItem {
        self.current = current;
        self
    }
}
