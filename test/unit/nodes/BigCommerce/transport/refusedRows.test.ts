import { NodeApiError } from 'n8n-workflow';
import { unlessRowsRefused } from '../../../../../nodes/BigCommerce/transport/refusedRows';
import { StoreClient, type StoreRequest } from '../../../../../nodes/BigCommerce/transport/StoreClient';
import { removed } from '../../../../../nodes/BigCommerce/transport/dialect';
import { executeFunctions } from '../../../support/contexts';
import { answering } from '../../../support/serviceDouble';

const REQUEST: StoreRequest = {
	method: 'DELETE',
	path: '/v3/customers',
	subject: { name: '3 customers', scope: 'Customers' },
	gives: removed,
};

const client = new StoreClient(executeFunctions({ service: answering({}) }), {});

const BROKEN = { status: 0, code: 'ECONNRESET', neverSent: false } as const;

const reply = (status: number) => ({ status, headers: {}, body: {} });

describe('the answer of a call for rows', () => {
	it.each([true, false])('stands when all was carried out, whether of several: %s', (isSeveral) => {
		expect(unlessRowsRefused(client, REQUEST, reply(204), isSeveral)).toEqual(reply(204));
	});

	it.each([207, 400, 404, 409, 413, 422])('of several is about rows of it: %i', (status) => {
		expect(unlessRowsRefused(client, REQUEST, reply(status), true)).toBeUndefined();
	});

	it.each([207, 400, 404, 409, 413, 422])('of one is the refusal itself: %i', (status) => {
		expect(() => unlessRowsRefused(client, REQUEST, reply(status), false)).toThrow(/3 customers/);
	});

	it.each([401, 403, 500, 503])('is about none of them: %i', (status) => {
		expect(() => unlessRowsRefused(client, REQUEST, reply(status), true)).toThrow(NodeApiError);
	});

	it('is not known where the connection broke', () => {
		expect(() => unlessRowsRefused(client, REQUEST, BROKEN, true)).toThrow(NodeApiError);
	});
});
