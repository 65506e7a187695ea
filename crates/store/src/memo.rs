//! What a closure has worked out and wants to find again a few lines on, such as
//! a folded complaint between two facts about it. It never outlives the closure.

use redress_kernel::Id;
use std::{
    any::{Any, TypeId},
    collections::HashMap,
};

#[derive(Default)]
pub struct Memo(HashMap<(Id, TypeId), Box<dyn Any + Send>>);

impl Memo {
    pub fn get<T: Any + Send>(&self, id: Id) -> Option<&T> {
        self.0.get(&key::<T>(id))?.downcast_ref()
    }

    pub fn get_mut<T: Any + Send>(&mut self, id: Id) -> Option<&mut T> {
        self.0.get_mut(&key::<T>(id))?.downcast_mut()
    }

    /// Takes it out, so that it can be worked on while the transaction is used.
    pub fn take<T: Any + Send>(&mut self, id: Id) -> Option<T> {
        let found = self.0.remove(&key::<T>(id))?.downcast().ok()?;
        Some(*found)
    }

    pub fn keep<T: Any + Send>(&mut self, id: Id, value: T) {
        self.0.insert(key::<T>(id), Box::new(value));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

fn key<T: Any>(id: Id) -> (Id, TypeId) {
    (id, TypeId::of::<T>())
}
