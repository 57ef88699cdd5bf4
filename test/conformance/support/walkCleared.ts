import { mock } from 'jest-mock-extended';
import omit from 'lodash/omit';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { sourceNodes } from '../../unit/support/nodes';
import type { Exchange } from '../../sandbox/core/exchanges';
import type { Runner } from './run';
import type { Walked } from './walked';

const FIELD = 'clear';

/** What the editor lists under Clear. */
async function clearableOf({ node, resource, operation }: Walked): Promise<string[]> {
	const { methods } = sourceNodes().filter((source) => source.node.description.name === node)[0].node;
	const chosen: Readonly<Record<string, string>> = { resource, operation };
	const functions = mock<ILoadOptionsFunctions>();
	functions.getCurrentNodeParameter.mockImplementation((name) => chosen[name]);
	const listed = (await methods?.loadOptions?.getClearableFields.call(functions)) ?? [];
	return listed.map(({ value }) => String(value));
}

/** A change that empties all that it can, and sets nothing: the vendor's description has to take each field empty. */
export function walkCleared(
	walked: Walked,
	runner: () => Runner,
	faultsOf: (sent: readonly Exchange[]) => string[],
): void {
	if (walked.declared.fields.every(({ name }) => name !== FIELD)) return;

	it('empties whatever can be cleared', async () => {
		const names = await clearableOf(walked);
		expect(names.length).toBeGreaterThan(0);
		const ran = await runner().one((prepared) => ({
			...omit(prepared, 'fields', 'updateFields'),
			[FIELD]: names,
		}));
		expect(ran.error?.message).toBeUndefined();
		expect(faultsOf(ran.sent)).toEqual([]);
		const written = JSON.stringify(
			runner()
				.writes(ran.sent)
				.map(({ requestBody }) => requestBody),
		);
		for (const name of names) expect(written).toMatch(new RegExp(`"${name}":(""|null)`));
	});
}
