//! By what a figure can be split.

use super::measured::Measured;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Not split.
    All,
    Category,
    Channel,
    Language,
    /// Part of every sum's key, so it has no sums of its own.
    Unit,
}

impl Dimension {
    /// Those that have sums of their own.
    pub const KEPT: [Dimension; 4] = [
        Dimension::All,
        Dimension::Category,
        Dimension::Channel,
        Dimension::Language,
    ];
    /// Those that can be asked for: `by=`.
    pub const ASKED: [Dimension; 4] = [
        Dimension::Category,
        Dimension::Channel,
        Dimension::Language,
        Dimension::Unit,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Dimension::All => "all",
            Dimension::Category => "category",
            Dimension::Channel => "channel",
            Dimension::Language => "language",
            Dimension::Unit => "unit",
        }
    }

    pub fn from_name(name: &str) -> Option<Dimension> {
        Dimension::ASKED.into_iter().find(|by| by.name() == name)
    }

    /// Under which name its sums are kept.
    pub(super) const fn column(self) -> &'static str {
        match self {
            Dimension::Unit => "all",
            other => other.name(),
        }
    }

    pub fn value(self, m: &Measured) -> &str {
        match self {
            Dimension::All | Dimension::Unit => "",
            Dimension::Category => &m.category,
            Dimension::Channel => &m.channel,
            Dimension::Language => &m.language,
        }
    }

    /// As it stands in a split figure: of a unit, its id.
    pub fn split(self, m: &Measured) -> String {
        match self {
            Dimension::Unit => m.unit_text(),
            other => other.value(m).to_owned(),
        }
    }
}
