// SPDX-License-Identifier: Apache-2.0

//! Each invariant, broken.

use super::mock::*;
use crate::*;
use sp_runtime::DispatchError;

fn broken(change: impl FnOnce()) -> &'static str {
	chain(4, 3).execute_with(|| {
		assert_eq!(Validators::do_try_state(), Ok(()));
		change();
		match Validators::do_try_state() {
			Err(DispatchError::Other(message)) => message,
			other => panic!("{other:?}"),
		}
	})
}

#[test]
fn try_state_should_see_every_broken_invariant() {
	let swap = || Candidates::<Test>::mutate(|candidates| candidates.as_mut().reverse());
	assert_eq!(broken(swap), "validators: candidates are not in order");
	let double = || Leavers::<Test>::insert(person(1), Leaving { bond: 1, until: 0 });
	assert_eq!(broken(double), "validators: a candidate is a leaver");
	let bond = || Candidates::<Test>::mutate(|candidates| candidates[0].bond += 1);
	assert_eq!(broken(bond), "validators: a bond is not held");
	let order = || {
		Candidates::<Test>::mutate(|candidates| {
			candidates[0].offences = vec![2, 1].try_into().expect("two fit")
		})
	};
	assert_eq!(broken(order), "validators: offences are not in order");
	let repeat = || {
		Candidates::<Test>::mutate(|candidates| {
			candidates[0].offences = vec![1, 2, 3].try_into().expect("three fit");
			candidates[0].suspended = true;
		})
	};
	assert_eq!(broken(repeat), "validators: a repeat offender is a candidate");
	let loose = || Leavers::<Test>::insert(person(4), Leaving { bond: 1, until: 0 });
	assert_eq!(broken(loose), "validators: a leaver's bond is not held");
	let long = || {
		Candidates::<Test>::mutate(|candidates| candidates.remove(0));
		Leavers::<Test>::insert(person(1), Leaving { bond: BOND, until: REMEMBERED + 3 });
	};
	assert_eq!(broken(long), "validators: a bond is held for too long");
	let slash = || Slashes::<Test>::insert(0, person(1), Slashed { of: 1, taken: 2 });
	assert_eq!(broken(slash), "validators: more is slashed than there was");
	let forgotten = || {
		pallet_session::CurrentIndex::<Test>::put(REMEMBERED + 1);
		Slashes::<Test>::insert(0, person(1), Slashed { of: 2, taken: 1 });
	};
	assert_eq!(broken(forgotten), "validators: a forgotten session has a slash");
	let stranger = || Authored::<Test>::insert(person(4), 1);
	assert_eq!(broken(stranger), "validators: an author is no validator");
	assert_eq!(broken(|| Budget::<Test>::put(1)), "validators: the budget exceeds the balance");
}
