import { mock } from 'jest-mock-extended';
import type { ILoadOptionsFunctions, ResourceMapperField } from 'n8n-workflow';
import { sourceNodes } from '../../unit/support/nodes';
import type { Exchange } from '../../sandbox/core/exchanges';
import { everythingBut, filled, requiredOnly } from './filled';
import { HOSTILE, hostileLocators, hostileText, textLabels } from './hostile';
import { endingFaults, injected } from './lawful';
import type { OperationCase } from './operationCase';
import type { Entering, Ran, Runner } from './run';
import { IDLE_BARE, REFUSED_BARE } from './refusedBare';
import { REFUSED_WHOLE } from './refusedWhole';
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

/** What a service of the sandbox says of something that it does not have: the node may send it all the same. */
const LEFT_OUT = /The sandbox leaves out (?:include=|the property ')(\w+)/;

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
		const ran = await runner().one(entering, { item: { hostile: text } });
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

	const labels = textLabels(fields);

	if (labels.length || fields.some(({ type }) => type === 'resourceMapper')) {
		it.each(Object.entries(HOSTILE))('takes for a text, or refuses: %s', async (_name, text) => {
			const loaded = await mapperFieldsOf(walked);
			const known = [...labels, ...loaded.map(({ displayName }) => displayName)];
			const refusing = new Set<string>();
			const all: string[] = [];
			// Whichever field refuses it is left as it was, until the others have had their turn.
			for (let left = known.length; left >= 0; left--) {
				const { faults, sent, error } = await run(
					(prepared) => filled(fields, prepared, hostileText(refusing), loaded),
					text,
				);
				all.push(...faults, ...injected(sent, text));
				const { message = '', description = '' } = error ?? {};
				const refused =
					known.find((label) => !refusing.has(label) && message.includes(label)) ??
					loaded.find(({ id }) => id === LEFT_OUT.exec(String(description))?.[1])?.displayName;
				if (refused === undefined || refusing.has(refused)) break;
				refusing.add(refused);
			}
			expect(all).toEqual([]);
		});
	}

	const locators = hostileLocators(fields);
	if (locators.length) {
		it('is done or refused whole when it is picked by a text of a stranger', async () => {
			const text = HOSTILE['a way to another address'];
			const all: string[] = [];
			for (const locator of locators) {
				const { faults, sent } = await run(locator, text);
				all.push(...faults, ...injected(sent, text));
			}
			expect(all).toEqual([]);
		});
	}
}
