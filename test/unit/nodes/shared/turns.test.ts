import { Turns } from '../../../../nodes/shared/turns';

/** Work that ends when it is told to. */
const held = () => {
	let end: () => void = () => {};
	const ends = new Promise<void>((resolve) => (end = resolve));
	return { end: () => end(), ends };
};

describe('work about one thing', () => {
	it('is done by one at a time, in the order in which it came', async () => {
		const turns = new Turns();
		const first = held();
		const order: string[] = [];
		const work = (name: string, until?: Promise<void>) => async () => {
			order.push(`${name} begins`);
			await until;
			order.push(`${name} ends`);
			return name;
		};
		const all = Promise.all([
			turns.take('one', work('a', first.ends)),
			turns.take('one', work('b')),
			turns.take('one', work('c')),
			turns.take('other', work('d')),
		]);
		await turns.take('other', work('e'));
		expect(order).toEqual(['a begins', 'd begins', 'd ends', 'e begins', 'e ends']);
		first.end();
		expect(await all).toEqual(['a', 'b', 'c', 'd']);
		expect(order.slice(5)).toEqual(['a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	it('that fails is nothing to what comes after it', async () => {
		const turns = new Turns();
		const failing = turns.take('one', async () => await Promise.reject(new Error('broken')));
		const next = turns.take('one', async () => await Promise.resolve('done'));
		await expect(failing).rejects.toThrow('broken');
		expect(await next).toBe('done');
	});
});
