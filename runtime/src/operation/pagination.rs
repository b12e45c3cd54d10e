/// How an operation that answers page by page is asked for the next page.
///
/// All names are wire names; those of the reply are paths such as `PageInfo.TotalCount`. An empty one is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pagination {
    by: PageBy,
    parameter: &'static str,
    size: &'static str,
    items: &'static str,
    end: &'static str,
}

/// What names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageBy {
    /// Its number, counted from one.
    Number,
    /// A token, which the page before gave out.
    Token,
}

impl Pagination {
    /// Pages have numbers: the parameters with the number and with the number of items per page, and where the reply
    /// has the items and how many there are in all.
    pub const fn pages(
        page: &'static str,
        size: &'static str,
        items: &'static str,
        total: &'static str,
    ) -> Self {
        Self { by: PageBy::Number, parameter: page, size, items, end: total }
    }

    /// Pages have tokens: the parameters with the token and with the number of items per page, and where the reply has
    /// the items and the token of the next page.
    pub const fn tokens(
        token: &'static str,
        size: &'static str,
        items: &'static str,
        next: &'static str,
    ) -> Self {
        Self { by: PageBy::Token, parameter: token, size, items, end: next }
    }

    /// What names a page.
    pub const fn by(&self) -> PageBy {
        self.by
    }

    /// The parameter that says which page to answer with: its number or its token.
    pub const fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// The parameter with the number of items per page.
    pub const fn size(&self) -> &'static str {
        self.size
    }

    /// Where the reply has its items.
    pub const fn items(&self) -> &'static str {
        self.items
    }

    /// Where the reply says how many items there are in all. Empty where pages have tokens.
    pub const fn total(&self) -> &'static str {
        match self.by {
            PageBy::Number => self.end,
            PageBy::Token => "",
        }
    }

    /// Where the reply has the token of the next page. Empty where pages have numbers.
    pub const fn next(&self) -> &'static str {
        match self.by {
            PageBy::Number => "",
            PageBy::Token => self.end,
        }
    }
}
