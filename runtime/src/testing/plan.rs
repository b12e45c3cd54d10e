use super::answer::Answer;
use std::time::Duration;

/// The answers of one rule, in order.
#[derive(Default)]
pub(super) struct Plan(Vec<Planned>);

#[derive(Clone)]
struct Planned {
    answer: Answer,
    delay: Duration,
    times: Option<usize>,
}

impl Plan {
    pub(super) fn add(&mut self, answer: Answer) {
        self.0.push(Planned { answer, delay: Duration::ZERO, times: None });
    }

    /// The latest answer comes so much later.
    pub(super) fn delay(&mut self, delay: Duration) {
        if let Some(planned) = self.0.last_mut() {
            planned.delay = planned.delay.saturating_add(delay);
        }
    }

    /// The latest answer is given so often, and no more.
    pub(super) fn times(&mut self, times: usize) {
        if let Some(planned) = self.0.last_mut() {
            planned.times = Some(times);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The answer to the call after `calls` calls. Each is given once, and the last one again and again, unless it says
    /// how often.
    pub(super) fn after(&self, calls: usize) -> Option<(Answer, Option<Duration>)> {
        let mut left = calls;
        for (index, planned) in self.0.iter().enumerate() {
            let is_last = index.saturating_add(1) == self.0.len();
            match planned.times {
                None if is_last => return Some(planned.given()),
                times => match left.checked_sub(times.unwrap_or(1)) {
                    Some(rest) => left = rest,
                    None => return Some(planned.given()),
                },
            }
        }
        None
    }

    /// How many calls it takes until every answer was given.
    pub(super) fn length(&self) -> usize {
        self.0.iter().map(|planned| planned.times.unwrap_or(1)).fold(0, usize::saturating_add)
    }
}

impl Planned {
    fn given(&self) -> (Answer, Option<Duration>) {
        let after = if matches!(self.answer, Answer::Never) { None } else { Some(self.delay) };
        (self.answer.clone(), after)
    }
}
