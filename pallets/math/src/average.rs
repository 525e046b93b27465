//! TODO(average): replaced by its owner.
