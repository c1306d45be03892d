//! The HTTP side of the bridge.

use super::BridgeHost;
use crate::{report::Report, scan::scan};
use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path as Parts, Query, State},
    http::{StatusCode, Uri, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use countersign_app::{App, PictureOf};
use countersign_contract::{Failure, dispatch};
use countersign_reader::isolate::Reader;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    convert::Infallible,
    fs, io,
    net::TcpListener,
    path::{Component, Path, PathBuf},
    sync::Arc,
};
use tokio_stream::{Stream, StreamExt as _, wrappers::UnboundedReceiverStream};

/// The largest file that can be dropped; the application has limits of its own.
const LARGEST: usize = 600 << 20;

#[derive(Clone)]
struct Bridge {
    app: Arc<App>,
    host: Arc<BridgeHost>,
    ui: PathBuf,
}

/// Serves until the process ends.
pub fn serve(listener: TcpListener, app: Arc<App>, host: Arc<BridgeHost>, ui: PathBuf) -> io::Result<()> {
    let routes = Router::new()
        .route("/bridge/call/{name}", post(call))
        .route("/bridge/events", get(events))
        .route("/bridge/picture/{of}/{id}/{page}", get(picture))
        .route("/bridge/drop", post(drop_file))
        .route("/bridge/answer", post(answer))
        .route("/bridge/report", get(report))
        .route("/bridge/exceptions", get(exceptions))
        .route("/bridge/scan", get(scanned))
        .fallback(get(file))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(Bridge { app, host, ui });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        axum::serve(tokio::net::TcpListener::from_std(listener)?, routes).await
    })
}

/// Runs the application's blocking work where it holds nobody up.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.expect("the application catches its own panics")
}

async fn call(State(bridge): State<Bridge>, Parts(name): Parts<String>, body: Bytes) -> Response {
    let input = serde_json::from_slice(&body).unwrap_or(Value::Null);
    match blocking(move || dispatch(&*bridge.app, &name, input)).await {
        Ok(answer) => Json(answer).into_response(),
        Err(failure) => failed(StatusCode::UNPROCESSABLE_ENTITY, &failure),
    }
}

fn failed(status: StatusCode, failure: &Failure) -> Response {
    (status, Json(json!(failure))).into_response()
}

async fn events(State(bridge): State<Bridge>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = UnboundedReceiverStream::new(bridge.host.listen());
    Sse::new(events.map(|event| Ok(Event::default().data(event)))).keep_alive(KeepAlive::default())
}

async fn picture(
    State(bridge): State<Bridge>,
    Parts((of, id, page)): Parts<(String, String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let width = query.get("width").and_then(|width| width.parse().ok()).unwrap_or(800);
    let drawn = blocking(move || PictureOf::parse(&of, &id, &page).and_then(|of| bridge.app.picture(of, width))).await;
    match drawn {
        Ok(png) => ([(header::CONTENT_TYPE, "image/png")], png.to_vec()).into_response(),
        Err(failure) => failed(StatusCode::NOT_FOUND, &failure),
    }
}

async fn drop_file(
    State(bridge): State<Bridge>,
    Query(query): Query<HashMap<String, String>>,
    body: Bytes,
) -> Result<Json<Value>, StatusCode> {
    let name = query.get("name").map_or("dropped.pdf", String::as_str);
    let file = Path::new(name).file_name().map_or_else(|| PathBuf::from("dropped.pdf"), PathBuf::from);
    let kept = || -> io::Result<PathBuf> {
        let path = tempfile::tempdir_in(bridge.host.folder())?.keep().join(file);
        fs::write(&path, &body)?;
        Ok(path)
    };
    let path = kept().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    bridge.app.receive_paths(vec![path], None);
    Ok(Json(json!({})))
}

async fn answer(State(bridge): State<Bridge>, body: String) -> Json<Value> {
    bridge.host.answer(PathBuf::from(body));
    Json(json!({}))
}

async fn report(Query(query): Query<HashMap<String, String>>) -> Response {
    let mut report = Report::default();
    for (name, said) in query {
        // A test asks for a handful of reports.
        let said: &'static str = said.leak();
        match name.as_str() {
            "organization" => report.organization = said,
            "system" => report.system = said,
            "from" => report.from = said,
            "to" => report.to = said,
            "dated" => report.dated = said,
            _ => return StatusCode::BAD_REQUEST.into_response(),
        }
    }
    ([(header::CONTENT_TYPE, "application/pdf")], report.pdf()).into_response()
}

async fn exceptions() -> Response {
    ([(header::CONTENT_TYPE, "application/pdf")], Report::with_exceptions().pdf()).into_response()
}

async fn scanned() -> Response {
    let scan = blocking(|| scan(Report::default().pdf(), &Reader::new())).await;
    ([(header::CONTENT_TYPE, "application/pdf")], scan).into_response()
}

/// The content policy of the shell: what the interface needs beyond it shows in a browser, too.
fn policy() -> String {
    let config: Value = serde_json::from_str(include_str!("../../../src-tauri/tauri.conf.json")).unwrap_or_default();
    let policy = config["app"]["security"]["csp"].as_object().cloned().unwrap_or_default();
    let rules = policy.iter().map(|(what, from)| format!("{what} {}", from.as_str().unwrap_or("'none'")));
    rules.collect::<Vec<_>>().join("; ")
}

/// A file of the built user interface; an address of a screen gives its page.
async fn file(State(bridge): State<Bridge>, uri: Uri) -> Response {
    let relative = Path::new(uri.path().trim_start_matches('/'));
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let wanted = bridge.ui.join(relative);
    let found = if plain && wanted.is_file() { wanted } else { bridge.ui.join("index.html") };
    let kind = match found.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let policy = policy();
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, policy.as_str()),
    ];
    match fs::read(&found) {
        Ok(bytes) => (headers, bytes).into_response(),
        Err(_) => (StatusCode::NOT_FOUND, "the user interface is not built").into_response(),
    }
}
