//! Notifications of the system, and when the application is asked whether there is something to say.

use countersign_app::App;
use std::{io, sync::Arc, thread, time::Duration};

/// After so long the workspace that was open is mostly open again; until one is, it is asked this often.
const FIRST: Duration = Duration::from_secs(20);
/// How often it is asked then; it says something once a day.
const EVERY: Duration = Duration::from_mins(15);

/// Asks the application from time to time, as long as the program runs.
pub(crate) fn keep_asking(app: Arc<App>) -> io::Result<()> {
    let ask = move || {
        thread::sleep(FIRST);
        loop {
            if let Err(failure) = app.remind() {
                tracing::warn!("the daily notification was not worked out: {}", failure.code());
            }
            // A passphrase takes its time, and a file on a slow disk.
            thread::sleep(if app.has_workspace() { EVERY } else { FIRST });
        }
    };
    thread::Builder::new().name("notice".to_owned()).spawn(ask).map(drop)
}

/// Shows a notification. Windows and macOS want to know by its identifier which program it is.
pub(crate) fn show(identifier: &str, title: &str, body: &str) -> io::Result<()> {
    let mut notification = notify_rust::Notification::new();
    notification.appname("Countersign").summary(title).body(&plain(body));
    #[cfg(target_os = "windows")]
    notification.app_id(identifier);
    #[cfg(target_os = "macos")]
    // It can be said only once; the second time it is said already.
    drop(notify_rust::set_application(identifier));
    #[cfg(not(any(target_os = "windows", target_os = "macos")))]
    notification.hint(notify_rust::Hint::DesktopEntry(identifier.to_owned()));
    notification.show().map(drop).map_err(io::Error::other)
}

/// The body as text: on other systems than Windows and macOS it may be read as markup.
fn plain(body: &str) -> String {
    if cfg!(any(target_os = "windows", target_os = "macos")) {
        body.to_owned()
    } else {
        body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }
}
