import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { sourceNodes } from './support/nodes';

const choicesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.flatMap((option) => ('value' in option ? [option.value] : []));

/**
 * What n8n's editor takes for the choice of the sign-in, and therefore shows in the dialog of the credential alone (2.41, `getMainAuthField`): a required field of which every
 * choice shows a credential.
 */
function takenForSignIn({ credentials = [], properties }: INodeTypeDescription): string[] {
	const shown = (name: string) =>
		credentials.flatMap(({ displayOptions }) => displayOptions?.show?.[name] ?? []);
	return properties
		.filter((field) => {
			const choices = choicesOf(field);
			return choices.length > 0 && choices.every((value) => shown(field.name).some((one) => one === value));
		})
		.map(({ name }) => name);
}

describe('a field that chooses a credential', () => {
	it('of which every choice shows a credential is what the editor hides', () => {
		const options = ['case', 'signature'].map((value) => ({ name: value, value }));
		const field: INodeProperties = {
			displayName: 'By',
			name: 'by',
			type: 'options',
			options,
			default: 'case',
		};
		const [node] = sourceNodes();
		const credentials = (side: 'show' | 'hide') =>
			options.map(({ value }) => ({ name: value, displayOptions: { [side]: { by: [value] } } }));
		const of = (side: 'show' | 'hide') => ({
			...node.node.description,
			properties: [field],
			credentials: credentials(side),
		});
		expect([takenForSignIn(of('show')), takenForSignIn(of('hide'))]).toEqual([['by'], []]);
	});

	it.each(sourceNodes().map(({ className, node }) => [className, node] as const))(
		'stays a field of its own on %s',
		(_className, { description }) => expect(takenForSignIn(description)).toEqual([]),
	);
});
