//! Why a file could not be read.

/// Why a file could not be read. [`ReadError::code`] is published; the message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is no such file, or it may not be opened.
    #[error("The file could not be opened. Check that it is still there and that you may read it: {0}")]
    NotFound(String),
    /// The bytes are neither a PDF nor a workbook nor a picture.
    #[error(
        "This is neither a PDF nor a spreadsheet (.xlsx) nor a picture (JPEG, PNG). Open it in the program it comes from \
         and export it as PDF."
    )]
    NotAPdf,
    /// Its structure is broken beyond repair, or its end is missing.
    #[error("The file is damaged or was not transferred completely. Ask for it again, or scan it again.")]
    Damaged,
    /// It needs a password that was not given, or was wrong, or its protection is of an unknown kind.
    #[error("The PDF is protected by a password. Give the password it was sent with.")]
    Encrypted,
    /// It is larger than a report may be.
    #[error("The file is too large to be a report. Ask for a smaller one, or split it: {0}")]
    TooLarge(String),
    /// Reading took longer than a file may take.
    #[error("Reading the PDF took too long and was stopped. Print it to a new PDF and read that one.")]
    TimedOut,
    /// Reading needed more memory than a file may use.
    #[error("Reading the PDF needed too much memory and was stopped. Print it to a new PDF and read that one.")]
    OutOfMemory,
    /// The reading process ended without an answer.
    #[error("The PDF could not be read: the reading process ended early. Print it to a new PDF and read that one: {0}")]
    Crashed(String),
    /// The caller stopped the reading. Not an error of the file, and never published.
    #[error("Reading was stopped.")]
    Cancelled,
}

impl ReadError {
    /// Gives the code under which the reading publishes the error; `None` for [`ReadError::Cancelled`].
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::NotFound(_) => "not_found",
            Self::NotAPdf => "not_a_pdf",
            Self::Damaged => "damaged",
            Self::Encrypted => "encrypted",
            Self::TooLarge(_) => "too_large",
            Self::TimedOut => "timed_out",
            Self::OutOfMemory => "out_of_memory",
            Self::Crashed(_) => "crashed",
            Self::Cancelled => return None,
        })
    }
}
