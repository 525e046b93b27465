//! TODO(capacity): replaced by its owner.
