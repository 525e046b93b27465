// SPDX-License-Identifier: Apache-2.0

//! Every call with every wrong origin.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn calls_should_be_refused_when_the_origin_is_wrong() {
	let (none, signed, root) = (RuntimeOrigin::none(), RuntimeOrigin::signed(ALICE), RuntimeOrigin::root());
	let table = CompensationTable { root: Default::default(), leaves: 1, total: 1 };
	let table = [
		(Call::<Test>::donate { asset: USD, amount: 1 }, vec![none.clone(), root.clone()]),
		(Call::admit_pool { pool: STRANGE }, vec![none.clone(), signed.clone()]),
		(Call::remove_pool { pool: POOL }, vec![none.clone(), signed.clone()]),
		(Call::replenish { asset: USD, amount: 1 }, vec![none.clone(), signed.clone()]),
		(Call::pay_debt { asset: USD }, vec![none.clone(), root.clone()]),
		(Call::stake { asset: USD, amount: 1, min_shares: 0 }, vec![none.clone(), root.clone()]),
		(Call::cooldown { asset: USD, shares: 1 }, vec![none.clone(), root.clone()]),
		(Call::unstake { asset: USD, min_amount: 0 }, vec![none.clone(), root.clone()]),
		(
			Call::approve_programme { asset: USD, table, period: DAY, source: ProgrammeSource::OwnFunds },
			vec![none.clone(), signed.clone()],
		),
		(
			Call::collect_compensation {
				programme: 0,
				who: ALICE,
				amount: 1,
				index: 0,
				proof: Proof::default(),
			},
			vec![none.clone(), root.clone()],
		),
		(Call::begin_programme { programme: 0 }, vec![none.clone(), root.clone()]),
		(Call::close_programme { programme: 0 }, vec![none.clone(), root]),
		(Call::grant_emergency { asset: USD, amount: 1, period: DAY }, vec![none.clone(), signed.clone()]),
		(Call::advance { asset: USD, to: ALICE, amount: 1 }, vec![none, signed]),
	];
	ExtBuilder::default().build_and_execute(|| {
		for (call, origins) in table {
			for origin in origins {
				assert_noop!(call.clone().dispatch_bypass_filter(origin), BadOrigin);
			}
		}
	});
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	use frame_support::traits::GetCallName;
	let names = [
		"donate",
		"admit_pool",
		"remove_pool",
		"replenish",
		"pay_debt",
		"stake",
		"cooldown",
		"unstake",
		"approve_programme",
		"collect_compensation",
		"close_programme",
		"grant_emergency",
		"advance",
		"begin_programme",
	];
	assert_eq!(Call::<Test>::get_call_names(), &names);
}
