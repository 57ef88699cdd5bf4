import type { INodeCredentialDescription } from 'n8n-workflow';
import { sourceNodes } from './support/nodes';

/** What n8n's editor writes above a credential that has no label of its own (2.41): which one it is cannot be told then. */
const UNNAMED = 'Credential';

const labelsOf = (credentials: INodeCredentialDescription[] = []) =>
	credentials.map(({ displayName = UNNAMED }) => displayName);

const withSeveral = sourceNodes().filter(({ node }) => (node.description.credentials ?? []).length > 1);

it('there are nodes that take several credentials', () => {
	expect(withSeveral.map(({ className }) => className)).toEqual(
		expect.arrayContaining(['OpenTextDecision', 'OpenTextDecisionTrigger']),
	);
});

it.each(withSeveral.map(({ className, node }) => [className, node] as const))(
	'%s says of each of its credentials which service it is for',
	(_className, { description }) => {
		const labels = labelsOf(description.credentials);
		expect(labels).not.toContain(UNNAMED);
		expect(new Set(labels).size).toBe(labels.length);
	},
);
