import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from './itemRun';
import { parseLinkKey } from './linkKey';
import type { Operation, Resource } from './operation';

const LABEL = 'For Decision';

/** On every operation that changes something: the decision that it carries out. */
export const forDecision: INodeProperties = {
	displayName: LABEL,
	name: 'forDecision',
	type: 'string',
	default: '={{ $json.link.key }}',
	placeholder: 'e.g. abc123:order:4711:risk-review:1',
	description:
		'Link key of the decision that this carries out: it is done once for it, and repeated it gives its first result. Leave it empty outside a decision.',
};

/** How a node words it, and where it stands. */
interface Wording {
	field: INodeProperties;
	isLast?: true;
}

/** Kinds of fields that are not needed: collections, and several choices of which none is one. */
const OPTIONAL: ReadonlySet<string> = new Set(['collection', 'multiOptions']);

const isForDecision = <Client>({ effect, fields }: Operation<Client>): boolean =>
	effect !== 'read' && !fields.some(({ name }) => name === forDecision.name);

/** Behind what an operation needs, before what is optional; a node in which few operations have more than that has it at the end. */
function withField<Client>(operation: Operation<Client>, { field, isLast }: Wording): Operation<Client> {
	if (!isForDecision(operation)) return operation;
	const { fields } = operation;
	if (isLast) return { ...operation, fields: [...fields, field] };
	const optional = fields.findIndex(({ type }) => OPTIONAL.has(type));
	const at = optional < 0 ? fields.length : optional;
	return { ...operation, fields: [...fields.slice(0, at), field, ...fields.slice(at)] };
}

/**
 * The resource with *For Decision* on every operation that changes something (decisions page, "For Decision").
 */
export const carriesOut = <Client>(
	resource: Resource<Client>,
	wording: Wording = { field: forDecision },
): Resource<Client> => ({
	...resource,
	operations: Object.fromEntries(
		Object.entries(resource.operations).map(([value, operation]) => [value, withField(operation, wording)]),
	),
});

/** Whether an item carries a decision out, whichever. */
export const isDecided = (run: ItemRun): boolean =>
	// n8n reads no parameter in the way of a locator that the operation does not have.
	run.has(forDecision.name) && run.text(forDecision.name, '', LABEL) !== '';

/**
 * The link key of the decision that an item carries out.
 *
 * @param storeHash of the store that is worked on
 * @returns undefined outside a decision
 * @throws NodeOperationError when it is no link key, or one of another store
 */
export function decisionOf(run: ItemRun, storeHash: string): string | undefined {
	if (!isDecided(run)) return undefined;
	const text = run.text(forDecision.name, '', LABEL);
	const key = parseLinkKey(text);
	if (!key) {
		throw run.refuse({
			what: `${LABEL} must be a link key, but it is "${text}"`,
			next: 'Drag the link key of the decision into it, or leave it empty outside a decision.',
		});
	}
	if (key.storeHash.toLowerCase() === storeHash.toLowerCase()) return text;
	throw run.refuse({
		what: `${LABEL} names a decision of the store "${key.storeHash}", but the credential is of "${storeHash}"`,
		next: 'Choose the credential of the store that was decided about.',
	});
}
