//! Tests of the real runtime.

mod api;
mod cases;
mod checkout;
mod classes;
mod depeg;
mod env;
mod episodes;
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
mod reopened;
mod second;
mod several;
mod short;
mod transactions;
