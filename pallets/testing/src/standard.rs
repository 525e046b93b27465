// SPDX-License-Identifier: Apache-2.0

//! A product as most tests have it. A test changes what it is about:
//! `Trigger { window: 1, ..trigger() }`.

use breakwater_primitives::{
	Balance, Direction, FeedId, FeedSet, Payout, PriceTerms, RiskFacts, Terms, Trigger, DAY, HOUR, ONE,
};
use sp_runtime::Permill;

/// The feed of the standard trigger.
pub const FEED: FeedId = 7;

/// A trigger below 0.995 on [`FEED`]: the average of an hour, for a day.
pub fn trigger() -> Trigger {
	Trigger {
		feeds: FeedSet::One(FEED),
		direction: Direction::Below,
		threshold: ONE / 1_000 * 995,
		window: HOUR,
		duration: DAY,
	}
}

/// Terms without deductible, coinsurance and fees, and with a full payout.
pub fn terms() -> Terms {
	Terms {
		wording: [7; 32],
		min_period: 7 * DAY,
		max_period: 365 * DAY,
		waiting: DAY,
		grace: 14 * DAY,
		coinsurance: Permill::zero(),
		deductible: 0,
		cancel_fee: Permill::zero(),
		max_commission: Permill::from_percent(10),
		min_cover: 100,
		max_cover: 1_000_000,
		max_total: Balance::MAX,
		payout: Payout::Full,
		price: PriceTerms {
			base: ONE / 50,
			kink: Permill::from_percent(80),
			at_kink: 2 * ONE,
			at_full: 5 * ONE,
			volatility: ONE / 10_000,
		},
	}
}

/// A payout that grows from 0.97 down to 0.90.
pub fn linear() -> Payout {
	Payout::Linear { attachment: ONE / 100 * 97, exhaustion: ONE / 100 * 90 }
}

/// Facts with two audits, an age of about four years, no incident, and a review in March 2023.
pub fn facts() -> RiskFacts {
	RiskFacts { audits: 2, deployed: 18_000, bounty: 0, at_stake: 0, incidents: 0, reviewed: 19_427 }
}
