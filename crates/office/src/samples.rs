//! Where sample data is open, for the set-up and for its own page; and what the binary
//! does with it. Leaves no evidence: the wish for it is a fact of `office.sample`.

use crate::fault::ours;
use axum::Extension;
use redress_complaint::House;
use redress_store::{Error, Read, Reader, sql};
use redress_web::Trouble;
use std::{pin::Pin, sync::Arc};

/// Where the sample is open and how to sign in to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub address: String,
    /// Drawn for this sample alone; it opens nothing else.
    pub password: String,
    /// Role and e-mail address of its people.
    pub people: Vec<(&'static str, &'static str)>,
}

pub type Soon<T> = Pin<Box<dyn Future<Output = Result<T, String>> + Send>>;

/// What the binary does with the folder; handed in as a request extension. Its
/// errors are for the log.
pub trait Samples: Send + Sync {
    /// Opens it, filled at its first opening; what is open stays open.
    fn open(self: Arc<Self>) -> Soon<Opened>;
    /// Closes it and deletes its folder.
    fn remove(self: Arc<Self>) -> Soon<()>;
}

#[derive(Clone)]
pub struct Keeper(pub Arc<dyn Samples>);

pub fn sample_wanted(reader: &mut impl Read) -> Result<bool, Error> {
    let query = sql("SELECT wanted FROM sample_choice WHERE id = 1");
    Ok(reader.one(&query, |row| row.bool(0))?.unwrap_or(false))
}

/// None while nobody wishes for it, and where there is nobody to open it.
pub async fn opened(
    house: &House,
    keeper: Option<Extension<Keeper>>,
) -> Result<Option<Opened>, Trouble> {
    let read = |reader: &mut Reader| sample_wanted(reader);
    let wanted = house.db.read(read).await.map_err(ours)?;
    match keeper.filter(|_| wanted) {
        Some(Extension(Keeper(keeper))) => keeper.open().await.map(Some).map_err(Trouble::internal),
        None => Ok(None),
    }
}
