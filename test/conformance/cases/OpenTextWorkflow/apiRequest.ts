import { isRecord } from '../../../../nodes/shared/isRecord';
import type { World } from '../../../engine/support/world';
import { ALL, type Cases } from '../../support/operationCase';
import { begun, keyOf, starting, UNKNOWN } from './support';

/** What most records have. */
const NAMES = ['id', 'success'];

const CASES = '/process-instances';

const caseAt = async (world: World, nth: number) => {
	const { caseId } = await begun(world, nth);
	return { api: 'runtime', path: `${CASES}/${String(caseId)}` };
};

/** The body by which a case is started, as the node itself sends it. */
function newCase(nth: number): string {
	const variables: unknown = JSON.parse(String(starting(nth).variablesJson));
	return JSON.stringify({
		processDefinitionKey: 'order_risk_review',
		businessKey: keyOf(nth),
		variables: Object.entries(isRecord(variables) ? variables : {}).map(([name, value]) => ({ name, value })),
	});
}

const UNKNOWN_CASE = {
	wrong: { path: `${CASES}/${UNKNOWN}` },
	refusal: new RegExp(`^Workflow Service knows no ${CASES}/${UNKNOWN}, or it has ended$`),
};

const idAtEnd = (path: unknown) => String(path).split('/').at(-1);

export const cases: Cases = {
	download: {
		async prepare(world, nth) {
			const { api, path } = await caseAt(world, nth);
			return { api, path: `${path}/diagram`, binaryProperty: 'data' };
		},
		wrong: { path: `${CASES}/${UNKNOWN}/diagram` },
		refusal: new RegExp(`^Workflow Service knows no ${CASES}/${UNKNOWN}/diagram, or it has ended$`),
		gives: ({ path }) => ({
			path: String(path),
			file: expect.objectContaining({ name: 'diagram.png', mimeType: 'image/png' }),
		}),
	},
	get: {
		prepare: caseAt,
		...UNKNOWN_CASE,
		gives: ({ path }) => ({ id: idAtEnd(path) }),
		names: NAMES,
		others: {
			'the history': async (world) => ({
				api: 'history',
				path: (await caseAt(world, 1)).path.replace(CASES, '/historic-process-instances'),
			}),
		},
	},
	getAll: {
		async prepare(world, nth) {
			await begun(world, nth);
			return { api: 'runtime', path: CASES, query: JSON.stringify({ businessKey: keyOf(nth) }), ...ALL };
		},
		wrong: { query: '{"offset": 100}' },
		refusal: /^Query holds "offset", by which Get Many itself asks for the pages$/,
		gives: () => ({ businessKey: expect.stringMatching(/^sandbox1:order:/), ended: false }),
		names: NAMES,
	},
	send: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ api: 'runtime', method: 'POST', path: CASES, body: newCase(nth) }),
		wrong: { path: '//example.com/process-instances' },
		refusal: /^Path must be one below \/workflow\/v1, and nothing else$/,
		gives: ({ method }) => (method === 'DELETE' ? { success: true } : { id: expect.any(String) }),
		names: NAMES,
		keyless: true,
		others: {
			PUT: async (world) => ({
				...(await caseAt(world, 1)),
				method: 'PUT',
				body: JSON.stringify({ action: 'suspend' }),
			}),
			DELETE: async (world) => ({ ...(await caseAt(world, 1)), method: 'DELETE' }),
		},
	},
};
