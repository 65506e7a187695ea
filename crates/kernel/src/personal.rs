//! What belongs to a person outside – a name, an address – in a wrapping that cannot be
//! written anywhere by accident: no `Display`, no `Debug`, no `Serialize`. Whoever shows
//! it needs a `Sight`; a log line or an error that would hold it does not compile.
//!
//! ```
//! use redress_kernel::{person::Sight, personal::Personal};
//! let name = Personal::new("Elena".to_owned());
//! assert_eq!(name.name_for(&Sight::WHOLE).map(String::as_str), Some("Elena"));
//! assert_eq!(name.name_for(&Sight::NOTHING), None);
//! ```
//!
//! Not on a page and not in a log line:
//! ```compile_fail,E0277
//! # use redress_kernel::personal::Personal;
//! format!("{}", Personal::new("Elena"));
//! ```
//! Not in an error, nor in any type that derives `Debug`:
//! ```compile_fail,E0277
//! # use redress_kernel::personal::Personal;
//! format!("{:?}", Personal::new("Elena"));
//! ```
//! Not in an answer to a program, nor in a fact that forgot to choose its part:
//! ```compile_fail,E0277
//! # use redress_kernel::personal::Personal;
//! serde_json::to_string(&Personal::new("Elena")).unwrap();
//! ```

use crate::person::Sight;

#[derive(Clone, Default, PartialEq, Eq)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    pub const fn new(of_somebody: T) -> Personal<T> {
        Personal(of_somebody)
    }

    /// Who it is, for eyes that may know.
    pub fn name_for(&self, sight: &Sight) -> Option<&T> {
        sight.identity.then_some(&self.0)
    }

    /// How they are reached, for eyes that may know.
    pub fn contact_for(&self, sight: &Sight) -> Option<&T> {
        sight.contact.then_some(&self.0)
    }

    /// Something about it that does not tell it: is there any?
    pub fn asked<A>(&self, about: impl FnOnce(&T) -> A) -> A {
        about(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_half_needs_its_own_sight() {
        let it = Personal::new("rasa@example.lt");
        let only_name = Sight {
            contact: false,
            ..Sight::WHOLE
        };
        assert!(it.name_for(&only_name).is_some());
        assert!(it.contact_for(&only_name).is_none());
        assert!(it.asked(|text| text.contains('@')));
    }
}
