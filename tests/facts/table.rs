//! Reads the tables. Their lines are described in `facts/README.md`.

use std::collections::BTreeMap;

/// One documentation page.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) operation: String,
    /// `YYYY-MM-DD`.
    pub(crate) updated: String,
    pub(crate) machine_translated: bool,
    pub(crate) history: String,
    /// Number of response fields that the table announces.
    pub(crate) count: usize,
    pub(crate) access_levels: Vec<String>,
    pub(crate) ram: Option<Ram>,
    pub(crate) parameters: Vec<Row>,
    pub(crate) reply_title: Option<String>,
    pub(crate) fields: Vec<Row>,
    pub(crate) sample: String,
    pub(crate) errors: Vec<ErrorRow>,
}

pub(crate) struct Ram {
    pub(crate) action: String,
    pub(crate) access_level: String,
    pub(crate) mandatory: bool,
    pub(crate) resource_type: String,
    pub(crate) resource_name: String,
    pub(crate) condition_keys: Vec<String>,
    pub(crate) associated_operations: Vec<String>,
}

/// A parameter or a response field.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) path: String,
    /// The dump's spelling: the pages' `object []` is `array<object>`.
    pub(crate) kind: String,
    pub(crate) required: bool,
    pub(crate) default: Option<String>,
    pub(crate) example: Option<String>,
    pub(crate) values: Vec<Listed>,
    pub(crate) effect: Option<(String, Vec<String>)>,
    pub(crate) note: Option<String>,
    pub(crate) text: Option<String>,
    /// Name of the item row, and whether it is described.
    pub(crate) item: Option<(String, bool)>,
}

/// A valid value.
pub(crate) struct Listed {
    pub(crate) value: String,
    /// Whether the page says what the value means.
    pub(crate) has_meaning: bool,
    pub(crate) keyword: Option<String>,
    pub(crate) printed: Option<String>,
}

pub(crate) struct ErrorRow {
    pub(crate) status: String,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) described: bool,
}

/// The product's table.
#[derive(Default)]
pub(crate) struct Product {
    pub(crate) facts: BTreeMap<String, String>,
    pub(crate) endpoints: BTreeMap<String, String>,
}

impl Product {
    pub(crate) fn fact(&self, key: &str) -> &str {
        self.facts.get(key).map_or("", String::as_str)
    }
}

pub(crate) fn page(text: &str) -> Page {
    let mut page = Page::default();
    let mut sample = Vec::new();
    // Sub-lines belong to the row above, which is the last parameter until the first field.
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix('>') {
            sample.push(rest.strip_prefix(' ').unwrap_or(rest));
            continue;
        }
        let Some(cells) = cells(line) else { continue };
        match cells.as_slice() {
            ["page", heading] => {
                page.operation = heading.split(':').next_back().unwrap().to_owned();
            }
            ["updated", date] => page.updated = iso_date(date),
            ["machine", answer] => page.machine_translated = yes(answer),
            ["history", what] => page.history = (*what).to_owned(),
            ["fields", count] => page.count = count.parse().unwrap(),
            ["levels", levels] => page.access_levels = list(levels),
            ["ram", "none disclosed"] => page.ram = None,
            ["ram", action, level, kind, name, keys, associated] => {
                page.ram = Some(Ram {
                    action: (*action).to_owned(),
                    access_level: (*level).to_owned(),
                    mandatory: kind.starts_with('*'),
                    resource_type: kind.trim_start_matches('*').to_owned(),
                    resource_name: (*name).to_owned(),
                    condition_keys: list(keys),
                    associated_operations: list(associated),
                });
            }
            ["param", name, kind, required, example] => {
                page.parameters.push(Row { required: yes(required), ..row(name, kind, example) })
            }
            ["reply", "object", title] => page.reply_title = cell(title),
            ["field", path, kind, example] => page.fields.push(row(path, kind, example)),
            ["error", status, code, message, described] => page.errors.push(ErrorRow {
                status: (*status).to_owned(),
                code: (*code).to_owned(),
                message: (*message).to_owned(),
                described: yes(described),
            }),
            below => {
                let rows = match page.fields.is_empty() {
                    true => &mut page.parameters,
                    false => &mut page.fields,
                };
                let owner = rows.last_mut();
                sub_line(owner.unwrap_or_else(|| panic!("no row above {line:?}")), below);
            }
        }
    }
    page.sample = sample.join("\n");
    page
}

pub(crate) fn product(text: &str) -> Product {
    let mut product = Product::default();
    for cells in text.lines().filter_map(cells) {
        match cells.as_slice() {
            ["product", key, value] => {
                product.facts.insert((*key).to_owned(), (*value).to_owned());
            }
            ["endpoint", host, regions] => {
                for region in list(regions) {
                    let before = product.endpoints.insert(region, (*host).to_owned());
                    assert!(before.is_none(), "a region twice in {cells:?}");
                }
            }
            other => panic!("unknown line {other:?}"),
        }
    }
    product
}

fn sub_line(row: &mut Row, cells: &[&str]) {
    match cells {
        ["default", value] => row.default = cell(value),
        ["value", value, meaning, printed @ ..] => row.values.push(Listed {
            value: (*value).to_owned(),
            has_meaning: *meaning != "-",
            keyword: cell(meaning).filter(|word| word != "~"),
            printed: printed.first().map(|printed| (*printed).to_owned()),
        }),
        ["effect", field, values] => row.effect = Some(((*field).to_owned(), list(values))),
        ["note", word] => row.note = cell(word),
        ["text", what] => row.text = cell(what),
        ["item", name, described] => row.item = Some(((*name).to_owned(), yes(described))),
        other => panic!("unknown line {other:?}"),
    }
}

fn row(path: &str, kind: &str, example: &str) -> Row {
    let kind = match kind.strip_suffix(" []") {
        Some(item) => format!("array<{item}>"),
        None => kind.to_owned(),
    };
    Row { path: path.to_owned(), kind, example: cell(example), ..Row::default() }
}

fn cells(line: &str) -> Option<Vec<&str>> {
    let line = line.trim();
    let holds_facts = !line.is_empty() && !line.starts_with('#');
    holds_facts.then(|| line.split('|').map(str::trim).collect())
}

fn cell(text: &str) -> Option<String> {
    (text != "-").then(|| text.to_owned())
}

fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|entry| *entry != "none").map(str::to_owned).collect()
}

fn yes(text: &str) -> bool {
    match text {
        "yes" | "Yes" => true,
        "no" | "No" => false,
        other => panic!("{other:?} is neither yes nor no"),
    }
}

/// `Feb 20, 2024` as `2024-02-20`.
fn iso_date(text: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts: Vec<&str> = text.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let [month, day, year] = parts.as_slice() else { panic!("{text:?} is no date") };
    let month = MONTHS.iter().position(|name| name == month).unwrap() + 1;
    format!("{year}-{month:02}-{day:0>2}")
}
