//! `cargo xtask`: the developer's commands. Each is a short list of ordinary
//! commands that is printed as it runs, so that nothing here is a secret.

mod supply;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus, Stdio};

const HELP: &str = "\
cargo xtask COMMAND [OPTIONS]

  check [--shared]  what a commit should pass: format, lints, house, words, all tests
                    --shared: also the tests over the corpora of ../shared/data, and the
                    advisories about libraries that lie there
  words [FILTER]    the translations: keys, placeholders, plurals, digits, particles
  golden            writes the golden files again; look at the difference before you commit
  simulate [--seed N] [--years N] [--complaints N] [--packs LIST] [--seeds N]
                    years of an office in seconds, every date counted again by hand; a failure
                    names the seed and the complaint. --seeds: that many seeds, one after the other
  safety [--full]   what must not hurt the real binary: kill -9 under load, a full disk, a clock
                    that jumps three years back and one on; installs libfaketime where it is missing.
                    --full: also an attacker's scanner (wapiti) as a stranger and as each role
  bench [OPTIONS]   speed and size against a floor measured in the same run (release build);
                    ingest [MESSAGES [FOLDER]]: a full mailbox, fetched from a Dovecot of its own
                    flood [SECONDS]: a hundred complaints a second, and a genuine one
  shots [PAGE...]   draws docs/shots again; needs what `make test` installs
  sbom [FILE]       the bill of materials of the binary (CycloneDX), of Cargo.lock; the same
                    libraries give the same bytes
  audit [FOLDER]    Cargo.lock against a copy of RustSec's advisory database (by itself
                    ../shared/data/advisory-db); nothing is fetched

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
        Some("simulate") => simulate(rest),
        Some("safety") => safety(rest),
        Some("bench") => bench(rest),
        Some("shots") => shots(rest),
        Some("sbom") => supply::sbom(rest),
        Some("audit") => supply::audit(rest),
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
    if let Some(corpora) = &corpora {
        supply::audited(&corpora.join("advisory-db"))?;
    }
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

/// The checks of words are one test of the binary crate: `tests/words`. A filter
/// that fits none of them checks nothing, and that is a failure.
fn translations(filter: &[String]) -> Outcome {
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--test", "words", "--"]);
    tests.args(filter);
    match passed(&output(tests)?) {
        0 => Err(Failure::Step("no check of words ran".to_owned())),
        _ => Ok(()),
    }
}

/// How many tests passed, by what cargo prints.
fn passed(printed: &str) -> u64 {
    let results = printed
        .lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "));
    results
        .filter_map(|rest| rest.split(' ').next()?.parse::<u64>().ok())
        .sum()
}

fn golden() -> Outcome {
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    tests
        .env("UPDATE_GOLDEN", "1")
        .env("INSTA_UPDATE", "always");
    run(tests)
}

/// What the simulation takes, by the names of its variables, and what it is otherwise.
const SIMULATION: [(&str, &str, &str); 5] = [
    ("--seed", "SEED", "1"),
    ("--years", "YEARS", "3"),
    ("--complaints", "COMPLAINTS", "400"),
    ("--packs", "PACKS", ""),
    ("--seeds", "SEEDS", "1"),
];

const MEMORY: &str = "/dev/shm";

/// A test of the binary crate, in release, that is told by its environment how long to go on.
#[expect(
    clippy::disallowed_methods,
    reason = "a folder that somebody chose stays chosen"
)]
fn simulate(options: &[String]) -> Outcome {
    let mut tests = Command::new("cargo");
    tests.args(["test", "--release", "--workspace"]);
    tests.args(["--test", "simulation", "--"]);
    tests.args(["no_obligation", "--nocapture"]);
    // Nothing of it is kept: where memory serves as a disk, no commit waits for one.
    if Path::new(MEMORY).is_dir() && std::env::var_os("TMPDIR").is_none() {
        tests.env("TMPDIR", MEMORY);
    }
    for (_, name, otherwise) in SIMULATION.iter().filter(|(_, _, it)| !it.is_empty()) {
        tests.env(format!("REDRESS_SIMULATE_{name}"), otherwise);
    }
    for pair in options.chunks(2) {
        let [option, value] = pair else {
            return Err(Failure::Use(format!("{} takes a value", pair.concat())));
        };
        let known = SIMULATION.iter().find(|(its, ..)| its == option);
        let Some((_, name, _)) = known else {
            return Err(Failure::Use(format!(
                "simulate does not know {option}\n\n{HELP}"
            )));
        };
        tests.env(format!("REDRESS_SIMULATE_{name}"), value);
    }
    match passed(&output(tests)?) {
        0 => Err(Failure::Step("nothing was simulated".to_owned())),
        _ => Ok(()),
    }
}

/// A hundred kills instead of twenty; nothing may be skipped here.
fn safety(options: &[String]) -> Outcome {
    let full = match options {
        [] => false,
        [only] if only == "--full" => true,
        _ => return Err(Failure::Use("safety takes --full or nothing".to_owned())),
    };
    run(Command::new("scripts/setup"))?;
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    for name in ["crash", "disk_full", "shifted_clock"] {
        tests.args(["--test", name]);
    }
    tests.env("REDRESS_TESTS_MAY_SKIP", "no");
    tests.env("REDRESS_KILL_ROUNDS", "100");
    run(tests)?;
    match full {
        true => scanned(),
        false => Ok(()),
    }
}

/// Every form and address, as a stranger and as a person of each role.
#[allow(
    clippy::disallowed_methods,
    reason = "the developer says where is built"
)]
fn scanned() -> Outcome {
    cargo(&["build", "--workspace"])?;
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let mut wapiti = Command::new("scripts/wapiti");
    wapiti.arg(format!("{target}/debug/redress"));
    run(wapiti)
}

/// An example of the binary crate: it sees all of it, in release.
fn bench(options: &[String]) -> Outcome {
    let mut words = vec![
        "run",
        "--release",
        "-p",
        "redress",
        "--example",
        "bench",
        "--",
    ];
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
    let line = told(&mut command);
    let status = command.status();
    ended(&line, status)
}

/// Runs it and hands on what it prints, also to whoever watches.
fn output(mut command: Command) -> Result<String, Failure> {
    let line = told(&mut command);
    let output = command.stderr(Stdio::inherit()).output();
    let printed = output
        .as_ref()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    print!("{printed}");
    ended(&line, output.map(|output| output.status))?;
    Ok(printed)
}

fn told(command: &mut Command) -> String {
    let line = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ");
    eprintln!("+ {line}");
    if command.get_current_dir().is_none() {
        command.current_dir(root());
    }
    line
}

fn ended(line: &str, status: std::io::Result<ExitStatus>) -> Outcome {
    match status {
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

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn a_run_without_a_test_is_seen() {
        let ran = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored";
        assert_eq!(passed(ran), 2);
        let none = "running 0 tests\ntest result: ok. 0 passed; 0 failed; 27 filtered out";
        assert_eq!(passed(none), 0);
        assert_eq!(passed(""), 0);
    }
}
