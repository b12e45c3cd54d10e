use crate::spec::raw::{Field, PageKey, Pagination, Parameter, Reply, Type};

/// Parameters that take the number of a page, in small letters.
const PAGES: &[&str] = &["pagenumber", "currentpage", "pageno", "pagenum", "pageindex", "page"];
/// Parameters that take the number of items on a numbered page.
const PAGE_SIZES: &[&str] = &["pagesize", "pagelimit", "maxresults", "limit", "maxitems", "size"];
/// Parameters that take the number of items on a page behind a token.
const TOKEN_SIZES: &[&str] = &["maxresults", "limit", "maxitems", "pagesize", "pagelimit", "size"];
/// Parameters that take the token of the next page, and fields that give it.
const TOKENS: &[&str] =
    &["nexttoken", "nextpagetoken", "marker", "nextmarker", "continuationtoken", "pagetoken"];
/// Fields that tell how many items there are.
const TOTALS: &[&str] =
    &["totalcount", "total", "totalnum", "totalitems", "totalrecords", "totalrecordcount"];

/// How a reply is read page by page, as the names say: the metadata itself has no mark for it (`docs/wire.md`, "Pages").
///
/// `None` where the names leave a doubt: which of several lists holds the items, or where the token of the next page is.
pub(super) fn infer(parameters: &[Parameter], reply: Option<&Reply>) -> Option<Pagination> {
    let fields = reply.filter(|reply| reply.root() == Type::Object).map(|reply| reply.fields.as_slice())?;
    let items = items(fields)?;
    let token = token(parameters).zip(member(fields, TOKENS, |kind| kind == Type::String));
    if let Some((parameter, next)) = token {
        return Some(Pagination {
            by: PageKey::Token,
            parameter,
            size: named(parameters, TOKEN_SIZES).map(|size| size.name.clone()),
            items,
            total: total(fields),
            next: Some(next),
        });
    }
    let is_number = |kind| matches!(kind, Type::Integer | Type::Long | Type::String);
    let page = named(parameters, PAGES).filter(|page| is_number(page.kind))?;
    Some(Pagination {
        by: PageKey::Page,
        parameter: page.name.clone(),
        // Without a size, nobody knows whether a page is short.
        size: Some(named(parameters, PAGE_SIZES)?.name.clone()),
        items,
        total: total(fields),
        next: None,
    })
}

/// The token parameter, unless another parameter has to switch tokens on.
fn token(parameters: &[Parameter]) -> Option<String> {
    let is_switched = parameters.iter().any(|parameter| is_called(&parameter.name, "usenexttoken"));
    let found = named(parameters, TOKENS).filter(|token| token.kind == Type::String && !is_switched)?;
    Some(found.name.clone())
}

/// Whether a name is a word in any spelling: `PageSize`, `pageSize`, `page_size`.
fn is_called(name: &str, word: &str) -> bool {
    let letters = name.bytes().filter(|letter| !matches!(letter, b'_' | b'-'));
    letters.map(|letter| letter.to_ascii_lowercase()).eq(word.bytes())
}

fn named<'a>(parameters: &'a [Parameter], names: &[&str]) -> Option<&'a Parameter> {
    let is = |name: &str| parameters.iter().find(|parameter| is_called(&parameter.name, name));
    names.iter().find_map(|name| is(name))
}

/// The only list of the outermost level that has one.
fn items(fields: &[Field]) -> Option<String> {
    let lists = lists(fields, "");
    if let [only] = lists.as_slice() {
        return Some(only.clone());
    }
    if !lists.is_empty() {
        return None;
    }
    let inner: Vec<String> = objects(fields)
        .flat_map(|object| self::lists(&object.fields, &format!("{}.", object.name)))
        .collect();
    match inner.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// The lists among fields, also those in a wrapper that holds nothing else.
fn lists(fields: &[Field], prefix: &str) -> Vec<String> {
    let list = |field: &Field| match (field.kind, field.fields.as_slice()) {
        (Type::Array, _) => Some(format!("{prefix}{}", field.name)),
        (Type::Object, [only]) if only.kind == Type::Array => {
            Some(format!("{prefix}{}.{}", field.name, only.name))
        }
        _ => None,
    };
    fields.iter().filter_map(list).collect()
}

fn objects(fields: &[Field]) -> impl Iterator<Item = &Field> {
    fields.iter().filter(|field| field.kind == Type::Object)
}

fn total(fields: &[Field]) -> Option<String> {
    member(fields, TOTALS, |kind| matches!(kind, Type::Integer | Type::Long | Type::String))
}

/// The path of the first field of these names, at the root or one level below.
fn member(fields: &[Field], names: &[&str], fits: impl Fn(Type) -> bool) -> Option<String> {
    let named = |fields: &[Field]| {
        let is = |name: &str| fields.iter().find(|field| is_called(&field.name, name) && fits(field.kind));
        names.iter().find_map(|name| is(name)).map(|field| field.name.clone())
    };
    named(fields).or_else(|| {
        objects(fields).find_map(|object| named(&object.fields).map(|name| format!("{}.{name}", object.name)))
    })
}
