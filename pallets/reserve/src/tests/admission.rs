// SPDX-License-Identifier: Apache-2.0

//! `admit_pool`, `remove_pool`

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn admit_pool_should_let_it_draw() {
	ExtBuilder::default().with_contribution(STRANGE, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, STRANGE, 100), None);
		assert_ok!(Reserve::admit_pool(RuntimeOrigin::root(), STRANGE));
		assert_eq!(last_event(), Event::<Test>::PoolAdmitted { pool: STRANGE }.into());
		assert_eq!(draw(2, STRANGE, 100), Some((100, 0)));
	});
}

#[test]
fn admit_pool_should_be_refused_when_admitted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Reserve::admit_pool(RuntimeOrigin::root(), POOL), Error::<Test>::AlreadyAdmitted);
		let last = UNKNOWN - 1;
		assert_ok!(Reserve::admit_pool(RuntimeOrigin::root(), last));
		assert_noop!(Reserve::admit_pool(RuntimeOrigin::root(), last), Error::<Test>::AlreadyAdmitted);
	});
}

#[test]
fn admit_pool_should_be_refused_when_the_pool_does_not_exist() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in [UNKNOWN, u32::MAX] {
			assert_noop!(Reserve::admit_pool(RuntimeOrigin::root(), pool), Error::<Test>::UnknownPool);
		}
	});
}

#[test]
fn admit_pool_should_be_refused_when_a_product_is_not_admissible() {
	ExtBuilder::default().with_contribution(STRANGE, USD, 1_000).build_and_execute(|| {
		for products in [vec![UNFIT], vec![1, UNFIT], vec![UNFIT + 7, 1, 2]] {
			cover(STRANGE, &products);
			assert_noop!(Reserve::admit_pool(RuntimeOrigin::root(), STRANGE), Error::<Test>::NotAdmissible);
			assert_eq!(draw(1, STRANGE, 100), None);
		}
		cover(STRANGE, &[0, 1, UNFIT - 1]);
		assert_ok!(Reserve::admit_pool(RuntimeOrigin::root(), STRANGE));
	});
}

#[test]
fn pool_should_be_known_as_admitted_until_it_is_removed() {
	use breakwater_primitives::Backstop;
	ExtBuilder::default().build_and_execute(|| {
		let is_admitted = || [POOL, STRANGE, UNKNOWN].map(Reserve::is_admitted);
		assert_eq!(is_admitted(), [true, false, false]);
		assert_ok!(Reserve::admit_pool(RuntimeOrigin::root(), STRANGE));
		assert_ok!(Reserve::remove_pool(RuntimeOrigin::root(), POOL));
		assert_eq!(is_admitted(), [false, true, false]);
	});
}

#[test]
fn remove_pool_should_end_draws_and_keep_what_is_owed() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(draw(1, POOL, 500), Some((200, 300)));
		assert_ok!(Reserve::remove_pool(RuntimeOrigin::root(), POOL));
		assert_eq!(last_event(), Event::<Test>::PoolRemoved { pool: POOL }.into());
		assert_eq!(draw(2, POOL, 500), None);
		assert_eq!(book(&USD).owed, 300);
	});
}

#[test]
fn remove_pool_should_be_refused_when_not_admitted() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in [0, STRANGE, u32::MAX] {
			assert_noop!(Reserve::remove_pool(RuntimeOrigin::root(), pool), Error::<Test>::NotAdmitted);
		}
	});
}
