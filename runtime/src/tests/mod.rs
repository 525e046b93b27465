//! Tests of the real runtime.

mod classes;
mod depeg;
mod env;
mod feeds;
mod governance;
mod judged;
mod life;
mod listing;
mod lives;
mod oracle;
mod origins;
mod presets;
mod proxies;
mod random;
mod renewals;
mod several;
mod short;
mod transactions;
