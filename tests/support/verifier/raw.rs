use super::Rejection;

/// A request, taken apart but not interpreted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRequest {
    /// The first line, without its line end.
    pub request_line: String,
    /// HTTP method.
    pub method: String,
    /// Path as sent.
    pub path: String,
    /// Query as sent, without `?`.
    pub query: String,
    /// Headers in the order sent; names in lower case, values without blanks around them.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

/// Whether the bytes hold a whole request, as far as its headers can tell.
pub fn complete(bytes: &[u8]) -> bool {
    let Some((head, body)) = split(bytes) else { return false };
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    body.len() >= length.unwrap_or(0)
}

/// Head and body.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    Some((bytes.get(..end)?, bytes.get(end + 4..)?))
}

impl RawRequest {
    /// Takes a request apart.
    ///
    /// # Errors
    /// [`Rejection::Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Rejection> {
        let (head, body) = split(bytes).ok_or_else(|| malformed("the head does not end"))?;
        let head = std::str::from_utf8(head).map_err(|_| malformed("the head is no UTF-8"))?;
        let mut lines = head.split("\r\n");
        let request_line = lines.next().unwrap_or_default();
        let parts: Vec<&str> = request_line.split(' ').collect();
        let [method, target, "HTTP/1.1"] = parts.as_slice() else {
            return Err(malformed("the request line"));
        };
        if !target.starts_with('/') || target.bytes().any(|byte| !byte.is_ascii_graphic() || byte == b'#') {
            return Err(malformed("the request target"));
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let headers: Vec<(String, String)> = lines.map(header).collect::<Result<_, _>>()?;
        let request = Self {
            request_line: request_line.to_owned(),
            method: (*method).to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body: body.to_vec(),
        };
        request.check_length()?;
        Ok(request)
    }

    fn check_length(&self) -> Result<(), Rejection> {
        if self.values("transfer-encoding").next().is_some() {
            return Err(malformed("a transfer encoding, which is not expected here"));
        }
        let lengths: Vec<&str> = self.values("content-length").collect();
        let length = match lengths.as_slice() {
            [] => Some(0),
            [one] => one.parse().ok(),
            _ => None,
        };
        if length == Some(self.body.len()) { Ok(()) } else { Err(malformed("content-length")) }
    }

    /// All values of a header.
    pub fn values<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |header| header.0 == name).map(|header| header.1.as_str())
    }

    /// The only value of a header, or `None` when the header is not there.
    ///
    /// # Errors
    /// [`Rejection::RepeatedHeader`].
    pub fn optional<'a>(&'a self, name: &str) -> Result<Option<&'a str>, Rejection> {
        let values: Vec<&'a str> = self.values(name).collect();
        match values.as_slice() {
            [] => Ok(None),
            [value] => Ok(Some(value)),
            _ => Err(Rejection::RepeatedHeader(name.to_owned())),
        }
    }

    /// The only value of a header, which must not be empty.
    ///
    /// # Errors
    /// [`Rejection::MissingHeader`], [`Rejection::RepeatedHeader`].
    pub fn required<'a>(&'a self, name: &str) -> Result<&'a str, Rejection> {
        let value = self.optional(name)?.filter(|value| !value.is_empty());
        value.ok_or_else(|| Rejection::MissingHeader(name.to_owned()))
    }
}

fn header(line: &str) -> Result<(String, String), Rejection> {
    let (name, value) = line.split_once(':').ok_or_else(|| malformed("a header without a colon"))?;
    // Folded lines and blanks around names have fooled many a server.
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(malformed("the name of a header"));
    }
    if value.chars().any(|character| character.is_control() && character != '\t') {
        return Err(malformed("the value of a header"));
    }
    Ok((name.to_ascii_lowercase(), value.trim_matches([' ', '\t']).to_owned()))
}

fn malformed(what: &str) -> Rejection {
    Rejection::Malformed(what.to_owned())
}
