// SPDX-License-Identifier: Apache-2.0

use super::*;

#[test]
fn way_should_lead_from_the_root_to_the_place() {
	let way: Vec<_> = way_to(0x4b7e).collect();
	assert_eq!(way, [(0, 0, 0x4), (1, 0x4, 0xb), (2, 0x4b, 0x7), (3, 0x4b7, 0xe)]);
	assert_eq!(way_to(PLACES - 1).map(|(_, _, child)| child).collect::<Vec<_>>(), [15; 4]);
}

/// A change counts two epochs later, over any gap.
#[test]
fn node_should_keep_three_generations() {
	let node = |epoch: u32, sum: Balance, node: Node| node.as_of(epoch).set(3, sum).unwrap();
	let changed = node(7, 30, node(6, 20, node(5, 10, Node::default())));
	let at = |epoch: u32| changed.as_of(epoch).at(3).unwrap();
	assert_eq!(at(7), [10, 20, 30]);
	assert_eq!((at(8), at(9), at(20)), ([20, 30, 30], [30; 3], [30; 3]));
	assert_eq!((changed.pick(9), changed.pick(10)), (Some((3, 9)), None));
	assert_eq!((changed.latest(), changed.counted(), changed.is_forgotten(3)), (Some(30), Some(10), false));
	assert!(Node::default().is_forgotten(0) && Node::default().set(16, 1).is_none());
}
