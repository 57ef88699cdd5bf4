import type { IDataObject } from 'n8n-workflow';
import { isOwnWrite, rememberOwnWrite } from '../../../../../nodes/BigCommerce/transport/ownWrites';

const ORDER: IDataObject = { id: 901, status_id: 5, products: { url: 'u', resource: 'r' } };
const WRITER = { workflowId: 'a', storeHash: 'abc123' };

describe('an own write', () => {
	it('is known until the order looks different again', () => {
		rememberOwnWrite(WRITER, ORDER);
		expect(isOwnWrite(WRITER, ORDER)).toBe(true);
		expect(isOwnWrite(WRITER, { ...ORDER, status_id: 11 })).toBe(false);
	});

	it('is known again in an answer with includes', () => {
		rememberOwnWrite(WRITER, ORDER);
		expect(isOwnWrite(WRITER, { ...ORDER, products: [{ id: 1 }], fees: [] })).toBe(true);
	});

	it.each([
		['another workflow', { ...WRITER, workflowId: 'b' }],
		['a workflow without an id', { ...WRITER, workflowId: undefined }],
		['a workflow whose id begins alike', { ...WRITER, workflowId: 'a1' }],
		['another store', { ...WRITER, storeHash: 'otherstore' }],
		['another store whose hash begins alike', { ...WRITER, storeHash: 'abc1234' }],
	])('is news to %s', (_who, other) => {
		rememberOwnWrite(WRITER, ORDER);
		expect(isOwnWrite(other, ORDER)).toBe(false);
	});
});
