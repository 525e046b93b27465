//! TODO(stream): replaced by its owner.
