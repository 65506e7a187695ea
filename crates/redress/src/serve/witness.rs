//! The newest checkpoint, kept in a file beside the database: a server does not go on
//! with a journal that is older than what this installation has signed already, or that
//! was written anew. The file lies in the installation's folder, or where `--witness`
//! says: on another machine's disk it is worth more.

use redress_store::{Db, Error, Read, continues, note::Checkpoint};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    time::Duration,
};

pub const FILE_NAME: &str = "newest-checkpoint.txt";
/// Whoever cuts the power and puts an old state back has so long to hide in.
const KEPT_EVERY: Duration = Duration::from_secs(2);

#[derive(Debug, Clone)]
pub struct Witness(PathBuf);

impl Witness {
    pub fn at(path: PathBuf) -> Witness {
        Witness(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What was kept; None where nothing was yet.
    pub fn kept(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(&self.0) {
            Ok(note) => Ok(Some(note)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// How the journal contradicts what was kept; None where it continues it.
    pub fn contradicted(&self, db: &Db, note: &str) -> Result<Option<String>, Error> {
        let Ok(checkpoint) = Checkpoint::open(note, &db.keys().verifiers()) else {
            let path = self.0.display();
            return Ok(Some(format!(
                "{path} holds a checkpoint that the keys of this installation did not sign"
            )));
        };
        let (size, root) = (checkpoint.size, checkpoint.root);
        let (entries, same) = db.read_now(move |reader| -> Result<_, Error> {
            Ok((reader.size()?, continues(reader, size, &root)?))
        })?;
        Ok(match same {
            true => None,
            false if entries < size => Some(format!(
                "the database has {entries} journal entries, and {size} were signed already: an older state was put back"
            )),
            false => Some(format!(
                "the first {size} journal entries are not those that were signed: the journal was written anew"
            )),
        })
    }

    /// Puts the contradicted checkpoint aside, as evidence, under a name that says so.
    pub fn put_aside(&self, note: &str) -> io::Result<PathBuf> {
        let size = note.lines().nth(1).unwrap_or("unknown");
        let aside = self.0.with_extension(format!("contradicted-at-{size}.txt"));
        fs::rename(&self.0, &aside)?;
        Ok(aside)
    }

    /// Writes the newest checkpoint, to the disk before it counts.
    fn keep(&self, note: &str) -> io::Result<()> {
        let part = self.0.with_extension("part");
        let mut file = File::create(&part)?;
        file.write_all(note.as_bytes())?;
        file.sync_all()?;
        fs::rename(&part, &self.0)
    }

    /// Before anybody is answered, so that the first second is covered too.
    pub fn begin(&self, db: &Db) -> Option<String> {
        self.newer(db, None).unwrap_or_else(|why| {
            tracing::warn!(why, "the newest checkpoint was not kept");
            None
        })
    }

    /// As long as the server runs; `last` is what was kept at its start.
    pub async fn watch(self, db: Db, mut last: Option<String>) {
        let mut every = tokio::time::interval(KEPT_EVERY);
        loop {
            every.tick().await;
            let (its, db, before) = (self.clone(), db.clone(), last.clone());
            let kept = tokio::task::spawn_blocking(move || its.newer(&db, before)).await;
            match kept {
                Ok(Ok(note)) => last = note,
                Ok(Err(why)) => tracing::warn!(why, "the newest checkpoint was not kept"),
                Err(_) => return,
            }
        }
    }

    fn newer(&self, db: &Db, before: Option<String>) -> Result<Option<String>, String> {
        let newest = db.read_now(|reader| reader.checkpoint());
        let newest = newest.map_err(|error| error.to_string())?;
        if let Some(note) = newest.as_ref().filter(|_| newest != before) {
            self.keep(note).map_err(|error| error.kind().to_string())?;
        }
        Ok(newest)
    }
}
