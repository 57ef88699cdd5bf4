import type { IDataObject } from 'n8n-workflow';
import { ServiceDouble, type Answer } from './serviceDouble';
import { HISTORY, hal, refused, running, RUNTIME } from './workflow';

/** A declared variable as a model writes it: name, type, value. */
export type Declaring = readonly [name: string, type: string, value?: string];

/** A model in JSON that declares variables. */
export const declaringModel = (declared: readonly Declaring[]): IDataObject => ({
	properties: {
		process_id: 'order',
		dataproperties: declared.length
			? {
					items: declared.map(([name, type, value = '']) => ({
						dataproperty_name: name,
						dataproperty_type: type,
						dataproperty_value: value,
					})),
				}
			: '',
	},
});

const VERSIONS = [
	{ id: 'm1', key: 'order', name: 'Order', version: 1, processDefinitionId: 'order:1:a' },
	{ id: 'm2', key: 'order', name: 'Order', version: 2, processDefinitionId: 'order:2:b' },
];

/**
 * A tenant with two versions of one model, which keeps the vendor's promises about starting.
 *
 * @param declared by the newest version; the first one declares `old` alone
 * @param unfiltered it knows no filter of the list of models
 * @param untold it does not say which version a model is
 * @param hidden it shows no content of a model
 */
export function declaringTenant(
	declared: readonly Declaring[],
	{ unfiltered = false, untold = false, hidden = false } = {},
) {
	const cases: IDataObject[] = [];
	const posts: IDataObject[] = [];
	const contents: Readonly<Record<string, IDataObject>> = {
		m1: declaringModel([['old', 'string']]),
		m2: declaringModel(declared),
	};
	const models = (query: Readonly<Record<string, unknown>>) =>
		VERSIONS.filter(
			({ key, version, processDefinitionId }) =>
				unfiltered ||
				((query.key === undefined || query.key === key) &&
					(query.processDefinitionId === undefined || query.processDefinitionId === processDefinitionId) &&
					(query.latestVersion === undefined || version === 2)),
		);
	const modelAt = (path: string): Answer => {
		const version = VERSIONS.find(({ id }) => path === `${RUNTIME}/runtime/models/${id}`);
		if (!version) return refused(404, 'Could not find a model.');
		return { status: 200, body: { ...version, ...(!hidden && { modelContent: contents[version.id] }) } };
	};
	const service = new ServiceDouble(({ method, path, query, body }) => {
		if (path === `${RUNTIME}/runtime/models`)
			return hal(
				models(query).map(({ processDefinitionId, ...model }) => ({
					...model,
					...(!untold && { processDefinitionId }),
				})),
			);
		if (path.startsWith(`${RUNTIME}/runtime/models/`)) return modelAt(path);
		if (method === 'GET') {
			return hal(
				path.startsWith(HISTORY) ? [] : cases.filter(({ businessKey }) => businessKey === query.businessKey),
			);
		}
		const sent: IDataObject = typeof body === 'object' && body !== null ? { ...body } : {};
		posts.push(sent);
		const made = running(`c${posts.length}`, String(sent.businessKey), { variables: sent.variables });
		cases.push({ ...made, processDefinitionKey: 'order', processDefinitionId: 'order:2:b' });
		return { status: 201, body: made };
	});
	const reads = () => service.lines.filter((line) => line.includes('/runtime/models'));
	return { service, cases, posts, reads };
}
