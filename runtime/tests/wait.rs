//! Waiting for the end of what a call only starts, with a scripted transport whose waits take no time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use alicloud_runtime::operation::{
    Descriptor, Effect, Kind, LongRunning, Method, Operation, Parameter, Poll,
};
use alicloud_runtime::testing::{Scripted, block_on};
use alicloud_runtime::{CallOptions, Error, ErrorKind, Finished, Waiting, record};
use std::time::Duration;
use support::operations::{PRODUCT, client, pinned};

#[derive(Default)]
struct Start {
    region: Option<String>,
}

record! { Start { region: String = 0: "RegionId" } }

#[derive(Default)]
struct Started {
    task: Option<Task>,
}

record! { Started { task: Record = 0: "Task" } }

#[derive(Default)]
struct Task {
    id: Option<i64>,
    status: Option<String>,
}

record! { Task { id: Long = 0: "Id", status: String = 1: "Status" } }

impl Operation for Start {
    type Reply = Started;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "Start",
        &PRODUCT,
        Method::Post,
        Effect::Write,
        &[Parameter::query("RegionId", Kind::String)],
    )
    .poll(
        Poll::new("DescribeTasks", 3_000, 4)
            .request_parameters(&[("RegionId", "RegionId")])
            .reply_parameters(&[("TaskIds", "Task.Id")])
            .status("Tasks.Status", &["Success", "Finished"], &["Failed"]),
    );
}

impl LongRunning for Start {
    type Polled = DescribeTasks;
}

#[derive(Default)]
struct DescribeTasks {
    region: Option<String>,
    task_ids: Option<Vec<String>>,
}

record! { DescribeTasks { region: String = 0: "RegionId", task_ids: List = 1: "TaskIds" } }

#[derive(Default)]
struct Tasks {
    tasks: Vec<Task>,
}

record! { Tasks { tasks: List = 0: "Tasks" } }

impl Operation for DescribeTasks {
    type Reply = Tasks;
    const DESCRIPTOR: &'static Descriptor = &Descriptor::new(
        "DescribeTasks",
        &PRODUCT,
        Method::Post,
        Effect::Read,
        &[
            Parameter::query("RegionId", Kind::String).required(),
            Parameter::query("TaskIds", Kind::Array).json(),
        ],
    );
}

const STARTED: &str = r#"{"Task":{"Id":12}}"#;

fn script(answers: &[&str]) -> Scripted {
    answers.iter().fold(Scripted::new().json(200, STARTED), |script, answer| script.json(200, *answer))
}

fn waiting(transport: &Scripted) -> Waiting<Start> {
    let request = Start { region: Some("cn-shanghai".into()) };
    client(pinned(transport)).wait_until_done(request, CallOptions::new())
}

fn wait(transport: &Scripted) -> Result<Finished<Start>, Error> {
    block_on(async { waiting(transport).await })
}

#[test]
fn it_asks_until_the_work_is_done() {
    let transport = script(&[
        r#"{"Tasks":[]}"#,
        r#"{"Tasks":[{"Id":12,"Status":"Running"}]}"#,
        r#"{"Tasks":[{"Id":12,"Status":"Success"}]}"#,
    ]);
    let done = wait(&transport).unwrap();
    assert_eq!(done.tasks[0].status.as_deref(), Some("Success"));
    assert_eq!(done.started.task.as_ref().unwrap().id, Some(12));
    let requests = transport.requests();
    let actions: Vec<_> = requests.iter().map(|request| request.action()).collect();
    assert_eq!(actions, ["Start", "DescribeTasks", "DescribeTasks", "DescribeTasks"]);
    assert_eq!(requests[1].query(), "RegionId=cn-shanghai&TaskIds=%5B%2212%22%5D");
    assert_eq!(transport.clock().waits(), [Duration::from_secs(3); 2], "none before the first question");
}

#[test]
fn all_of_several_statuses_have_to_be_done() {
    let transport = script(&[
        r#"{"Tasks":[{"Status":"Success"},{"Status":"Running"}]}"#,
        r#"{"Tasks":[{"Status":"Success"},{"Status":"Finished"}]}"#,
    ]);
    assert!(wait(&transport).is_ok());
    assert_eq!(transport.remaining(), 0);
}

#[test]
fn work_that_fails_is_an_error() {
    let transport = script(&[r#"{"Tasks":[{"Status":"Success"},{"Status":"Failed"}],"RequestId":"R-9"}"#]);
    let error = wait(&transport).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(
        error.to_string(),
        "Sas Start: the work was started and has failed: `Tasks.Status` of `DescribeTasks` is `Failed` (a retry \
         cannot help)"
    );
}

#[test]
fn it_gives_up_after_the_documented_number_of_questions() {
    let running = r#"{"Tasks":[{"Status":"Running"}]}"#;
    let transport = script(&[running; 5]);
    let error = wait(&transport).err().unwrap();
    assert_eq!((error.kind(), transport.remaining()), (ErrorKind::Timeout, 1));
    assert!(error.message().contains("is `Running` after 4 questions"), "{error}");
}

#[test]
fn a_limit_of_the_caller_takes_the_place_of_the_documented_number() {
    let running = r#"{"Tasks":[{"Status":"Running"}]}"#;
    let transport = script(&[running; 20]);
    let second = Duration::from_secs(1);
    let error = waiting(&transport).interval(second).limit(10 * second).blocking().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(transport.clock().waits().len(), 10);
}

#[test]
fn a_reply_without_what_has_to_be_asked_with_is_an_error() {
    let transport = Scripted::new().json(200, "{}");
    let error = wait(&transport).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.message().contains("the reply lacks `Task.Id`"), "{error}");
}

#[test]
fn an_error_on_the_way_says_that_the_work_was_started() {
    let transport = script(&[]).json(403, r#"{"Code":"NoPermission","Message":"no","RequestId":"R-1"}"#);
    let error = wait(&transport).err().unwrap();
    assert_eq!(
        error.to_string(),
        "Sas DescribeTasks: NoPermission: the work was started, but asking for its end failed: no (status 403, \
         request id R-1, a retry cannot help)"
    );
}

#[test]
fn the_wait_can_be_taken_up_again() {
    let transport = Scripted::new().json(200, r#"{"Tasks":[{"Status":"Success"}]}"#);
    let started = Started { task: Some(Task { id: Some(12), status: None }) };
    waiting(&transport).started(started).blocking().unwrap();
    assert_eq!(transport.requests()[0].action(), "DescribeTasks");
}

#[test]
fn the_limit_holds_for_an_answer_that_does_not_come() {
    let transport = Scripted::new().json(200, STARTED).hang();
    let error = waiting(&transport).limit(Duration::from_secs(5)).blocking().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.message().contains("`DescribeTasks` did not answer in time"), "{error}");
}
