//! Serves the built user interface and the real application to a browser, for tests and for work on the interface.
//!
//! `bridge --folder DIR [--port N] [--ui DIR] [--workspace FILE]`; prints the address on one line and serves until it is
//! killed. It listens on the loopback address only and is no part of the product.

use countersign_app::{App, Config, Host, Ids, SystemClock};
use countersign_reader::isolate::{self, Allocator};
use countersign_tests::bridge::{BridgeHost, serve};
use std::{error::Error, io::Write as _, net::TcpListener, path::PathBuf, sync::Arc};

/// Lets the reader's child limit its memory.
#[global_allocator]
static ALLOCATOR: Allocator = isolate::allocator();

fn main() -> Result<(), Box<dyn Error>> {
    isolate::run_if_child(&ALLOCATOR);
    let mut folder = None;
    let mut port = 0;
    let mut ui = PathBuf::from("ui/dist");
    let mut workspace = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or("every option has a value")?;
        match argument.as_str() {
            "--folder" => folder = Some(PathBuf::from(value)),
            "--port" => port = value.parse()?,
            "--ui" => ui = value.into(),
            "--workspace" => workspace = Some(PathBuf::from(value)),
            other => return Err(format!("no such option: {other}").into()),
        }
    }
    let folder = folder.ok_or("--folder DIR is needed")?;
    std::fs::create_dir_all(&folder)?;
    let host = Arc::new(BridgeHost::new(folder.clone()));
    let config = Config::new(folder.join("config"), folder.join("data"))?;
    let app = App::new(config, Arc::new(SystemClock), Ids::random(), Arc::clone(&host) as Arc<dyn Host>);
    if let Some(workspace) = workspace {
        app.open_path(&workspace, None).map_err(|failure| failure.code())?;
    }
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    writeln!(std::io::stdout(), "http://{}/", listener.local_addr()?)?;
    serve(listener, app, host, ui)?;
    Ok(())
}
