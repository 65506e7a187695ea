//! Lists every translation so that the binary carries them all, joins the
//! stylesheets into the one file that a page loads, and lists the scripts.

#![allow(
    clippy::disallowed_methods,
    reason = "Cargo speaks to a build script through its environment"
)]

use std::{
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("translations.rs"), translations(&root)?)?;
    fs::write(out.join("redress.css"), stylesheet(&root)?)?;
    fs::write(out.join("scripts.rs"), scripts(&root)?)?;
    Ok(())
}

/// `(language, file, text)` for each `translations/{language}/*.ftl`.
fn translations(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut list = String::from("pub const FILES: &[(&str, &str, &str)] = &[\n");
    for folder in sorted(&root.join("translations"))? {
        println!("cargo:rerun-if-changed={}", folder.display());
        if !folder.is_dir() {
            continue;
        }
        for file in sorted(&folder)? {
            if file.extension().is_some_and(|end| end == "ftl") {
                println!("cargo:rerun-if-changed={}", file.display());
                let (lang, name) = (last(&folder), last(&file));
                writeln!(
                    list,
                    "({lang:?}, {name:?}, include_str!({:?})),",
                    file.canonicalize()?
                )?;
            }
        }
    }
    list.push_str("];\n");
    Ok(list)
}

fn stylesheet(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut css = String::new();
    for file in sorted(&root.join("assets/css"))? {
        css.push_str(&fs::read_to_string(file)?);
        css.push('\n');
    }
    Ok(tightened(&css))
}

/// Comments out, runs of white space to one space, none round `{ } ; ,`.
fn tightened(css: &str) -> String {
    let mut tight = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        tight.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    tight.push_str(rest);
    let mut line = tight.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";", ","] {
        line = line.replace(&format!(" {sign}"), sign);
        line = line.replace(&format!("{sign} "), sign);
    }
    line.replace(";}", "}")
}

/// `(name, text)` for each `assets/js/*.js`, without comments and indentation.
fn scripts(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut list = String::from("pub const SCRIPTS: &[(&str, &str)] = &[\n");
    for file in sorted(&root.join("assets/js"))? {
        println!("cargo:rerun-if-changed={}", file.display());
        let text = fs::read_to_string(&file)?;
        let code = text.lines().map(str::trim).filter(|line| {
            let comment =
                line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ");
            !line.is_empty() && !comment
        });
        let code = code.collect::<Vec<_>>().join("\n");
        writeln!(list, "({:?}, {code:?}),", last(&file))?;
    }
    list.push_str("];\n");
    Ok(list)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}

fn last(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
