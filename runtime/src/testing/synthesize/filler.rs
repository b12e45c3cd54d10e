use super::dice::Dice;
use super::manner::Manner;
use super::texts;
use crate::record::{EnumerationSlot, ListSlot, MapSlot, Record, Scalar, SlotMut, Value};

/// Puts values into slots.
pub(super) struct Filler {
    pub(super) dice: Dice,
    /// How much deeper values may nest: a type may contain itself.
    depth: usize,
    /// How many more values there may be, so that types that branch do not grow without end.
    left: usize,
    /// How often a field of a record is left unset: once in so many times. Zero is never.
    unset_once_in: usize,
}

impl Filler {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let unset_once_in = dice.pick(&[4, 2, 3, 10, 0]);
        Self { dice, depth: 5, left: 2_000, unset_once_in }
    }

    /// Sets every field, as far as depth and number allow.
    pub(super) fn all(seed: u64) -> Self {
        Self { unset_once_in: 0, ..Self::new(seed) }
    }

    pub(super) fn fill(&mut self, record: &mut dyn Record, manner: Manner) {
        for index in 0..record.shape().fields().len() {
            if self.unset_once_in == 0 || !self.dice.once_in(self.unset_once_in) {
                self.put(record.slot_mut(index), manner);
            }
        }
    }

    pub(super) fn put(&mut self, slot: SlotMut<'_>, manner: Manner) {
        self.left = self.left.saturating_sub(1);
        let is_over = self.depth == 0 || self.left == 0;
        match slot {
            SlotMut::String(cell) => *cell = Some(texts::text(&mut self.dice, manner)),
            SlotMut::Integer(cell) => *cell = Some(self.integer()),
            SlotMut::Long(cell) => *cell = Some(self.long()),
            SlotMut::Float(cell) => *cell = Some(self.float()),
            SlotMut::Double(cell) => *cell = Some(self.double()),
            SlotMut::Boolean(cell) => *cell = Some(self.dice.once_in(2)),
            // A null stands for no value at all, and what is to be set may be required.
            SlotMut::Any(cell) => {
                let value = self.json(2, manner);
                *cell = Some(if value.is_null() { Value::from(false) } else { value });
            }
            SlotMut::Bytes(cell) if manner.takes_bytes() => {
                *cell = Some(texts::text(&mut self.dice, Manner::Free).into());
            }
            SlotMut::Enumeration(cell) => self.enumeration(cell, manner),
            SlotMut::Record(_) | SlotMut::List(_) | SlotMut::Map(_) if is_over => {}
            SlotMut::Record(cell) => self.deeper(|filler| {
                if let Some(record) = cell.put(true) {
                    filler.fill(record, manner);
                }
            }),
            SlotMut::List(list) => self.deeper(|filler| filler.list(list, manner)),
            SlotMut::Map(map) => self.deeper(|filler| filler.map(map, manner)),
            SlotMut::Bytes(_) | SlotMut::Absent => {}
        }
    }

    fn deeper(&mut self, put: impl FnOnce(&mut Self)) {
        self.depth = self.depth.saturating_sub(1);
        put(self);
        self.depth = self.depth.saturating_add(1);
    }

    fn list(&mut self, list: &mut dyn ListSlot, manner: Manner) {
        list.begin();
        let length = if self.dice.once_in(40) { 50 } else { self.dice.below(4) };
        for _ in 0..length.min(self.left) {
            list.push(&mut |slot| self.put(slot, manner));
        }
    }

    fn map(&mut self, map: &mut dyn MapSlot, manner: Manner) {
        map.begin();
        for number in 0..self.dice.below(4).min(self.left) {
            let key = texts::key(&mut self.dice, number);
            map.insert(key, &mut |slot| self.put(slot, manner));
        }
    }

    /// A listed value, or one in four times one that is not.
    fn enumeration(&mut self, cell: &mut dyn EnumerationSlot, manner: Manner) {
        let number = self.dice.below(1_000);
        if !self.dice.once_in(4) && cell.choose(number) && (manner == Manner::Free || is_plain(cell)) {
            return;
        }
        // Text where the enumeration is one of texts, else a number.
        if cell.set(&Scalar::Text("not-listed")).is_none() {
            cell.set(&Scalar::Signed(424_242));
        }
    }

    fn integer(&mut self) -> i32 {
        let random = self.dice.next() as i32;
        self.dice.pick(&[0, 1, -1, 443, i32::MAX, i32::MIN, random])
    }

    fn long(&mut self) -> i64 {
        let random = self.dice.next() as i64;
        self.dice.pick(&[0, 1, -1, 9_007_199_254_740_993, i64::MAX, i64::MIN, random])
    }

    fn float(&mut self) -> f32 {
        let random = f32::from_bits(self.dice.next() as u32);
        let random = if random.is_finite() { random } else { 0.1 };
        self.dice.pick(&[0.0, 1.0, -0.1, 16_777_216.0, f32::MAX, f32::MIN_POSITIVE, random])
    }

    fn double(&mut self) -> f64 {
        let random = f64::from_bits(self.dice.next());
        let random = if random.is_finite() { random } else { 0.1 };
        self.dice.pick(&[0.0, 1.0, -0.1, 1e21, f64::MAX, f64::MIN_POSITIVE, random])
    }

    fn json(&mut self, depth: usize, manner: Manner) -> Value {
        match self.dice.below(if depth > 0 && manner.nests() { 7 } else { 4 }) {
            0 => Value::from(texts::text(&mut self.dice, manner)),
            1 if manner == Manner::Label => Value::from("label"),
            1 => Value::from(self.dice.once_in(2)),
            2 if manner == Manner::Label => Value::from(self.dice.below(1_000)),
            2 => Value::from(self.long()),
            3 if manner == Manner::Label => Value::from("host"),
            3 => Value::from(self.double()),
            4 => (0..self.dice.below(3)).map(|_| self.json(depth.saturating_sub(1), manner)).collect(),
            5 => Value::Null,
            _ => (0..self.dice.below(3))
                .map(|number| {
                    (texts::key(&mut self.dice, number), self.json(depth.saturating_sub(1), manner))
                })
                .collect(),
        }
    }
}

/// Whether a value can stand wherever in a request.
fn is_plain(cell: &dyn EnumerationSlot) -> bool {
    match cell.node() {
        Some(crate::record::Node::String(text)) => {
            !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(&byte))
        }
        _ => true,
    }
}
