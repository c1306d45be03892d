//! A file that the person drags out of the window, to a folder or a letter. Its path goes from here to the other program; no script
//! of the page learns it.

use std::{
    io,
    path::Path,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};
use tauri::WebviewWindow;

/// What is seen under the pointer.
const PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

/// Whether a file of ours is on its way: over our own window it is no document that comes in.
static ON_ITS_WAY: AtomicBool = AtomicBool::new(false);

/// Whether a file of ours is being dragged.
pub(crate) fn is_on_its_way() -> bool {
    ON_ITS_WAY.load(Ordering::Relaxed)
}

/// Begins to drag a file; the button of the mouse is down.
pub(crate) fn begin(window: &WebviewWindow, path: &Path) -> io::Result<()> {
    let (tell, told) = mpsc::channel();
    let (own, file) = (window.clone(), path.to_owned());
    // The system's drag and drop belongs to the thread that draws the window.
    let asked = window.run_on_main_thread(move || {
        ON_ITS_WAY.store(true, Ordering::Relaxed);
        let begun = start(&own, &file);
        if begun.is_err() {
            ON_ITS_WAY.store(false, Ordering::Relaxed);
        }
        drop(tell.send(begun));
    });
    asked.map_err(io::Error::other)?;
    told.recv().map_err(io::Error::other)?
}

/// Begins with GTK itself: the library that does it elsewhere lets go of the file here before the other program has asked for it.
#[cfg(target_os = "linux")]
fn start(window: &WebviewWindow, file: &Path) -> io::Result<()> {
    use gtk::{
        TargetList, gdk,
        gdk_pixbuf::PixbufLoader,
        glib::{self, ObjectExt as _},
        prelude::{DragContextExtManual as _, PixbufLoaderExt as _, WidgetExt as _},
    };
    use std::{cell::RefCell, rc::Rc};

    let source = window.gtk_window().map_err(io::Error::other)?;
    let address = glib::filename_to_uri(file, None).map_err(io::Error::other)?;
    let targets = TargetList::new(&[]);
    targets.add_uri_targets(0);
    let given = source.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&[address.as_str()]);
    });
    // It ends whether it was dropped, refused or given up; what was connected for it goes with it.
    let handlers = Rc::new(RefCell::new(vec![given]));
    let of_end = Rc::clone(&handlers);
    let ended = source.connect_drag_end(move |source, _| {
        ON_ITS_WAY.store(false, Ordering::Relaxed);
        of_end.take().into_iter().for_each(|handler| source.disconnect(handler));
    });
    handlers.borrow_mut().push(ended);
    let Some(context) = source.drag_begin_with_coordinates(&targets, gdk::DragAction::COPY, 1, None, -1, -1) else {
        handlers.take().into_iter().for_each(|handler| source.disconnect(handler));
        return Err(io::Error::other("the drag did not begin"));
    };
    let loader = PixbufLoader::new();
    // Without a picture the system shows its own.
    if loader.write(PICTURE).and_then(|()| loader.close()).is_ok()
        && let Some(picture) = loader.pixbuf()
    {
        context.drag_set_icon_pixbuf(&picture, 0, 0);
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn start(window: &WebviewWindow, file: &Path) -> io::Result<()> {
    use drag::{DragItem, Image, Options};

    let ended = |_, _| ON_ITS_WAY.store(false, Ordering::Relaxed);
    let (item, picture) = (DragItem::Files(vec![file.to_owned()]), Image::Raw(PICTURE.to_vec()));
    drag::start_drag(window, item, picture, ended, Options::default()).map_err(io::Error::other)
}
