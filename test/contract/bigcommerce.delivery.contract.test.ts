/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describeWithSpecs } from './describeWithSpecs';
import { validateDelivery } from './index';

const delivery = {
	scope: 'store/order/statusUpdated',
	store_id: '1025646',
	producer: 'stores/sandbox1',
	created_at: 1_761_000_000,
	hash: '7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca',
	data: { type: 'order', id: 250, status: { previous_status_id: 0, new_status_id: 11 } },
};

const UPSTREAM_EMPTY = 'store_app_uninstalled.json';

/** Fields that today's callback schemas have and the samples of 2021 lack; one sample has a misspelt scope. */
const CHANGED_SINCE_2021 = [
	'/data/channel_ids: is missing',
	'/data/origin_channel_id: is missing',
	'/data/token: is missing',
	'scope: no callback schema describes it',
];

describeWithSpecs('the body of a webhook delivery', (specs) => {
	const check = (body: unknown) =>
		validateDelivery(specs(), body).map(({ at, message }) => `${at}: ${message}`);

	it('fits the callback schema of its scope', () => {
		expect(check(delivery)).toEqual([]);
	});

	it.each([
		['no object', [delivery], 'scope: is required and a string'],
		[
			'a scope without schema',
			{ ...delivery, scope: 'store/order/*' },
			'scope: no callback schema describes it',
		],
		['a store id that is no string', { ...delivery, store_id: 1025646 }, '/store_id: must be string'],
		['a missing field of the envelope', { ...delivery, created_at: undefined }, '/created_at: is missing'],
		[
			'a field that no schema lists',
			{ ...delivery, actor: 'me' },
			": the description lists no property 'actor'",
		],
		['missing ids', { ...delivery, data: { type: 'order', id: 250 } }, '/data/status: is missing'],
		['a hash that is no SHA-1', { ...delivery, hash: 'abc' }, '/hash: must be a SHA-1 in hexadecimal'],
		[
			'a producer that is no store',
			{ ...delivery, producer: 'sandbox1' },
			'/producer: must be stores/{store_hash}',
		],
	])('is refused with %s', (_what, body, expected) => {
		expect(check(body)).toContain(expected);
	});

	it('of every scope published in 2021 still fits, apart from what was added since', () => {
		const folder = resolve(__dirname, '../../../shared/specs/bigcommerce-webhook-samples');
		const problems = readdirSync(folder)
			.filter((name) => name.endsWith('.json') && name !== UPSTREAM_EMPTY)
			.flatMap((name) => check(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
		expect([...new Set(problems)].sort()).toEqual(CHANGED_SINCE_2021);
	});
});
