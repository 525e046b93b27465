//! TODO(shares): replaced by its owner.
