/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSpecs, SpecSet } from '../../contract/spec/specSet';
import { validateRequest } from '../../contract/validateRequest';

const description = (filters: string) => `openapi: '3.0.3'
servers:
  - url: 'https://api.bigcommerce.com/stores/{store_hash}/v3'
paths:
  /things:
    parameters:
      - { name: page, in: query, schema: { type: integer } }
    get:
      parameters:
${filters}
      responses: {}
  /things/{thing_id}:
    get:
      parameters:
        - { name: thing_id, in: path, required: true, schema: { type: integer } }
      responses: {}
  /things/count:
    get:
      responses: {}
`;

const FILTER = "        - { name: 'id:in', in: query, schema: { type: array, items: { type: integer } } }";
const SOURCE = { reason: 'a test', source: 'none' };

describe('a folder of descriptions', () => {
	const folder = mkdtempSync(join(tmpdir(), 'contract-'));
	const write = (name: string, text: string) => writeFileSync(join(folder, 'reference', name), text);

	beforeAll(() => {
		mkdirSync(join(folder, 'reference'));
		write('things.yml', description(FILTER));
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	const problems = (url: string, set = new SpecSet(folder, [])) =>
		validateRequest(set, {
			method: 'GET',
			url,
			requestHeaders: { 'x-auth-token': '[redacted]' },
			status: 200,
			responseHeaders: {},
		}).map(({ at, message }) => `${at}: ${message}`);

	it('that is absent gives no descriptions', () => {
		expect(loadSpecs(join(folder, 'nowhere'))).toBeUndefined();
		expect(loadSpecs(folder)).toBeInstanceOf(SpecSet);
	});

	it('knows parameters of the path and of the operation, and takes comma lists', () => {
		expect(problems('/stores/x/v3/things?page=2&id:in=1,2,3')).toEqual([]);
		expect(problems('/stores/x/v3/things?id:in=1,two')).toEqual([
			"query id:in: must be integer, got '1,two'",
		]);
	});

	it('prefers a literal path to one with a parameter', () => {
		expect(problems('/stores/x/v3/things/count')).toEqual([]);
		expect(problems('/stores/x/v3/things/counts')).toEqual(["path thing_id: must be integer, got 'counts'"]);
	});

	it('is relaxed exactly where a deviation says so', () => {
		const pointers = ['/paths/~1things/parameters/0/schema'];
		const set = new SpecSet(folder, [
			{ file: 'reference/things.yml', pointers, set: { type: 'string' }, ...SOURCE },
		]);
		expect(problems('/stores/x/v3/things?page=first', set)).toEqual([]);
		expect(problems('/stores/x/v3/things?id:in=first', set)).toHaveLength(1);
	});

	it('refuses a deviation whose spot is gone', () => {
		const set = new SpecSet(folder, [
			{ file: 'reference/things.yml', pointers: ['/paths/~1gone'], set: {}, ...SOURCE },
		]);
		expect(() => set.document('reference/things.yml')).toThrow(
			'reference/things.yml has nothing at /paths/~1gone',
		);
	});

	it('accepts a request that fits one of two descriptions of the same operation', () => {
		write(
			'things-again.yml',
			description("        - { name: 'newer', in: query, schema: { type: string } }"),
		);
		const set = new SpecSet(folder, []);
		expect(problems('/stores/x/v3/things?newer=1', set)).toEqual([]);
		expect(problems('/stores/x/v3/things?id:in=1', set)).toEqual([]);
		expect(problems('/stores/x/v3/things?newer=1&id:in=1', set)).toHaveLength(1);
	});
});
