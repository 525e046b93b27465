//! TODO(loss): replaced by its owner.
