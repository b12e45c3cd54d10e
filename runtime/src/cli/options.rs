use super::name_value;
use crate::date;
use clap::{Args, ValueEnum, ValueHint};
use std::time::{Duration, SystemTime};

// What every call takes. A documentation comment would become the text of every command that takes it.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Options")]
pub(super) struct Options {
    /// Region to call, such as cn-shanghai [default: ALIBABA_CLOUD_REGION_ID, else the profile's]
    #[arg(long, value_name = "REGION", value_hint = ValueHint::Other)]
    pub(super) region: Option<String>,
    /// Host to call, whatever the region is: host, host:port or either behind http:// or https://
    #[arg(long, value_name = "HOST", value_hint = ValueHint::Other)]
    pub(super) endpoint: Option<String>,
    /// Profile to take credentials from, in the place of what the environment says
    #[arg(long, value_name = "NAME", value_hint = ValueHint::Other)]
    pub(super) profile: Option<String>,
    /// JSON object with parameters, from a file or with - from standard input; flags go before it
    #[arg(long, value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub(super) params: Option<String>,
    /// One parameter by its name, for names that are options too; may be repeated
    #[arg(long, value_name = "Name=value", value_parser = name_value::parse, value_hint = ValueHint::Other)]
    pub(super) param: Vec<(String, String)>,
    /// Header to send along; may be repeated
    #[arg(long, value_name = "Name=value", value_parser = name_value::parse, value_hint = ValueHint::Other)]
    pub(super) header: Vec<(String, String)>,
    /// Pair to add to the query string; may be repeated
    #[arg(long, value_name = "Name=value", value_parser = name_value::parse, value_hint = ValueHint::Other)]
    pub(super) query: Vec<(String, String)>,
    /// Seconds for each call with its repetitions; 0 is no limit [default: 30]
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_negative_numbers = true, value_hint = ValueHint::Other)]
    pub(super) timeout: Option<Duration>,
    /// How often to repeat what failed and is safe to repeat [default: 2]
    #[arg(long, value_name = "N", value_parser = times, allow_negative_numbers = true, value_hint = ValueHint::Other)]
    pub(super) retries: Option<u32>,
    /// Form of the result: json as it came, or a table for people [default: json]
    #[arg(long, value_enum, value_name = "json|table", hide_possible_values = true)]
    pub(super) output: Option<Form>,
    /// Ask for all pages and print their items as one list
    #[arg(long)]
    pub(super) all_pages: bool,
    /// Print the signed request as JSON and send nothing. It shows the signature and the security token, and who has
    /// them can send the request for some minutes
    #[arg(long)]
    pub(super) dry_run: bool,
    /// With --dry-run: date of the request, such as 2026-01-02T03:04:05Z
    #[arg(long, value_name = "DATE", value_parser = moment, value_hint = ValueHint::Other)]
    pub(super) date: Option<SystemTime>,
    /// With --dry-run: nonce of the request
    #[arg(long, value_name = "TEXT", value_hint = ValueHint::Other)]
    pub(super) nonce: Option<String>,
    /// Tell request id and attempts on standard error
    #[arg(long, short)]
    pub(super) verbose: bool,
}

/// Form of a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    #[default]
    Json,
    Table,
}

impl Options {
    /// Options stand before the product, before the operation and behind it; what comes later goes before.
    pub(super) fn under(self, later: Self) -> Self {
        let both = |mut first: Vec<_>, second: Vec<_>| {
            first.extend(second);
            first
        };
        Self {
            region: later.region.or(self.region),
            endpoint: later.endpoint.or(self.endpoint),
            profile: later.profile.or(self.profile),
            params: later.params.or(self.params),
            param: both(self.param, later.param),
            header: both(self.header, later.header),
            query: both(self.query, later.query),
            timeout: later.timeout.or(self.timeout),
            retries: later.retries.or(self.retries),
            output: later.output.or(self.output),
            all_pages: later.all_pages || self.all_pages,
            dry_run: later.dry_run || self.dry_run,
            date: later.date.or(self.date),
            nonce: later.nonce.or(self.nonce),
            verbose: later.verbose || self.verbose,
        }
    }

    /// What is wrong with these options together.
    pub(super) fn conflict(&self) -> Option<&'static str> {
        if self.dry_run && self.all_pages {
            return Some("`--dry-run` shows one request, which `--all-pages` is not");
        }
        if !self.dry_run && (self.date.is_some() || self.nonce.is_some()) {
            return Some(
                "`--date` and `--nonce` are for `--dry-run`: the service refuses old dates and used nonces",
            );
        }
        None
    }
}

/// Longer than any call, and short enough to be added to any point in time.
const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds
        .filter(|seconds| *seconds <= YEAR)
        .ok_or_else(|| "must be a number of seconds, such as 2.5, and at most a year (31536000)".to_owned())
}

fn times(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| format!("must be a whole number between 0 and {}", u32::MAX))
}

fn moment(text: &str) -> Result<SystemTime, String> {
    date::parse_iso8601(text).ok_or_else(|| "must be a date such as 2026-01-02T03:04:05Z".to_owned())
}
