import type { IDataObject } from 'n8n-workflow';
import { receive } from '../../../../../nodes/BigCommerce/trigger/receive';
import { ids, MINUTE, START, Sweeps } from '../../../support/storeSweeps';
import { event, webhookFunctions } from '../../../support/triggers';
import { wrote } from '../../../support/orders';

let sweeps: Sweeps;

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	sweeps = new Sweeps();
});

afterEach(() => jest.useRealTimers());

describe('what a delivery told', () => {
	it('is not told again', async () => {
		await sweeps.begun();
		sweeps.store.place(1, START + MINUTE);
		await sweeps.deliver(1);
		expect(await sweeps.poll()).toBeNull();
	});

	it('as new is not told as new again when it changed since', async () => {
		const parameters = { scopes: ['store/order/created'] };
		await sweeps.begun({ parameters });
		sweeps.store.place(1, START + MINUTE);
		await sweeps.deliver(1);
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE + 2000);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('before the order changed again leaves that change to be told', async () => {
		await sweeps.begun();
		sweeps.store.place(1, START + MINUTE);
		await sweeps.deliver(1);
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		expect(await sweeps.poll()).toMatchObject([{ id: 1, event: 'store/order/statusUpdated' }]);
	});
});

describe('own writes', () => {
	/** This workflow reads an order and writes it. */
	const write = (id: number, sent: IDataObject, at: number) => {
		const before = sweeps.store.get(id);
		sweeps.store.change(id, sent, at);
		wrote({ workflowId: sweeps.workflowId, storeHash: 'abc123' }, sweeps.store.get(id), { before, sent });
	};

	const ownWrite = () => {
		write(1, { status_id: 12 }, START + MINUTE);
	};

	beforeEach(async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun();
	});

	it('are not told', async () => {
		ownWrite();
		expect(await sweeps.poll()).toBeNull();
	});

	it('are told when the user wants them', async () => {
		ownWrite();
		expect(ids(await sweeps.poll({ parameters: { options: { ignoreOwnWrites: false } } }))).toEqual([1]);
	});

	it('do not hide what a person changed in the same second', async () => {
		ownWrite();
		sweeps.store.change(1, { status_id: 5 }, START + MINUTE);
		expect(await sweeps.poll()).toMatchObject([{ id: 1, status_id: 5 }]);
	});

	it('do not hide that an order is new, if nothing told it before', async () => {
		sweeps.store.place(2, START + MINUTE);
		write(2, { staff_notes: 'checked' }, START + MINUTE);
		expect(await sweeps.poll()).toMatchObject([{ id: 2, event: 'store/order/created' }]);
	});
});

describe('what came before an own write', () => {
	const parameters = { scopes: ['store/order/created', 'store/order/statusUpdated', 'store/order/updated'] };
	const note = { staff_notes: 'checked' };

	const write = (sent: IDataObject, at: number) => {
		const before = sweeps.store.get(1);
		sweeps.store.change(1, sent, at);
		wrote({ workflowId: sweeps.workflowId, storeHash: 'abc123' }, sweeps.store.get(1), { before, sent });
	};

	beforeEach(async () => {
		sweeps.store.place(1, START - 60 * MINUTE);
		await sweeps.begun({ parameters });
	});

	it('is told by the sweep when nobody heard of it: the write hides it not', async () => {
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		write(note, START + MINUTE + 1000);
		expect(await sweeps.poll({ parameters })).toMatchObject([
			{ id: 1, status_id: 11, staff_notes: 'checked' },
		]);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is not told again when its delivery told it', async () => {
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		await sweeps.deliver(1, 'store/order/statusUpdated');
		write(note, START + MINUTE + 1000);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is not told again when the sweep told it', async () => {
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([1]);
		write(note, START + MINUTE + 1000);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is not looked for in what earlier sweeps read: an old order that we write is no news', async () => {
		sweeps.store.place(2, START + 50 * MINUTE);
		await sweeps.poll({ parameters });
		await sweeps.poll({ parameters });
		write(note, START + 51 * MINUTE);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is not told for a second write after the first was swept', async () => {
		write({ status_id: 12 }, START + MINUTE);
		expect(await sweeps.poll({ parameters })).toBeNull();
		write(note, START + 2 * MINUTE);
		expect(await sweeps.poll({ parameters })).toBeNull();
	});

	it('is told although two writes followed it', async () => {
		sweeps.store.change(1, { status_id: 11 }, START + MINUTE);
		write({ status_id: 12 }, START + MINUTE + 1000);
		write(note, START + MINUTE + 2000);
		expect(ids(await sweeps.poll({ parameters }))).toEqual([1]);
	});
});

describe('what the sweep told', () => {
	const run = async (id: number, scope: string, scopes: string[]) => {
		const hash = JSON.stringify(sweeps.store.get(id));
		const body = event(scope, { data: { type: 'order', id }, hash, created_at: Date.now() / 1000 });
		const { functions: called } = webhookFunctions({
			service: sweeps.store.service,
			workflowId: sweeps.workflowId,
			body,
			parameters: { scopes },
		});
		return (await receive(called)).workflowData?.flat().length ?? 0;
	};

	it('as new is not told again by the delivery that comes late', async () => {
		const scopes = ['store/order/created', 'store/order/updated'];
		await sweeps.begun({ parameters: { scopes } });
		sweeps.store.place(7, START + MINUTE);
		expect(await sweeps.poll({ parameters: { scopes } })).toMatchObject([{ event: 'store/order/created' }]);
		expect(await run(7, 'store/order/created', scopes)).toBe(0);
		expect(await run(7, 'store/order/updated', scopes)).toBe(0);
		jest.setSystemTime(START + 2 * MINUTE);
		sweeps.store.change(7, { status_id: 11 }, START + 2 * MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await sweeps.poll({ parameters: { scopes } })).toBeNull();
	});

	it('is that an order was placed, once, when only its update was delivered', async () => {
		const scopes = ['store/order/created', 'store/order/updated'];
		await sweeps.begun({ parameters: { scopes } });
		sweeps.store.place(7, START + MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await sweeps.poll({ parameters: { scopes } })).toMatchObject([
			{ id: 7, event: 'store/order/created' },
		]);
		expect(await sweeps.poll({ parameters: { scopes } })).toBeNull();
		expect(await run(7, 'store/order/created', scopes)).toBe(0);
	});

	it('is not that an order was placed when nobody chose that', async () => {
		const scopes = ['store/order/updated'];
		await sweeps.begun({ parameters: { scopes } });
		sweeps.store.place(7, START + MINUTE);
		expect(await run(7, 'store/order/updated', scopes)).toBe(1);
		expect(await sweeps.poll({ parameters: { scopes } })).toBeNull();
	});
});
