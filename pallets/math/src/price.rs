//! TODO(price): replaced by its owner.
