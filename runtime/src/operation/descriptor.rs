use super::{Body, Method, Pagination, Parameter, Poll, Product, Security};

/// The facts of one operation that a request is built from and a reply is read with.
#[derive(Debug)]
pub struct Descriptor {
    name: &'static str,
    product: &'static Product,
    method: Method,
    effect: Effect,
    parameters: &'static [Parameter],
    path: Option<&'static str>,
    security: &'static [Security],
    reply: Body,
    reply_headers: usize,
    events: bool,
    pages: Option<Pagination>,
    poll: Option<Poll>,
    sensitive: &'static [&'static str],
}

/// Whether an operation changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Reads only: safe to repeat.
    Read,
    /// May change state.
    Write,
}

impl Descriptor {
    /// The facts of one operation, as they are where nothing else is said: called by its name, with an access key, a
    /// JSON object as its reply.
    pub const fn new(
        name: &'static str,
        product: &'static Product,
        method: Method,
        effect: Effect,
        parameters: &'static [Parameter],
    ) -> Self {
        Self {
            name,
            product,
            method,
            effect,
            parameters,
            path: None,
            security: &[Security::AccessKey],
            reply: Body::Object,
            reply_headers: 0,
            events: false,
            pages: None,
            poll: None,
            sensitive: &[],
        }
    }

    /// Calls the operation by a path: `/clusters/{ClusterId}`, with a parameter's wire name in braces. `{+Name}` keeps
    /// the slashes of the value. What stands behind a `?` joins the query (`docs/wire.md`, "Paths").
    pub const fn path(mut self, template: &'static str) -> Self {
        self.path = Some(template);
        self
    }

    /// Says how a call may say who makes it; one of these ways is enough.
    pub const fn security(mut self, ways: &'static [Security]) -> Self {
        self.security = ways;
        self
    }

    /// Says what the body of a reply is.
    pub const fn reply(mut self, body: Body) -> Self {
        self.reply = body;
        self
    }

    /// Reads the last `count` fields of the reply from its HTTP headers, each from the one of its wire name.
    pub const fn reply_headers(mut self, count: usize) -> Self {
        self.reply_headers = count;
        self
    }

    /// Says that the service can answer with a stream of events, each of the shape of the reply.
    pub const fn events(mut self) -> Self {
        self.events = true;
        self
    }

    /// Says how to ask for the next page.
    pub const fn pages(mut self, pagination: Pagination) -> Self {
        self.pages = Some(pagination);
        self
    }

    /// Says how to find out whether the work that this operation starts has ended.
    pub const fn poll(mut self, poll: Poll) -> Self {
        self.poll = Some(poll);
        self
    }

    /// Names what is secret wherever it stands in request or reply: wire names of parameters and fields. Their values
    /// are left out of what tests record.
    pub const fn sensitive(mut self, names: &'static [&'static str]) -> Self {
        self.sensitive = names;
        self
    }
}

/// The facts, to read.
impl Descriptor {
    /// Wire name, sent as `x-acs-action`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The product the operation belongs to.
    pub const fn product(&self) -> &'static Product {
        self.product
    }

    /// HTTP method of the call.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Whether the operation changes anything.
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// Request parameters in the order of the documentation.
    pub const fn parameters(&self) -> &'static [Parameter] {
        self.parameters
    }

    /// Template of the path; `None` where the operation is called by its name alone.
    pub const fn path_template(&self) -> Option<&'static str> {
        self.path
    }

    /// How a call may say who makes it.
    pub const fn security_ways(&self) -> &'static [Security] {
        self.security
    }

    /// What the body of a reply is.
    pub const fn reply_body(&self) -> Body {
        self.reply
    }

    /// How many of the reply's last fields come from its HTTP headers.
    pub const fn reply_header_count(&self) -> usize {
        self.reply_headers
    }

    /// Whether the service can answer with a stream of events.
    pub const fn has_events(&self) -> bool {
        self.events
    }

    /// How to ask for the next page, where the operation answers page by page.
    pub const fn pagination(&self) -> Option<&Pagination> {
        self.pages.as_ref()
    }

    /// The operation that tells whether the work has ended, where this one only starts it.
    pub const fn polling(&self) -> Option<&Poll> {
        self.poll.as_ref()
    }

    /// Wire names of parameters and fields that are secret, wherever they stand.
    pub const fn sensitive_names(&self) -> &'static [&'static str] {
        self.sensitive
    }
}
