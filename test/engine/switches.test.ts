import type { z } from 'zod';
import { switches as storeSwitches } from '../sandbox/bigcommerce/switches';
import { switches as signatureSwitches } from '../sandbox/signature/switches';
import { switches as workflowSwitches } from '../sandbox/workflow/switches';
import { leap, withLeapingSleep } from './support/leapingTime';
import { namedPositions, type Position } from './support/switches/position';
import { SIGNATURE_CASES } from './support/switches/signature';
import { Stage } from './support/switches/stage';
import { STORE_CASES } from './support/switches/bigCommerce';
import { WORKFLOW_CASES } from './support/switches/workflow';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

interface Service {
	name: string;
	table: z.AnyZodObject;
	cases: Readonly<Record<string, Position[]>>;
}

const SERVICES: readonly Service[] = [
	{ name: 'bigcommerce', table: storeSwitches, cases: STORE_CASES },
	{ name: 'workflow', table: workflowSwitches, cases: WORKFLOW_CASES },
	{ name: 'signature', table: signatureSwitches, cases: SIGNATURE_CASES },
];

const thrown = SERVICES.flatMap(({ name: service, table, cases }) =>
	Object.keys(table.shape).map((name) => ({ service, name, table, positions: cases[name] ?? [] })),
);

const stage = new Stage(useWorld('kept'));

afterEach(async () => await stage.clear());

describe.each(thrown)('$service, $name', ({ service, name, table, positions }) => {
	it('is thrown in every position that it has, in two at least', () => {
		const tried = positions.map(({ value }) => value);
		expect(tried).toEqual(expect.arrayContaining(namedPositions(table.shape[name])));
		expect(new Set(tried.map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
	});

	it.each(positions)('a user gets what is owed with $value', async ({ value, shows }) => {
		await stage.control(`/${service}/settings`, { [name]: value });
		await leap(async () => await shows(stage));
	});
});
