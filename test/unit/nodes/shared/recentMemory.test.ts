import { RecentMemory } from '../../../../nodes/shared/recentMemory';

describe('recent memory', () => {
	beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
	afterEach(() => jest.useRealTimers());

	it('remembers a key for its life and then forgets it', () => {
		const memory = new RecentMemory<string>(1000);
		memory.set('delivery 1', 'seen');
		jest.setSystemTime(1_000_999);
		expect(memory.get('delivery 1')).toBe('seen');
		jest.setSystemTime(1_001_000);
		expect(memory.has('delivery 1')).toBe(false);
	});

	it('begins a new life when a key is set again', () => {
		const memory = new RecentMemory<string>(1000);
		memory.set('a', 'old');
		jest.setSystemTime(1_000_900);
		memory.set('a', 'new');
		jest.setSystemTime(1_001_500);
		expect(memory.get('a')).toBe('new');
	});

	it('lets the oldest key go when there are too many', () => {
		const memory = new RecentMemory(1000, 2);
		memory.set('a', true);
		memory.set('b', true);
		memory.set('a', true);
		memory.set('c', true);
		expect(['a', 'b', 'c'].map((key) => memory.has(key))).toEqual([true, false, true]);
	});

	it('forgets a key when told to', () => {
		const memory = new RecentMemory(1000);
		memory.set('a', true);
		memory.forget('a');
		memory.forget('never known');
		expect(memory.has('a')).toBe(false);
	});
});
