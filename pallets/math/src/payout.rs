//! TODO(payout): replaced by its owner.
