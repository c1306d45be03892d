//! What the distributions call what we need.

use super::Need;

/// What Debian and Ubuntu call it: first to build, then to test.
pub(super) fn debian(need: Need) -> Vec<&'static str> {
    let mut packages =
        vec!["build-essential", "file", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "make", "perl", "pkg-config"];
    if need == Need::Test {
        packages.extend([
            // A real window without a screen, driven as a person would.
            "dbus-x11",
            "fonts-dejavu-core",
            "gir1.2-gtk-3.0",
            "imagemagick",
            "openbox",
            "python3-gi",
            "webkit2gtk-driver",
            "x11-utils",
            "xauth",
            "xdotool",
            "xvfb",
            // A second opinion on the packets we write.
            "poppler-utils",
            "qpdf",
        ]);
    }
    packages
}

/// What Fedora calls it, to be told and not installed.
pub(super) fn fedora(need: Need) -> Vec<&'static str> {
    let mut packages = vec!["gcc", "make", "perl", "pkgconf-pkg-config", "webkit2gtk4.1-devel", "librsvg2-devel"];
    if need == Need::Test {
        packages.extend([
            "chromium",
            "dejavu-sans-fonts",
            "openbox",
            "poppler-utils",
            "python3-gobject",
            "qpdf",
            "webkit2gtk-driver",
        ]);
        packages.extend(["xdotool", "xorg-x11-server-Xvfb", "xorg-x11-xauth"]);
    }
    packages
}

/// What Arch calls it, to be told and not installed.
pub(super) fn arch(need: Need) -> Vec<&'static str> {
    let mut packages = vec!["base-devel", "librsvg", "perl", "webkit2gtk-4.1"];
    if need == Need::Test {
        packages.extend([
            "chromium",
            "openbox",
            "poppler",
            "python-gobject",
            "qpdf",
            "ttf-dejavu",
            "xdotool",
            "xorg-server-xvfb",
        ]);
        packages.extend(["xorg-xauth"]);
    }
    packages
}

/// Names under which a browser for the end-to-end tests is found.
pub(super) const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
