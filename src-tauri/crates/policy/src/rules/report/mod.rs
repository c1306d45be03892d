//! Whether what is held is of the kind that the class needs, whole, and lawfully held.

pub(super) mod certificate;
pub(super) mod complete;
pub(super) mod evidence;
pub(super) mod source;
