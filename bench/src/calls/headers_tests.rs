#![allow(clippy::unwrap_used, reason = "these are tests")]

use super::{by_hand, ours, server};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// Names of headers with the lengths of their values.
type Headers = BTreeMap<String, usize>;

/// Answers one request on each connection, and tells the headers of each.
fn recording() -> (SocketAddr, Receiver<Headers>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let (address, reply) = (listener.local_addr().unwrap(), server::reply().unwrap());
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let lines = lines.skip(1).take_while(|line| !line.is_empty());
            let header = |line: String| {
                line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.len()))
            };
            let headers = lines.filter_map(header).collect();
            stream.write_all(&reply).unwrap();
            if sender.send(headers).is_err() {
                return;
            }
        }
    });
    (address, receiver)
}

#[test]
fn clients_by_hand_send_the_headers_of_ours_in_their_lengths() {
    let (address, headers) = recording();
    let (host, agent) = (address.to_string(), ours::user_agent(address).unwrap());
    let next = || headers.recv().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();

    runtime.block_on(ours::awaited(&ours::client(address).unwrap())).unwrap();
    let mut awaited = next();
    ours::blocking(&ours::client(address).unwrap()).unwrap();
    let blocking = next();
    runtime.block_on(by_hand::on_reqwest(&by_hand::reqwest_client(&agent).unwrap(), &host)).unwrap();
    assert_eq!(next(), awaited);
    by_hand::on_ureq(&by_hand::ureq_agent(&agent).unwrap(), &host).unwrap();
    assert_eq!(next(), blocking);
    runtime.block_on(async {
        let mut connection = by_hand::hyper_connection(address).await.unwrap();
        by_hand::on_hyper(&mut connection, &host, &agent).await.unwrap();
    });
    // It cannot read compressed replies, so it does not ask for them.
    awaited.remove("accept-encoding").unwrap();
    assert_eq!(next(), awaited);
    assert_eq!(awaited.get("user-agent"), Some(&agent.len()));
}
