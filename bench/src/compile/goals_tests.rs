use super::super::build::Build;
use super::super::figures::{Figures, Pair};
use super::super::lines::Lines;
use super::super::mode::Mode;
use super::{OURS, times};
use crate::section::Goal;
use crate::stats::Samples;

/// A crate whose check takes that many seconds, and nothing else was measured.
fn figures(name: &str, operations: usize, check: f64) -> Figures {
    let library = Build { cpu: Samples(vec![check]), peak: 0 };
    Figures {
        name: name.to_owned(),
        operations,
        lines: Lines::default(),
        modes: vec![(Mode::Check, Pair { library, program: None })],
        library: None,
        program: None,
    }
}

fn goals(all: &[Figures]) -> Vec<Goal> {
    times(all, "peer", "published")
}

#[test]
fn goals_say_at_how_many_operations_they_were_judged() {
    let all = [
        figures(OURS, 100, 1.0),
        figures(OURS, 900, 18.0),
        figures("peer", 100, 9.0),
        figures("published", 40, 4.0),
    ];
    let goals = goals(&all);
    let said: Vec<_> =
        goals.iter().map(|goal| (goal.goal.as_str(), goal.measured.as_str(), goal.reached)).collect();
    assert!(said[0].0.ends_with("progenitor's output (judged at 100 operations of both)"), "{said:?}");
    assert_eq!((said[0].1, said[0].2), ("10.0 ms against 90.0 ms: 9.0 times", Some(true)));
    assert!(said[1].0.ends_with("(judged at 900 operations of ours and 40 of the other)"), "{said:?}");
    assert_eq!((said[1].1, said[1].2), ("20.0 ms against 100.0 ms: 5.0 times", Some(false)));
    // Of what was not measured nothing was judged.
    assert!(said[2..].iter().all(|(goal, measured, reached)| {
        !goal.contains("judged") && *measured == "not measured" && reached.is_none()
    }));
}

/// Figures of 100 operations with these seconds of library and program, of a dev and of a release build.
fn built(name: &str, dev: (f64, f64), release: (f64, f64)) -> Figures {
    let build = |seconds| Build { cpu: Samples(vec![seconds]), peak: 0 };
    let pair = |(library, program)| Pair { library: build(library), program: Some(build(program)) };
    let modes = vec![(Mode::Dev, pair(dev)), (Mode::Release, pair(release))];
    Figures { modes, ..figures(name, 100, 0.0) }
}

#[test]
fn builds_are_judged_with_their_programs_and_each_by_its_own() {
    let all = [built(OURS, (1.0, 2.0), (3.0, 4.0)), built("peer", (3.0, 18.0), (5.0, 36.0))];
    let goals = goals(&all);
    let measured = |goal: &str| {
        let goal = goals.iter().find(|one| one.goal.starts_with(goal)).unwrap();
        (goal.measured.as_str(), goal.reached)
    };
    assert_eq!(measured("Dev build"), ("30.0 ms against 210.0 ms: 7.0 times", Some(true)));
    assert_eq!(measured("Release build"), ("70.0 ms against 410.0 ms: 5.9 times", Some(false)));
    assert_eq!(goals.iter().filter(|goal| goal.reached.is_none()).count(), 2);
}

#[test]
fn the_largest_size_that_both_have_is_judged() {
    let sizes = [100, 900].map(|size| [figures(OURS, size, 1.0), figures("peer", size, 10.0)]);
    let goal = &goals(&sizes.concat())[0];
    assert!(goal.goal.ends_with("(judged at 900 operations of both)"), "{goal:?}");
}
