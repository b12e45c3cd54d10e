use super::Scheduler;
use crate::BoxFuture;
use js_sys::{Function, Promise, Reflect};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::wasm_bindgen::{JsCast, JsValue};

/// Time and tasks of a browser, by `setTimeout` and promises.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserScheduler;

impl Scheduler for BrowserScheduler {
    fn elapsed(&self) -> Duration {
        Duration::from_secs_f64(milliseconds().max(0.0) / 1000.0)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            // It ends at once if there is no `setTimeout`: then there is nothing to wait with.
            let _ = JsFuture::from(timeout(duration)).await;
        })
    }

    fn spawn(&self, task: BoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(task);
    }
}

/// A promise that is kept when the time has passed.
fn timeout(duration: Duration) -> Promise {
    // More than this, 24 days, would count as nothing.
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    Promise::new(&mut |resolve, _| {
        let global = js_sys::global();
        let set = Reflect::get(&global, &JsValue::from_str("setTimeout"))
            .and_then(|set| set.dyn_into::<Function>());
        let is_set = set.and_then(|set| set.call2(&global, &resolve, &JsValue::from(milliseconds)));
        if is_set.is_err() {
            // A promise takes no notice of what it is told twice.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    })
}

/// `performance.now()`, which never runs backwards; where there is none, the time of day.
fn milliseconds() -> f64 {
    let now = || {
        let performance = Reflect::get(&js_sys::global(), &JsValue::from_str("performance")).ok()?;
        let now = Reflect::get(&performance, &JsValue::from_str("now")).ok()?.dyn_into::<Function>().ok()?;
        now.call0(&performance).ok()?.as_f64()
    };
    now().unwrap_or_else(js_sys::Date::now)
}
