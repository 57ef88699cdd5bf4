import { Cursor, type Found } from '../../../../../nodes/OpenTextWorkflow/trigger/Cursor';
import type { Kept } from '../../../../../nodes/OpenTextWorkflow/trigger/kept';
import { readCase } from '../../../../../nodes/OpenTextWorkflow/transport/cases';

const OVERLAP_MS = 60_000;

const held = (value: string): Found => ({
	key: 't1',
	of: { case: readCase({}) },
	at: 1_000,
	isOpen: true,
	state: { value },
});

describe('the memory of two polls that overlap', () => {
	it('keeps what the one saw that looked later, so that its holder is not told once more', () => {
		const kept: Kept = {};
		const look = () => new Cursor(kept, OVERLAP_MS, 'taskAssigned');
		look().note([held('rita')], [], 1_000);
		const slow = look();
		const quick = look();
		quick.note([held('ravi')], [held('ravi')], 2_000);
		slow.note([held('rita')], [], 2_000);
		expect(look().isTold(held('ravi'))).toBe(true);
	});
});
