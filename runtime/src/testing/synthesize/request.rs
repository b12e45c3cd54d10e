use super::filler::Filler;
use super::manner::Manner;
use crate::operation::{Descriptor, Kind, Parameter, Position, Style};
use crate::record::Record;

/// Sets what has to be set, and half of the rest; with the seed 0 none of the rest, with 1 all.
pub(super) fn fill(seed: u64, operation: &Descriptor, request: &mut dyn Record) {
    let mut filler = if seed == 1 { Filler::all(seed) } else { Filler::new(seed) };
    let has_body = operation.parameters().iter().any(|parameter| parameter.position() == Position::Body);
    let mut body_is_set = false;
    for (index, parameter) in operation.parameters().iter().enumerate() {
        let position = parameter.position();
        let is_needed = parameter.is_required() || matches!(position, Position::Path | Position::Host);
        let is_wanted = seed == 1 || (seed > 1 && filler.dice.once_in(2));
        // A request has one body, and a form is one.
        let is_in_the_way = match position {
            Position::Body => body_is_set,
            Position::Form => has_body,
            _ => false,
        };
        if is_needed || (is_wanted && !is_in_the_way) {
            filler.put(request.slot_mut(index), manner(parameter));
            body_is_set |= position == Position::Body;
        }
    }
}

fn manner(parameter: &Parameter) -> Manner {
    match parameter.position() {
        Position::Path => Manner::Path,
        Position::Header => Manner::Header,
        Position::Host => Manner::Label,
        Position::Body if matches!(parameter.kind(), Kind::Binary | Kind::Byte) => Manner::Free,
        Position::Body => Manner::Sent,
        Position::Query | Position::Form if parameter.style() == Style::Simple => Manner::Joined,
        Position::Query | Position::Form => Manner::Sent,
    }
}
