import { NodeApiError } from 'n8n-workflow';
import { ProcessTurn } from '../../../../../nodes/BigCommerce/links/processTurn';
import type { ClaimPlace, KeepResult, Kept } from '../../../../../nodes/shared/once';
import { newClaim } from '../../../../../nodes/shared/onceRecord';

const node = {
	id: '1',
	name: 'Tested',
	type: 'tested',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

const DOUBT: KeepResult = {
	doubt: { last: { status: 0, code: 'ECONNRESET', neverSent: false }, repeatedAfterDoubt: true },
	mayRepeat: true,
};

/** A place that takes one claim, as the store does. */
function place(make?: (stands: Kept[], text: string) => KeepResult) {
	let stands: Kept[] = [];
	let last = 0;
	const keep = (text: string): Kept => {
		const kept = { id: (last += 1), text };
		stands.push(kept);
		return kept;
	};
	const remove = (id: number): boolean => {
		const before = stands.length;
		stands = stands.filter((kept) => kept.id !== id);
		return stands.length < before;
	};
	const claims: ClaimPlace = {
		key: 'telling a:order:1:b:1',
		read: async () => await Promise.resolve([...stands]),
		create: async (text) => {
			await Promise.resolve();
			if (make) return make(stands, text);
			return stands.length ? { isTaken: true } : { kept: keep(text) };
		},
		change: async () => await Promise.resolve(),
		remove: async (id) => await Promise.resolve(remove(id)),
		forget: async (id) => {
			await Promise.resolve();
			remove(id);
		},
		doubtful: () => new Error('never thrown here'),
	};
	return { claims, keep, stands: () => stands };
}

it('is taken by one, and by the next when it was left', async () => {
	const { claims, stands } = place();
	const [one, other] = [new ProcessTurn(claims), new ProcessTurn(claims)];
	expect([await one.take(), await one.take(), await other.take()]).toEqual([true, true, false]);
	await other.leave();
	expect(stands()).toHaveLength(1);
	await one.leave();
	expect(stands()).toEqual([]);
	expect(await other.take()).toBe(true);
});

it.each([
	['a holder that went silent', JSON.stringify(newClaim('telling', 'dead', Date.now() - 60 * 60_000))],
	['nobody knows whom', 'broken'],
])('of %s is removed, and the next look has it', async (_whose, text) => {
	const { claims, keep, stands } = place();
	keep(text);
	expect(await new ProcessTurn(claims).take()).toBe(false);
	expect(stands()).toEqual([]);
	expect(await new ProcessTurn(claims).take()).toBe(true);
});

it('whose making was answered by nobody is its own when it stands, and nobody’s when it does not', async () => {
	const stood = place((stands, text) => {
		stands.push({ id: 7, text });
		return DOUBT;
	});
	expect(await new ProcessTurn(stood.claims).take()).toBe(true);
	expect(await new ProcessTurn(place(() => DOUBT).claims).take()).toBe(false);
});

it('that was found late is left and taken anew like any other', async () => {
	let isFirst = true;
	const late: Kept[] = [];
	const { claims, keep, stands } = place((_stands, text) => {
		if (!isFirst) return { kept: keep(text) };
		isFirst = false;
		late.push({ id: 9, text });
		return { ...DOUBT, mayRepeat: false };
	});
	const turn = new ProcessTurn(claims);
	expect(await turn.take()).toBe(false);
	stands().push(...late);
	expect(await turn.take()).toBe(true);
	await turn.leave();
	expect(stands()).toEqual([]);
	expect(await turn.take()).toBe(true);
});

it('holds as long as what is done in it, and no longer', async () => {
	jest.useFakeTimers();
	const { claims } = place();
	const [one, other] = [
		new ProcessTurn(claims, { leaseMs: 300_000 }),
		new ProcessTurn(claims, { leaseMs: 300_000 }),
	];
	expect([one.holdsFor(0), await one.take(), one.holdsFor(300_000)]).toEqual([false, true, true]);
	jest.setSystemTime(Date.now() + 299_000);
	expect([one.holdsFor(1_000), one.holdsFor(1_001)]).toEqual([true, false]);
	expect([await other.take(), await other.take()]).toEqual([false, false]);
	jest.setSystemTime(Date.now() + 1_001);
	expect([await other.take(), await other.take()]).toEqual([false, true]);
	jest.useRealTimers();
});

const full = () =>
	place(() => {
		throw new NodeApiError(node, { message: 'Too many metafields' }, { httpCode: '422' });
	});

it('that is needed is not gone without where the store takes no claim', async () => {
	const turn = new ProcessTurn(full().claims, { isNeeded: true });
	await expect(turn.take()).rejects.toThrow(NodeApiError);
	await expect(turn.take()).rejects.toThrow(NodeApiError);
});

it('that the store takes no claim for is gone without, as in one process', async () => {
	const { claims } = full();
	const turn = new ProcessTurn(claims);
	expect(await turn.take()).toBe(true);
	await expect(turn.leave()).resolves.toBeUndefined();
});
