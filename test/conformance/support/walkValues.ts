import { mock } from 'jest-mock-extended';
import type { ILoadOptionsFunctions, INodeParameters, ResourceMapperField } from 'n8n-workflow';
import { sourceNodes } from '../../unit/support/nodes';
import type { Exchange } from '../../sandbox/core/exchanges';
import { everythingBut, filled, requiredOnly } from './filled';
import { endingFaults } from './lawful';
import type { OperationCase } from './operationCase';
import type { Entering, Ran, Runner } from './run';
import { IDLE_BARE, REFUSED_BARE } from './refusedBare';
import { REFUSED_WHOLE } from './refusedWhole';
import { LEFT_OUT } from './textFields';
import { walkTexts } from './walkTexts';
import type { Walked } from './walked';

/** The fields that the editor loads for the resource mapper of an operation, if it has one. */
async function mapperFieldsOf({
	node,
	resource,
	operation,
	declared,
}: Walked): Promise<ResourceMapperField[]> {
	if (declared.fields.every(({ type }) => type !== 'resourceMapper')) return [];
	const { methods } = sourceNodes().filter((source) => source.node.description.name === node)[0].node;
	const chosen: Readonly<Record<string, string>> = { resource, operation };
	const functions = mock<ILoadOptionsFunctions>();
	functions.getCurrentNodeParameter.mockImplementation((name) => chosen[name]);
	const loaded = Object.values(methods?.resourceMapping ?? {}).map(
		async (load) => (await load.call(functions)).fields,
	);
	return (await Promise.all(loaded)).flat();
}

/** So many values of one operation are left out at most. */
const MOST_LEFT_OUT = 30;

/**
 * Walks over an operation with what people may enter into its fields, made from the description: nothing but what is required, something everywhere, and texts of strangers.
 * Whatever it is, the item is done or refused whole, and requests stay as the vendor describes them.
 *
 * @param faultsOf what departs from the vendor's description
 */
export function walkValues(
	walked: Walked & { entry: OperationCase },
	runner: () => Runner,
	faultsOf: (sent: readonly Exchange[]) => string[],
): void {
	const {
		node,
		resource,
		operation,
		declared: { fields, effect },
		entry: { beyond, givesBack, notes },
	} = walked;

	const isKept = ({ method, url }: Exchange) =>
		![givesBack, notes].some((own) => own?.test(`${method} ${url}`));

	const run = async (entering: Entering, text = ''): Promise<Ran & { faults: string[] }> => {
		// What is shown depends on them.
		const entered =
			typeof entering === 'function'
				? (prepared: INodeParameters) => entering({ ...prepared, resource, operation })
				: entering;
		const ran = await runner().one(entered, { item: { hostile: text } });
		const writes = runner().writes(ran.sent);
		const isTold = writes.every((write) => isKept(write) && write.status > 0 && write.status < 500);
		const faults = [
			...endingFaults(ran, writes, effect, isTold),
			...faultsOf(ran.sent.filter(({ status }) => status < 400)).filter((fault) => !beyond?.says.test(fault)),
		];
		return { ...ran, faults };
	};

	const title = `${node} ${resource} ${operation}`;

	/** Done, or refused as it is known of the operation. */
	const expectDone = ({ error }: Ran, refused: ReadonlyMap<string, RegExp>) => {
		expect(error?.message ?? 'done').toMatch(refused.get(title) ?? /^done$/);
	};

	it('is done with nothing but its required fields, or refused where that is known', async () => {
		const loaded = await mapperFieldsOf(walked);
		const ran = await run((prepared) => requiredOnly(fields, prepared, loaded));
		expect(ran.faults).toEqual([]);
		expectDone(ran, REFUSED_BARE);
		if (ran.error) return;
		expect(ran.outputs.flat().length).toBeGreaterThan(0);
		const isIdle = !runner()
			.writes(ran.sent)
			.some(({ status }) => status < 300);
		expect(isIdle).toBe(effect === 'read' || IDLE_BARE.has(title));
	});

	it('is done with something in every field, or refused whole where that is known', async () => {
		const loaded = await mapperFieldsOf(walked);
		const leftOut = new Set<string>();
		for (let tries = 0; tries < MOST_LEFT_OUT; tries++) {
			const ran = await run((prepared) => filled(fields, prepared, everythingBut(leftOut), loaded));
			expect(ran.faults).toEqual([]);
			const name = LEFT_OUT.exec(String(ran.error?.description))?.[1];
			if (name === undefined) return expectDone(ran, REFUSED_WHOLE);
			leftOut.add(name);
		}
		throw new Error(`The sandbox leaves out too much of it: ${[...leftOut].join(', ')}`);
	});

	walkTexts({ title, fields, run, loadedOf: async () => await mapperFieldsOf(walked) });
}
