//! Lists every file of /migrations, so that a new one needs no other line.

#![allow(
    clippy::disallowed_methods,
    reason = "Cargo speaks to a build script through its environment"
)]

use std::{env, error::Error, fmt::Write, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../migrations");
    println!("cargo:rerun-if-changed={}", folder.display());
    let read = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> = read.iter().map(fs::DirEntry::path).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "sql"));
    files.sort();
    let mut list = String::from("pub const MIGRATIONS: &[Migration] = &[\n");
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let number = name.split('_').next().unwrap_or_default();
        let version: i64 = number.parse().map_err(|_| format!("{name}: no number"))?;
        let path = file.canonicalize()?;
        writeln!(
            list,
            "Migration {{ version: {version}, name: {name:?}, text: include_str!({path:?}) }},"
        )?;
    }
    list.push_str("];\n");
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("migrations.rs"),
        list,
    )?;
    Ok(())
}
