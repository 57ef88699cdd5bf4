import { areRows, givesIf } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { Operation } from '../../../shared/operation';
import { listing } from '../../../shared/record/listing';
import { order } from '../../records/order';
import { orderFees } from '../../records/orderCharges';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf, parentLocators, scopeOf } from '../crud/picked';

const { fields, output, read, shown } = listing(orderFees);

const feesIn = (body: unknown): unknown => (isRecord(body) ? body.fees : undefined);

export const getAll: Operation<StoreClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve the fees of an order',
		action: 'Get many order fees',
	},
	effect: 'read',
	scopes: scopeOf(orderFees, 'read-only'),
	output,
	fields: [...parentLocators(orderFees), ...fields],
	async execute(run, client) {
		const { limit } = read(run);
		const id = await idOf(run, client, order);
		const { body } = await client.request({
			method: 'GET',
			path: orderFees.path.replace('{id}', String(id)),
			subject: { name: `the list of fees of order ${id}`, scope: orderFees.scope },
			gives: givesIf((reply) => areRows(feesIn(reply.body))),
		});
		const rows = feesIn(body);
		return shown(run, areRows(rows) ? rows.filter(isRecord).slice(0, limit) : []);
	},
};
