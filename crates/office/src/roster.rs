//! Who works here, read from the projection that the people slice keeps, and how
//! an e-mail address is compared.

use redress_complaint::house::{PEOPLE_MAX, UNITS_MAX, role_named};
use redress_kernel::{Actor, Id, Lang, Role};
use redress_store::{Error, Read, Row, Sql, sql};

/// Those that a person can be given, as forms offer them.
pub const ROLES: &[&str] = &[
    "staff",
    "intake",
    "handler",
    "manager",
    "representative",
    "top-management",
    "auditor",
    "dpo",
    "admin",
    "certifier",
    "consultant",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: Id,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub unit: Option<Id>,
    pub language: Option<Lang>,
    pub active: bool,
}

impl Member {
    pub fn actor(&self) -> Actor {
        Actor {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            role: self.role,
            unit: self.unit,
            scope: None,
        }
    }
}

/// Everybody, also those who left, by name.
pub fn members(reader: &mut impl Read) -> Result<Vec<Member>, Error> {
    let query = sql(
        "SELECT id, name, email, role, unit, language, active FROM person ORDER BY active DESC, name, id",
    );
    reader.all(query, PEOPLE_MAX, member_of)
}

pub fn member(reader: &mut impl Read, id: Id) -> Result<Option<Member>, Error> {
    reader.one(
        &sql("SELECT id, name, email, role, unit, language, active FROM person WHERE id = $1")
            .arg(id),
        member_of,
    )
}

pub fn by_email(reader: &mut impl Read, email: &str) -> Result<Option<Member>, Error> {
    let query =
        sql("SELECT id, name, email, role, unit, language, active FROM person WHERE email = $1");
    reader.one(&query.arg(same_form(email)), member_of)
}

/// Addresses are compared without case; providers that tell `A@` from `a@` are extinct.
pub fn same_form(email: &str) -> String {
    email.trim().to_lowercase()
}

fn member_of(row: &Row) -> Result<Member, Error> {
    Ok(Member {
        id: row.id(0)?,
        name: row.text(1)?,
        email: row.opt_text(2)?.unwrap_or_default(),
        role: role_named(&row.text(3)?)?,
        unit: row.opt_id(4)?,
        language: row.opt_text(5)?.and_then(|tag| Lang::from_tag(&tag)),
        active: row.bool(6)?,
    })
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: Id,
    pub name: String,
    /// The unit right above it.
    pub above: Option<Id>,
}

pub fn units(reader: &mut impl Read) -> Result<Vec<Unit>, Error> {
    let query: Sql = sql("SELECT id, name, above FROM unit ORDER BY name, id");
    reader.all(query, UNITS_MAX, |row| {
        Ok(Unit {
            id: row.id(0)?,
            name: row.text(1)?,
            above: row.opt_id(2)?,
        })
    })
}
