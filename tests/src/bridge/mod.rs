//! The application behind HTTP on the loopback address, so that a browser can be the user interface in tests.
//!
//! `POST /bridge/call/<command>` calls a command, `GET /bridge/events` tells events as server-sent events,
//! `GET /bridge/picture/<document|packet>/<id>/<page>?width=` draws a page, `POST /bridge/drop?name=` receives a file as if
//! it had been dropped on the window, `POST /bridge/answer` queues answers for the system's dialogs,
//! `GET /bridge/report` gives the invented report, of the organization, the system and the days that the query names,
//! `GET /bridge/exceptions` one with exceptions, `GET /bridge/scan` the first as pictures of its pages. All else is the built
//! user interface.

mod host;
mod http;

pub use host::BridgeHost;
pub use http::serve;
