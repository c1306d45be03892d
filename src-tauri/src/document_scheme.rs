//! `csdoc`: the address under which the user interface finds pictures of pages, by id and never by path.
//!
//! `csdoc://localhost/document/<id>/<page>?width=<pixels>` and `csdoc://localhost/packet/<id>/<page>?width=<pixels>`
//! answer with a PNG; on Windows the same stands under `http://csdoc.localhost/`. Whatever goes wrong is a status
//! without a word: details belong to the log.

use countersign_app::{App, PictureOf};
use countersign_contract::Failure;
use std::sync::Arc;
use tauri::{
    Manager as _, Runtime, UriSchemeContext, UriSchemeResponder,
    http::{HeaderValue, Method, Request, Response, StatusCode, Uri, header},
};

/// The scheme's name.
pub(crate) const NAME: &str = "csdoc";

/// Pictures narrower than this are of no use, and wider ones would only cost memory.
const WIDTHS: std::ops::RangeInclusive<u32> = 16..=6000;

/// Which picture an address names, and how wide it shall be in pixels.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    of: PictureOf,
    width: u32,
}

impl Address {
    /// Reads an address; `None` for everything that is not exactly one.
    fn read(uri: &Uri) -> Option<Self> {
        let mut segments = uri.path().strip_prefix('/')?.split('/');
        let (kind, id, page) = (segments.next()?, segments.next()?, segments.next()?);
        if segments.next().is_some() {
            return None;
        }
        let of = PictureOf::parse(kind, id, page).ok()?;
        let width = uri.query()?.strip_prefix("width=")?.parse().ok().filter(|width| WIDTHS.contains(width))?;
        Some(Self { of, width })
    }
}

/// Answers a request on a thread of its own, since drawing a page takes a while.
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let address = if request.method() == Method::GET { Address::read(request.uri()) } else { None };
    let (Some(address), Some(app)) = (address, context.app_handle().try_state::<Arc<App>>()) else {
        return responder.respond(empty(StatusCode::NOT_FOUND));
    };
    let app = Arc::clone(&app);
    tauri::async_runtime::spawn_blocking(move || {
        responder.respond(match app.picture(address.of, address.width) {
            Ok(png) => picture(png.to_vec()),
            Err(failure) => empty(status(&failure)),
        });
    });
}

fn status(failure: &Failure) -> StatusCode {
    match failure {
        Failure::NotFound { .. } | Failure::NoWorkspace => StatusCode::NOT_FOUND,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A PNG that the webview must not keep on disk: the workspace may be encrypted, the webview's cache is not.
fn picture(png: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(png);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/png"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn empty(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

    fn read(address: &str) -> Option<Address> {
        Address::read(&address.parse().expect("an address"))
    }

    #[test]
    fn both_kinds_of_pages_have_an_address() {
        let of = |kind| PictureOf::parse(kind, ID, "4").expect("a page");
        assert_eq!(
            read(&format!("csdoc://localhost/document/{ID}/4?width=900")),
            Some(Address { of: of("document"), width: 900 })
        );
        assert_eq!(
            read(&format!("http://csdoc.localhost/packet/{ID}/4?width=16")),
            Some(Address { of: of("packet"), width: 16 }),
            "Windows has the scheme under a host name"
        );
    }

    #[test]
    fn everything_else_names_nothing() {
        for address in [
            "csdoc://localhost/".to_owned(),
            format!("csdoc://localhost/vendor/{ID}/1?width=900"),
            "csdoc://localhost/document/../1?width=900".to_owned(),
            "csdoc://localhost/document/%2Fetc%2Fpasswd/1?width=900".to_owned(),
            format!("csdoc://localhost/document/{ID}/0?width=900"),
            format!("csdoc://localhost/document/{ID}/-1?width=900"),
            format!("csdoc://localhost/document/{ID}/1/2?width=900"),
            format!("csdoc://localhost/document/{ID}/1"),
            format!("csdoc://localhost/document/{ID}/1?width=15"),
            format!("csdoc://localhost/document/{ID}/1?width=6001"),
            format!("csdoc://localhost/document/{ID}/1?width=900&path=/etc/passwd"),
        ] {
            assert_eq!(read(&address), None, "{address} must not be taken for a page");
        }
    }

    #[test]
    fn a_picture_is_never_kept_by_the_webview() {
        assert_eq!(picture(vec![1]).headers()[header::CACHE_CONTROL], "no-store", "pages of an encrypted workspace");
    }
}
