import type { IDataObject } from 'n8n-workflow';
import { isOwnWrite, ownWriteOf } from '../../../../../nodes/BigCommerce/records/ownWrites';
import { orderFingerprint } from '../../../../../nodes/BigCommerce/records/orderFingerprint';
import { read, wrote } from '../../../support/orders';

const ORDER: IDataObject = { id: 901, status_id: 5, products: { url: 'u', resource: 'r' } };
const WRITER = { workflowId: 'a', storeHash: 'abc123' };
const WRITING = { before: { ...ORDER, status_id: 2 }, sent: { status_id: 5 } };

describe('an own write', () => {
	it('is known until the order looks different again', () => {
		wrote(WRITER, ORDER, WRITING);
		expect(isOwnWrite(WRITER, read(ORDER))).toBe(true);
		expect(isOwnWrite(WRITER, read({ ...ORDER, status_id: 11 }))).toBe(false);
	});

	it('is known again in an answer with includes', () => {
		wrote(WRITER, ORDER, WRITING);
		expect(isOwnWrite(WRITER, read({ ...ORDER, products: [{ id: 1 }], fees: [] }))).toBe(true);
	});

	it.each([
		['another workflow', { ...WRITER, workflowId: 'b' }],
		['a workflow without an id', { ...WRITER, workflowId: undefined }],
		['a workflow whose id begins alike', { ...WRITER, workflowId: 'a1' }],
		['another store', { ...WRITER, storeHash: 'otherstore' }],
		['another store whose hash begins alike', { ...WRITER, storeHash: 'abc1234' }],
	])('is news to %s', (_who, other) => {
		wrote(WRITER, ORDER, WRITING);
		expect(isOwnWrite(other, read(ORDER))).toBe(false);
	});

	const first = { id: 902, status_id: 5, staff_notes: '' };
	const second = { ...first, staff_notes: 'checked' };
	const note = (before: IDataObject) => ({ before, sent: { staff_notes: 'checked' } });

	it('explains with the one before it what both sent, when nothing came in between', () => {
		wrote(WRITER, first, { before: { ...first, status_id: 2 }, sent: { status_id: 5 } });
		wrote(WRITER, second, note(first));
		const { sent, steps } = ownWriteOf(WRITER, read(second)) ?? {};
		expect([...(sent ?? [])]).toEqual([
			['status_id', [5]],
			['staff_notes', ['checked']],
		]);
		expect(steps?.map(({ before }) => before)).toEqual([
			orderFingerprint(read({ ...first, status_id: 2 })),
			orderFingerprint(read(first)),
		]);
	});

	it('explains only itself when the order was changed since the one before it', () => {
		wrote(WRITER, first, { before: { ...first, status_id: 2 }, sent: { status_id: 5 } });
		const changed = { ...first, status_id: 11 };
		wrote(WRITER, { ...second, status_id: 11 }, note(changed));
		const { sent } = ownWriteOf(WRITER, read({ ...second, status_id: 11 })) ?? {};
		expect([...(sent?.keys() ?? [])]).toEqual(['staff_notes']);
	});

	it('remembers a bounded number of writes of one order', () => {
		let before: IDataObject = { id: 903, staff_notes: '' };
		for (let turn = 0; turn < 30; turn++) {
			const order = { id: 903, staff_notes: `note ${turn}` };
			wrote(WRITER, order, { before, sent: { staff_notes: order.staff_notes } });
			before = order;
		}
		expect(ownWriteOf(WRITER, read(before))?.steps).toHaveLength(20);
	});
});
