use super::address::{host, pointed, shown};
use super::{Limits, trouble};
use crate::error::Error;
use std::io::{self, Read};
use std::time::{Duration, Instant};
use ureq::http::header::{CONTENT_LENGTH, LOCATION};
use ureq::http::uri::Scheme;
use ureq::http::{Response, Uri};
use ureq::{Agent, Body, Timeout};

/// Characters of a reply that an error message quotes.
const SNIPPET: usize = 200;
/// Bytes that are read at once.
const CHUNK: usize = 64 << 10;

/// Is told how far a download is: bytes so far, and bytes in all where that is known.
pub type Downloading<'a> = &'a (dyn Fn(u64, Option<u64>) + Sync);

/// Gets a document. Redirects are followed within one host alone, and never from `https` to `http`.
///
/// # Errors
/// The address cannot be used, the host cannot be reached or answers with something else than a document, or a limit is
/// exceeded. The text says which and what to do.
pub fn download(address: &str, limits: &Limits, progress: Downloading<'_>) -> Result<String, Error> {
    let begin = Instant::now();
    let mut at: Uri = address.parse().map_err(|error| {
        trouble(&shown(address), format!("this is no address: {error}"), "write it as a browser shows it")
    })?;
    for _ in 0..=limits.redirects {
        let left = limits.total.saturating_sub(begin.elapsed());
        let response = ask(&at, limits, left)?;
        if !response.status().is_redirection() {
            return text(&at, response, limits, progress);
        }
        at = next(&at, &response)?;
    }
    let why = format!("it redirects more than {} times", limits.redirects);
    Err(trouble(&shown(address), why, "open the address in a browser and give the one where it ends"))
}

fn ask(address: &Uri, limits: &Limits, left: Duration) -> Result<Response<Body>, Error> {
    // Zero would mean no limit.
    let left = left.max(Duration::from_millis(1));
    let config = Agent::config_builder()
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_recv_response(Some(limits.silence))
        .timeout_per_read(Some(limits.silence))
        .timeout_global(Some(left))
        .max_redirects(0)
        .http_status_as_error(false)
        .user_agent(concat!("alicloud-codegen/", env!("CARGO_PKG_VERSION")))
        .build();
    Agent::new_with_config(config).get(address).call().map_err(|error| failed(address, error, limits))
}

/// The address that a redirect leads to.
fn next(from: &Uri, response: &Response<Body>) -> Result<Uri, Error> {
    let here = shown(&from.to_string());
    let location = response.headers().get(LOCATION).and_then(|location| location.to_str().ok());
    let to = location.and_then(|location| pointed(from, location)).ok_or_else(|| {
        let why = format!("it redirects ({}) to no address", response.status());
        trouble(&here, why, "open the address in a browser and give the one where it ends")
    })?;
    let there = shown(&to.to_string());
    let ((from_host, from_port), (to_host, to_port)) = (host(from), host(&to));
    let is_upgrade = from.scheme() == Some(&Scheme::HTTP) && to.scheme() == Some(&Scheme::HTTPS);
    let is_same_port = from_port == to_port || (is_upgrade && from_port == 80 && to_port == 443);
    if from_host != to_host || !is_same_port {
        let why = format!("`{from_host}:{from_port}` redirects to another host, `{to_host}:{to_port}`");
        let help = format!("if that host is to be trusted, give its address: `{there}`");
        return Err(trouble(&here, why, help));
    }
    if from.scheme() != to.scheme() && !is_upgrade {
        let why = format!("it redirects from `https` to `{}`", to.scheme_str().unwrap_or_default());
        return Err(trouble(&here, why, "a document that anybody on the way could change is not taken"));
    }
    Ok(to)
}

fn text(
    address: &Uri,
    response: Response<Body>,
    limits: &Limits,
    progress: Downloading<'_>,
) -> Result<String, Error> {
    let here = shown(&address.to_string());
    let status = response.status();
    let length = response.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let too_large = || {
        let why = format!("it is larger than {} MiB", limits.bytes >> 20);
        let why =
            if limits.bytes >> 20 == 0 { format!("it is larger than {} bytes", limits.bytes) } else { why };
        trouble(&here, why, "metadata of a product has some megabytes; is this another kind of file?")
    };
    if !status.is_success() {
        let mut start = Vec::new();
        // What cannot be read is not quoted.
        let _ = response.into_body().into_reader().take(4096).read_to_end(&mut start);
        let why = format!("the host answers {status}{}", quoted(&start));
        let help = match status.as_u16() {
            404 => {
                "check product and version: both are written as the portal writes them, for example `Sas@2018-12-03`"
            }
            401 | 403 => "open the address in a browser, or download the document and give the file",
            429 | 500..=599 => "try again later, or download the document and give the file",
            _ => "check the address in a browser, or download the document and give the file",
        };
        return Err(trouble(&here, why, help));
    }
    let mut reader = response.into_body().into_reader();
    let mut bytes = Vec::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = match reader.read(&mut chunk) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(address, ureq::Error::from(error), limits)),
        };
        if count == 0 {
            break;
        }
        bytes.extend_from_slice(chunk.get(..count).unwrap_or_default());
        let got = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if got > limits.bytes {
            return Err(too_large());
        }
        progress(got, length);
    }
    String::from_utf8(bytes).map_err(|_| {
        trouble(&here, "what came is not UTF-8", "open the address in a browser: a document is JSON text")
    })
}

/// The beginning of a reply on one line.
fn quoted(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    match line.char_indices().nth(SNIPPET) {
        _ if line.is_empty() => String::new(),
        Some((end, _)) => format!(": {}...", line.get(..end).unwrap_or_default()),
        None => format!(": {line}"),
    }
}

fn failed(address: &Uri, error: ureq::Error, limits: &Limits) -> Error {
    let (host, port) = host(address);
    let again = "check the connection, or download the document and give the file";
    let (why, help) = match &error {
        ureq::Error::Timeout(Timeout::Global) => (format!("it takes longer than {:?}", limits.total), again),
        ureq::Error::Timeout(Timeout::Connect | Timeout::Resolve) => {
            (format!("`{host}:{port}` cannot be reached within {:?}", limits.connect), again)
        }
        ureq::Error::Timeout(_) => (format!("nothing came for {:?}", limits.silence), again),
        ureq::Error::HostNotFound => {
            (format!("there is no host `{host}`"), "check the address, and the connection")
        }
        ureq::Error::ConnectionFailed => (format!("`{host}:{port}` cannot be reached"), again),
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            ("the connection ended in the middle of it".to_owned(), "try again")
        }
        ureq::Error::Io(error) => (error.to_string(), again),
        other => (other.to_string(), again),
    };
    trouble(&shown(&address.to_string()), why, help)
}
