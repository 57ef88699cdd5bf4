/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { switches } from '../workflow/switches';
import { UNVERIFIED } from '../workflow/unverified';

/** The reference lies beside the project; it is not part of it. */
const REFERENCE = path.resolve(__dirname, '../../../../shared/reference/opentext-workflow-service.md');

const there = existsSync(REFERENCE) ? it : it.skip;

const handled = Object.entries(UNVERIFIED);

describe('a point that was not found for the service', () => {
	there('is listed here when the reference lists it, and only then', () => {
		const listed = readFileSync(REFERENCE, 'utf8').matchAll(/^\| (U\d+a?) \|/gm);
		expect(Object.keys(UNVERIFIED)).toEqual([...listed].map(([, number]) => number));
	});

	it.each(handled)('has a switch that there is, or a reason why it has none: %s', (_number, one) => {
		const thrown = 'switches' in one ? one.switches : [];
		for (const name of thrown) expect(Object.keys(switches.shape)).toContain(name);
		if (thrown.length === 0) expect(one.because).toMatch(/^[A-Z].{20,}\.$/);
	});

	it('stands behind every switch', () => {
		const named = new Set(handled.flatMap(([, one]) => ('switches' in one ? one.switches : [])));
		expect([...named].sort()).toEqual(Object.keys(switches.shape).sort());
	});
});
