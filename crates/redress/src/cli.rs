//! The command line: one binary, `--help` on each command; exit 0 fine, 1 the
//! check failed, 2 wrong use.

use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf};

#[derive(Debug, Parser)]
#[command(
    name = "redress",
    version,
    about = "Complaints handling by ISO 10002:2018",
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Where the installation lies.
    #[arg(
        long,
        global = true,
        env = "REDRESS_DATA",
        default_value = "./redress-data",
        value_name = "DIR"
    )]
    pub data: PathBuf,
    /// PostgreSQL instead of SQLite inside DIR (preview).
    #[arg(long, global = true, env = "REDRESS_DATABASE_URL", value_name = "URL")]
    pub database: Option<String>,
    /// Print one JSON object on one line, last on stdout.
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server.
    Serve(Serve),
    /// Run a server on throw-away data: an organisation, people of every role, sixty complaints of a year in six languages.
    Demo(Demo),
    /// First set-up without a browser.
    Setup(Setup),
    /// People who sign in.
    #[command(subcommand)]
    User(User),
    /// Tokens for the API.
    #[command(subcommand)]
    Token(Token),
    /// Bring in complaints from files.
    Import(Import),
    /// Take things out of the house, with their proofs.
    #[command(subcommand)]
    Export(Export),
    /// Prove the journal: tree, signatures, commitments.
    Verify(Verify),
    /// Replay the journal into the projections, or compare only.
    Rebuild(Rebuild),
    /// Why these dates, who may see it, which figures count it; from facts.
    Why { reference: String },
    /// When is it due, and why that day? Counted from what is typed; needs no installation.
    Due(Due),
    /// Rule packs: time limits as data.
    #[command(subcommand)]
    Pack(Pack),
    /// Copy everything but the keys into one file, consistent while serving.
    Backup { file: PathBuf },
    /// Bring a backup back; verified before it says done.
    Restore(Restore),
    /// The keys: root key on paper, second copy, epochs.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Look over the installation: each line ok, warn or fail with the remedy.
    Doctor,
}

#[derive(Debug, Clone, Args)]
pub struct Due {
    /// A rule pack, for example uk-fca-disp.
    #[arg(long, value_name = "ID")]
    pub pack: String,
    /// One of its clocks, for example final-response.
    #[arg(long, value_name = "NAME")]
    pub clock: String,
    /// When the complaint was received (RFC 3339).
    #[arg(long, value_name = "TIME")]
    pub received: String,
    /// What else happened: acknowledged=TIME, extended=TIME; as often as needed.
    #[arg(long, value_name = "KIND=TIME")]
    pub fact: Vec<String>,
    /// Count over these working days instead of the pack's own.
    #[arg(long, value_name = "ID")]
    pub calendar: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Pack {
    /// Check a file line by line and run its golden cases.
    Check {
        /// A pack as TOML; the guide on deadlines says what stands in it.
        file: PathBuf,
    },
}

#[derive(Debug, Clone, Args)]
pub struct Serve {
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// How the world reaches this server; defaults to http:// and the listen address.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Certificate chain and key, PEM.
    #[arg(long, num_args = 2, value_names = ["CERT", "KEY"])]
    pub tls: Vec<PathBuf>,
    /// Believe forwarded headers from this network only.
    #[arg(long, value_name = "CIDR")]
    pub trusted_proxy: Vec<String>,
    /// Let webhooks reach this network of our own; without it nothing inside is posted to.
    #[arg(
        long,
        env = "REDRESS_WEBHOOKS_INSIDE",
        value_delimiter = ',',
        value_name = "CIDR"
    )]
    pub webhooks_inside: Vec<String>,
    /// Where the newest checkpoint is kept; without it newest-checkpoint.txt in DIR. On another machine's disk it is worth more.
    #[arg(long, env = "REDRESS_WITNESS", value_name = "FILE")]
    pub witness: Option<PathBuf>,
    /// Go on although the database is older than what was signed already, as after a restore; what was signed is put aside as evidence.
    #[arg(long)]
    pub accept_older: bool,
    /// Go by the machine's clock wherever it jumps; without it a jump is not believed.
    #[arg(long)]
    pub follow_clock: bool,
}

#[derive(Debug, Clone, Args)]
pub struct Demo {
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// Start at this time (RFC 3339) instead of now.
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// Let time pass so many times as fast.
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub speed: u32,
}

#[derive(Debug, Clone, Args)]
pub struct Setup {
    #[arg(long, value_name = "NAME")]
    pub org: String,
    #[arg(long, value_name = "EMAIL")]
    pub admin: String,
    #[arg(long)]
    pub password_stdin: bool,
    #[arg(long, value_name = "IANA")]
    pub time_zone: Option<String>,
    /// Comma-separated, the first is the fallback.
    #[arg(long, value_name = "LIST")]
    pub languages: Option<String>,
    #[arg(long, default_value = "RD")]
    pub prefix: String,
    #[arg(long, default_value = "sat,sun", value_name = "DAYS")]
    pub weekend: String,
    /// Whose public holidays are kept, such as KR or GB-EAW; without it none.
    #[arg(long, value_name = "ID")]
    pub holidays: Option<String>,
    /// Keep the second copy of the keys in this folder, on another disk.
    #[arg(long, value_name = "FOLDER")]
    pub key_copy: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a person.
    Add(UserAdd),
    /// Make a link with which a person who lost password and second factor starts anew.
    Recover(UserRecover),
}

#[derive(Debug, Clone, Args)]
pub struct UserRecover {
    #[arg(long, value_name = "E")]
    pub email: String,
}

#[derive(Debug, Clone, Args)]
pub struct UserAdd {
    #[arg(long, value_name = "E")]
    pub email: String,
    #[arg(long, value_name = "N")]
    pub name: String,
    /// intake, handler, manager, top-management, auditor, admin, representative, staff, certifier, consultant or dpo.
    #[arg(long, value_name = "R")]
    pub role: String,
    #[arg(long, value_name = "U")]
    pub unit: Option<String>,
    #[arg(long)]
    pub password_stdin: bool,
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token; it is shown once.
    Create(TokenCreate),
}

#[derive(Debug, Clone, Args)]
pub struct TokenCreate {
    #[arg(long, value_name = "E")]
    pub user: String,
    #[arg(long, value_name = "N")]
    pub name: String,
    /// Comma-separated actions; without it the token may do all that its person may.
    #[arg(long, value_name = "S")]
    pub scope: Option<String>,
    /// How many days it works, up to 730.
    #[arg(long, value_name = "N", default_value_t = 365, value_parser = clap::value_parser!(u16).range(1..=730))]
    pub days: u16,
}

#[derive(Debug, Clone, Args)]
pub struct Import {
    /// cfpb, csv (also for xlsx), zendesk, freshdesk, eml (a message) or mbox (many); redress for what `export all` wrote.
    #[arg(long, value_name = "FORMAT", required_unless_present_any = ["undo", "list"])]
    pub format: Option<String>,
    #[arg(required_unless_present_any = ["undo", "list"], value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// TOML: our field = "Column", with #2 for the second of two equal headers.
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// dmy, mdy or ymd, where the file does not tell.
    #[arg(long, value_name = "ORDER")]
    pub dates: Option<String>,
    /// Say what would happen; record nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Where rows go that cannot be imported, with line and reason.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Undo a whole import by its id; cases worked on meanwhile stay and are listed.
    #[arg(long, value_name = "IMPORT", conflicts_with_all = ["format", "files", "list"])]
    pub undo: Option<String>,
    /// List the imports so far, the newest first.
    #[arg(long, conflicts_with_all = ["format", "files"])]
    pub list: bool,
}

#[derive(Debug, Subcommand)]
pub enum Export {
    /// One complaint with its facts, files and proofs.
    Case {
        reference: String,
        /// A folder (with --html a file) that is not there yet; without it one named after
        /// the reference.
        to: Option<PathBuf>,
        /// One page that opens without Redress and checks its own proof.
        #[arg(long)]
        html: bool,
        /// Of that page: en, ko, zh-Hant, zh-Hans, lt or fa; the organisation's first otherwise.
        #[arg(long, requires = "html", value_name = "TAG")]
        language: Option<String>,
        /// Leave names and texts out of that page; it still proves what happened when.
        #[arg(long, requires = "html")]
        without_texts: bool,
    },
    /// The leaves of the journal with their signed head, without personal data.
    Journal {
        #[arg(default_value = "redress-journal")]
        to: PathBuf,
    },
    /// Everything but secrets: JSON lines, files and a schema, for an empty installation.
    All {
        #[arg(default_value = "redress-export")]
        to: PathBuf,
    },
}

#[derive(Debug, Clone, Args)]
pub struct Verify {
    /// Checkpoints or receipts kept outside: the journal must be a continuation of each.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    pub against: Vec<PathBuf>,
}

#[derive(Debug, Clone, Args)]
pub struct Rebuild {
    /// Compare with a replay and print the differences; change nothing.
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a new root key and print it, this once; the second copy is written anew.
    Root,
    /// Keep a second copy of the keys in this folder, closed to the root key.
    Copy { folder: PathBuf },
    /// Begin an epoch if it is time, wrap the keys anew, destroy what has expired.
    Rotate,
    /// Bring the key file back from its second copy.
    Recover(Recover),
}

#[derive(Debug, Clone, Args)]
pub struct Recover {
    #[arg(long, value_name = "FILE")]
    pub copy: PathBuf,
    /// A file with the root key, or - to type it.
    #[arg(long, value_name = "FILE")]
    pub root: PathBuf,
}

#[derive(Debug, Clone, Args)]
pub struct Restore {
    pub file: PathBuf,
    /// The key file that belongs to this backup.
    #[arg(long, value_name = "FILE")]
    pub keys: Option<PathBuf>,
    /// Instead of the key file its second copy, with --root.
    #[arg(long, value_name = "FILE", requires = "root", conflicts_with = "keys")]
    pub copy: Option<PathBuf>,
    /// A file with the root key that opens the second copy, or - to type it.
    #[arg(long, value_name = "FILE", requires = "copy")]
    pub root: Option<PathBuf>,
    /// Go on with new keys in place of these, which somebody may have seen: access codes are re-issued. Without the old ones only an open backup of an earlier version is restored.
    #[arg(long)]
    pub new_keys: bool,
}
