//! An operation that nobody calls is data for the compiler: no machine code in the crate, and no byte in a program.

use crate::built::{Built, CALLED, Plan, build};
use crate::granary::OPERATIONS;
use std::io::Write;

/// Bytes of machine code in the crate for each operation more: none, since all that is emitted is data, generic or `#[inline]`.
const IN_CRATE: u64 = 0;

/// Bytes in a program for each operation that it does not call. It should be none; sections are aligned, which moves their sizes by some
/// bytes in all. The least that an operation could leave behind is its address in a table: eight.
const IN_PROGRAM: u64 = 4;

/// As it is emitted.
const EMITTED: Plan<'_> = Plan { operations: &[], addition: "", statement: "" };

/// What an operation should not be: a function that is compiled whether or not somebody calls it.
const FUNCTION: &str = r"
/// The letters of a text in their order.
pub fn sorted(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().rev().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}
";

/// What a program should not do by itself: to hold the list of all operations.
const LIST: &str = "    std::hint::black_box(product::granary::OPERATIONS);\n";

/// The sizes with all operations and with few.
struct Pair {
    all: Built,
    few: Built,
}

impl Pair {
    fn build(names: [&str; 2], plan: Plan<'_>) -> Self {
        Self { all: build(names[0], plan), few: build(names[1], Plan { operations: &CALLED, ..plan }) }
    }

    fn check_crate(&self, uncalled: u64, bound: u64) -> Result<(), String> {
        check("machine code in the crate", self.all.machine_code, self.few.machine_code, uncalled * bound)
    }

    fn check_program(&self, uncalled: u64, bound: u64) -> Result<(), String> {
        check("bytes in a program", self.all.loaded, self.few.loaded, uncalled * bound)
    }
}

fn check(what: &str, all: u64, few: u64, bound: u64) -> Result<(), String> {
    match all.abs_diff(few) {
        more if more > bound => {
            Err(format!("{what}: {few} of few operations, {all} of all; {bound} are allowed"))
        }
        _ => Ok(()),
    }
}

fn uncalled() -> u64 {
    u64::try_from(OPERATIONS - CALLED.len()).unwrap()
}

/// Whether the compiler writes files of the format that is read here. Says so where it does not.
fn is_elf() -> bool {
    let is_elf = cfg!(target_os = "linux");
    if !is_elf {
        // Past the capture of the test harness.
        let mut output = std::io::stderr();
        writeln!(output, "skipped: sizes are read from files of the format ELF").unwrap();
    }
    is_elf
}

#[test]
fn an_operation_that_nobody_calls_costs_nothing() {
    if !is_elf() {
        return;
    }
    let pair = Pair::build(["all", "few"], EMITTED);
    // A gate that sees nothing would pass.
    assert!(pair.few.machine_code > 0 && pair.few.loaded > 100_000, "{:?}", pair.few);
    pair.check_crate(uncalled(), IN_CRATE).unwrap();
    pair.check_program(uncalled(), IN_PROGRAM).unwrap();
}

#[test]
fn a_function_in_each_and_a_list_of_all_are_noticed() {
    if !is_elf() {
        return;
    }
    let broken = Plan { addition: FUNCTION, statement: LIST, ..EMITTED };
    let pair = Pair::build(["al2", "fe2"], broken);
    // Far beyond the bounds, so that much less would be noticed as well.
    let error = pair.check_crate(uncalled(), 40).unwrap_err();
    assert!(error.starts_with("machine code in the crate: "), "{error}");
    let error = pair.check_program(uncalled(), IN_PROGRAM * 20).unwrap_err();
    assert!(error.starts_with("bytes in a program: "), "{error}");
}

#[test]
fn one_byte_more_is_noticed() {
    let built = |bytes: u64| Built { machine_code: bytes, loaded: bytes };
    let pair = |all: u64| Pair { all: built(all), few: built(1000) };
    assert_eq!((pair(1020).check_crate(10, 2), pair(1020).check_program(10, 2)), (Ok(()), Ok(())));
    let error = pair(1021).check_crate(10, 2).unwrap_err();
    assert_eq!(error, "machine code in the crate: 1000 of few operations, 1021 of all; 20 are allowed");
    assert!(pair(1021).check_program(10, 2).is_err() && pair(979).check_program(10, 2).is_err());
}
