use alicloud_runtime::record::{EnumerationSlot, ListSlot, MapSlot, Record, Scalar, SlotMut, Value};

/// Fills any record, slot by slot, from a seed.
pub(crate) struct Filler<'a> {
    state: u64,
    values: &'a [&'a str],
    unlisted: usize,
    /// How much deeper values may nest: a shared shape may contain itself.
    depth: usize,
}

impl<'a> Filler<'a> {
    /// `values` are the valid values of the enumerations, of all together.
    pub(crate) fn new(seed: u64, values: &'a [&'a str]) -> Self {
        Self { state: seed, values, unlisted: 0, depth: 5 }
    }

    /// How many enumerations got a value that they do not list.
    pub(crate) fn unlisted(&self) -> usize {
        self.unlisted
    }

    /// Sets about three of four fields.
    pub(crate) fn fill(&mut self, record: &mut dyn Record) {
        for index in 0..record.shape().fields().len() {
            if self.below(4) > 0 {
                self.put(record.slot_mut(index));
            }
        }
    }

    fn put(&mut self, slot: SlotMut<'_>) {
        match slot {
            SlotMut::String(cell) => *cell = Some(self.text()),
            SlotMut::Integer(cell) => *cell = Some(self.next() as i32),
            SlotMut::Long(cell) => *cell = Some(self.next() as i64),
            SlotMut::Float(cell) => {
                let value = f32::from_bits(self.next() as u32);
                *cell = Some(if value.is_finite() { value } else { 0.1 });
            }
            SlotMut::Double(cell) => *cell = Some(self.double()),
            SlotMut::Boolean(cell) => *cell = Some(self.below(2) == 1),
            // A null stands for no value at all.
            SlotMut::Any(cell) => *cell = Some(self.json(2)).filter(|value| !value.is_null()),
            SlotMut::Bytes(cell) => *cell = Some(self.text().into()),
            SlotMut::Enumeration(cell) => self.enumeration(cell),
            SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_) if self.depth == 0 => {}
            SlotMut::Record(cell) => self.deeper(|filler| filler.fill(cell.put(true).unwrap())),
            SlotMut::List(list) => self.deeper(|filler| filler.list(list)),
            SlotMut::Map(map) => self.deeper(|filler| filler.map(map)),
            SlotMut::Absent => {}
        }
    }

    fn deeper(&mut self, put: impl FnOnce(&mut Self)) {
        self.depth -= 1;
        put(self);
        self.depth += 1;
    }

    fn list(&mut self, list: &mut dyn ListSlot) {
        list.begin();
        for _ in 0..self.below(4) {
            list.push(&mut |slot| self.put(slot));
        }
    }

    fn map(&mut self, map: &mut dyn MapSlot) {
        map.begin();
        for number in 0..self.below(4) {
            // A key that comes twice would count its enumerations twice.
            let key = format!("{number}{}", self.text());
            map.insert(key, &mut |slot| self.put(slot));
        }
    }

    /// A listed value, or one in four times one that is not.
    fn enumeration(&mut self, cell: &mut dyn EnumerationSlot) {
        let start = self.below(self.values.len().max(1));
        let values = self.values.iter().cycle().skip(start).take(self.values.len());
        if self.below(4) > 0 && values.copied().any(|value| set(cell, value) == Some(true)) {
            return;
        }
        match set(cell, "424242") {
            Some(listed) => self.unlisted += usize::from(!listed),
            None => cell.clear(),
        }
    }

    fn json(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => Value::from(self.below(2) == 1),
            2 => Value::from(self.next()),
            3 => Value::from(self.double()),
            4 => Value::from(self.text()),
            5 => (0..self.below(3)).map(|_| self.json(depth - 1)).collect(),
            _ => (0..self.below(3)).map(|_| (self.text(), self.json(depth - 1))).collect(),
        }
    }

    fn double(&mut self) -> f64 {
        let value = f64::from_bits(self.next());
        if value.is_finite() { value } else { 0.1 }
    }

    fn text(&mut self) -> String {
        const LETTERS: [char; 12] = ['a', 'Z', '0', ' ', '"', '\\', '\n', '\0', '地', '😀', '\u{2028}', '/'];
        (0..self.below(6)).map(|_| LETTERS[self.below(LETTERS.len())]).collect()
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// Sets the value in the enumeration's own JSON type: whether it is listed, or nothing where it is of another type.
fn set(cell: &mut dyn EnumerationSlot, value: &str) -> Option<bool> {
    let number = value.parse().ok().map(Scalar::Signed);
    for scalar in [Some(Scalar::Text(value)), number].into_iter().flatten() {
        if let Some((false, listed)) = cell.set(&scalar) {
            return Some(listed);
        }
    }
    None
}
