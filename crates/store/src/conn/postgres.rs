//! PostgreSQL, through the blocking driver: only ever used on threads that may
//! block. A warning 01000 at commit means that a synchronous standby did not
//! confirm; such a commit is answered as unknown, never as done.

use super::{More, handed_out, secured::Address};
use crate::{
    Error, Row, Sql, Value,
    compartment::{Held, WRAPPED},
    dialect,
    row::Cells,
    sql,
};
use postgres::{
    Client, Statement,
    error::SqlState,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use redress_kernel::Id;
use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

pub(crate) struct Session {
    client: Client,
    prepared: HashMap<String, Statement>,
    warned: Arc<AtomicBool>,
    in_transaction: bool,
}

/// More than this many different texts means that somebody builds lists by hand.
const PREPARED_MAX: usize = 512;

impl Session {
    pub fn open(url: &str) -> Result<Session, Error> {
        let warned = Arc::new(AtomicBool::new(false));
        let mut address = Address::read(url)?;
        let flag = warned.clone();
        address.config.notice_callback(move |notice| {
            if *notice.code() == SqlState::WARNING {
                flag.store(true, Ordering::SeqCst);
            }
        });
        let mut client = address.connect()?;
        client
            .batch_execute(dialect::POSTGRES_EVERY_CONNECTION)
            .map_err(error)?;
        Ok(Session {
            client,
            prepared: HashMap::new(),
            warned,
            in_transaction: false,
        })
    }

    pub fn in_transaction(&self) -> bool {
        self.in_transaction
    }

    pub fn is_usable(&self) -> bool {
        !self.client.is_closed()
    }

    pub fn execute(&mut self, query: &Sql) -> Result<u64, Error> {
        let statement = self.prepare(query)?;
        self.client
            .execute(&statement, &values(query))
            .map_err(error)
    }

    pub fn each(
        &mut self,
        held: &mut Option<Held>,
        query: &Sql,
        on: &mut dyn FnMut(&Row) -> Result<More, Error>,
    ) -> Result<(), Error> {
        for row in &self.answer(query)? {
            let more = handed_out(held, || Cells::Postgres(row), on, &mut |about| {
                self.wrapped(about)
            })?;
            if matches!(more, More::No) {
                break;
            }
        }
        Ok(())
    }

    fn answer(&mut self, query: &Sql) -> Result<Vec<postgres::Row>, Error> {
        let statement = self.prepare(query)?;
        let answer = self.client.query(&statement, &values(query));
        answer.map_err(error)
    }

    fn wrapped(&mut self, about: Id) -> Result<Option<(i64, Vec<u8>)>, Error> {
        let found = self.answer(&sql(WRAPPED).arg(about))?;
        let first = found.first();
        let read = first.map(|row| Ok((row.try_get(0)?, row.try_get(1)?)));
        read.transpose().map_err(error)
    }

    pub fn script(&mut self, text: &str) -> Result<(), Error> {
        self.client.batch_execute(text).map_err(error)
    }

    pub fn command(&mut self, text: &'static str) -> Result<(), Error> {
        match text {
            dialect::COMMIT => self.commit(),
            dialect::ROLLBACK => {
                let done = self.client.batch_execute(text).map_err(error);
                self.in_transaction = done.is_err();
                done
            }
            _ => {
                self.in_transaction |= text.starts_with("BEGIN");
                self.client.batch_execute(text).map_err(error)
            }
        }
    }

    fn commit(&mut self) -> Result<(), Error> {
        self.warned.store(false, Ordering::SeqCst);
        let done = self.client.batch_execute(dialect::COMMIT);
        self.in_transaction = done.is_err();
        match done {
            Ok(()) if self.warned.load(Ordering::SeqCst) => Err(Error::Unknown(
                "a standby did not confirm the commit".into(),
            )),
            Ok(()) => Ok(()),
            Err(broken) if broken.as_db_error().is_none() => {
                Err(Error::Unknown(broken.to_string()))
            }
            Err(refused) => Err(error(refused)),
        }
    }

    fn prepare(&mut self, query: &Sql) -> Result<Statement, Error> {
        let types: Vec<Type> = query.values().iter().map(type_of).collect();
        if let Some(known) = self
            .prepared
            .get(query.text())
            .filter(|known| known.params() == types)
        {
            return Ok(known.clone());
        }
        if self.prepared.len() >= PREPARED_MAX {
            self.prepared.clear();
        }
        let statement = self
            .client
            .prepare_typed(query.text(), &types)
            .map_err(error)?;
        if statement.params().len() != types.len() {
            return Err(Error::Wrong(format!(
                "as many values as placeholders are needed: {}",
                query.text()
            )));
        }
        self.prepared
            .insert(query.text().to_owned(), statement.clone());
        Ok(statement)
    }
}

fn values(query: &Sql) -> Vec<&(dyn ToSql + Sync)> {
    query
        .values()
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}

fn type_of(value: &Value) -> Type {
    match value {
        Value::Int(_) | Value::NullInt => Type::INT8,
        Value::Text(_) | Value::NullText => Type::TEXT,
        Value::Bytes(_) | Value::NullBytes => Type::BYTEA,
    }
}

type Fault = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, to: &Type, out: &mut BytesMut) -> Result<IsNull, Fault> {
        match self {
            Value::Int(number) => number.to_sql(to, out),
            Value::Text(text) => text.to_sql(to, out),
            Value::Bytes(bytes) => bytes.to_sql(to, out),
            Value::NullInt | Value::NullText | Value::NullBytes => Ok(IsNull::Yes),
        }
    }

    fn accepts(to: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(to)
    }

    to_sql_checked!();
}

/// The code and the server's sentence; never its detail, which quotes values.
pub(crate) fn error(error: postgres::Error) -> Error {
    let Some(server) = error.as_db_error() else {
        return Error::Storage(error.to_string());
    };
    let text = format!("{} {}", server.code().code(), server.message());
    match server.code().code().get(..2) {
        _ if *server.code() == SqlState::DISK_FULL => Error::Full,
        _ if *server.code() == SqlState::LOCK_NOT_AVAILABLE => Error::Busy,
        Some("40") => Error::Busy,
        Some("23") => Error::Constraint(text),
        Some("42" | "22" | "25" | "3B") => Error::Wrong(text),
        _ => Error::Storage(text),
    }
}
