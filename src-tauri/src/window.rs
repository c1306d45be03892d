//! The one window: where it may go, what it may open, how it looks before the page is there.

use crate::{drop_target, host::WINDOW};
use tauri::{App, Url, WebviewUrl, WebviewWindowBuilder, webview::NewWindowResponse};

/// Makes the window, hidden state restored by the window-state plugin.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("Countersign")
        .inner_size(1440.0, 900.0)
        .min_inner_size(960.0, 600.0)
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .zoom_hotkeys_enabled(true)
        .devtools(cfg!(debug_assertions))
        .build()?;
    drop_target::install(&window);
    Ok(())
}

/// Whether an address is the user interface itself: a scheme of its own on macOS and Linux, a host name on Windows.
fn is_our_page(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost") && address.port().is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(address: &str) -> bool {
        is_our_page(&address.parse().expect("an address"))
    }

    #[test]
    fn the_user_interface_may_be_reloaded() {
        assert!(allowed("tauri://localhost/index.html#/inbox"), "macOS and Linux");
        assert!(allowed("http://tauri.localhost/"), "Windows");
    }

    #[test]
    fn the_window_goes_nowhere_else() {
        for address in [
            "https://example.com/",
            "http://localhost:5173/",
            "http://tauri.localhost.example.com/",
            "http://tauri.localhost:8080/",
            "tauri://example.com/",
            "csdoc://localhost/document/1/1?width=900",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!allowed(address), "{address} would replace the user interface");
        }
    }
}
