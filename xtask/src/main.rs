//! `cargo xtask`: the developer's commands. Each is a short list of ordinary
//! commands that is printed as it runs, so that nothing here is a secret.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask COMMAND [OPTIONS]

  check [--shared]  what a commit should pass: format, lints, house, words, all tests
                    --shared: also the tests over the corpora of ../shared/data
  words [FILTER]    the translations: keys, placeholders, plurals, digits, particles
  golden            writes the golden files again; look at the difference before you commit
  bench [OPTIONS]   speed and size against a floor measured in the same run (release build)
  safety [OPTIONS]  kill -9 rounds and bad input (release build); --rounds 200 for the long run
  simulate          a random year of the office from a printed seed
  shots [PAGE...]   draws docs/shots again; needs what `make test` installs

PostgreSQL and browser tests run in `make test`, which installs what they need.
";

enum Failure {
    /// A step said no: exit 1.
    Step(String),
    /// Asked for what is not there: exit 2.
    Use(String),
}

type Outcome = Result<(), Failure>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rest = words.get(1..).unwrap_or_default();
    let outcome = match words.first().map(String::as_str) {
        Some("check") => check(rest),
        Some("words") => translations(rest),
        Some("golden") => golden(),
        Some(entry @ ("bench" | "safety" | "simulate")) => example(entry, rest),
        Some("shots") => shots(rest),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(Failure::Use(format!("no such command: {other}\n\n{HELP}"))),
        None => Err(Failure::Use(HELP.to_owned())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Step(what)) => {
            eprintln!("xtask: {what}");
            ExitCode::from(1)
        }
        Err(Failure::Use(what)) => {
            eprintln!("{what}");
            ExitCode::from(2)
        }
    }
}

/// The quick answers first: a wrong import is told before the tests are built.
fn check(options: &[String]) -> Outcome {
    let corpora = match options {
        [] => None,
        [one] if one == "--shared" => Some(shared_data()?),
        _ => return Err(Failure::Use("check takes --shared and nothing else".into())),
    };
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ])?;
    cargo(&["test", "--workspace", "--test", "house"])?;
    translations(&[])?;
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace"]);
    if let Some(corpora) = corpora {
        tests.env("REDRESS_SHARED_DATA", corpora);
    }
    run(tests)
}

/// The checks of words are tests called `words...`; they live with the catalogue.
fn translations(filter: &[String]) -> Outcome {
    let mut words = vec!["test", "--workspace", "--", "words"];
    words.extend(filter.iter().map(String::as_str));
    cargo(&words)
}

fn golden() -> Outcome {
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    tests
        .env("UPDATE_GOLDEN", "1")
        .env("INSTA_UPDATE", "always");
    run(tests)
}

/// Long-running checks are examples of the binary crate: they see all of it, in release.
fn example(name: &str, options: &[String]) -> Outcome {
    let folder = root().join("crates/redress/examples");
    let built = folder.join(format!("{name}.rs")).is_file() || folder.join(name).is_dir();
    if !built {
        return Err(Failure::Use(format!(
            "{name} is not built yet: it will stand in crates/redress/examples/{name}.rs"
        )));
    }
    let mut words = vec!["run", "--release", "-p", "redress", "--example", name, "--"];
    words.extend(options.iter().map(String::as_str));
    cargo(&words)
}

fn shots(pages: &[String]) -> Outcome {
    cargo(&["build", "--workspace"])?;
    let mut npm = Command::new("npm");
    npm.args(["run", "shots", "--silent", "--"]).args(pages);
    npm.current_dir(root().join("tests/browser"));
    run(npm)
}

fn cargo(words: &[&str]) -> Outcome {
    let mut command = Command::new("cargo");
    command.args(words);
    run(command)
}

fn run(mut command: Command) -> Outcome {
    let line = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ");
    eprintln!("+ {line}");
    if command.get_current_dir().is_none() {
        command.current_dir(root());
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Step(format!("`{line}` ended with {status}"))),
        Err(error) => Err(Failure::Step(format!("`{line}` did not start: {error}"))),
    }
}

fn shared_data() -> Result<PathBuf, Failure> {
    let folder = root().join("../shared/data");
    match folder.is_dir() {
        true => Ok(folder),
        false => Err(Failure::Use(
            "there is no ../shared/data beside this folder".into(),
        )),
    }
}

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
