import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from './itemRun';
import { parseLinkKey } from './linkKey';

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

/**
 * The link key of the decision that an item carries out.
 *
 * @param storeHash of the store that is worked on
 * @returns undefined outside a decision
 * @throws NodeOperationError when it is no link key, or one of another store
 */
export function decisionOf(run: ItemRun, storeHash: string): string | undefined {
	// n8n reads no parameter in the way of a locator that the operation does not have.
	const text = run.has(forDecision.name) ? run.text(forDecision.name, '', LABEL) : '';
	if (!text) return undefined;
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
