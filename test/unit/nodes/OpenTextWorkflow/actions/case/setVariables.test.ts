import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	hal,
	HISTORY,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const SET = { resource: 'case', operation: 'setVariables' };

const ONE = `${RUNTIME}/process-instances/c1`;

const set = (caseId: string, value: string) => ({
	caseId,
	specifyVariables: 'form',
	variables: { variable: [{ name: 'note', type: 'string', value }] },
});

const NOTE = { name: 'note', type: 'string', value: 'hello' };

const existing = { [`GET ${ONE}`]: ok(running('c1', 'k1')) };

describe('setting variables of a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...SET,
		items: [set('c1', 'a'), set('c2', 'b'), set('c3', 'c')],
		service: () =>
			new ServiceDouble(({ method, path }) => {
				const id = /process-instances\/(c\d)/.exec(path)?.[1] ?? '';
				if (method === 'PUT') return ok({ name: 'note', type: 'string' });
				if (path.startsWith(HISTORY)) return id === 'c2' ? ok(ended('c2', 'k2')) : { status: 404 };
				return id === 'c2' ? { status: 404 } : ok(running(id, `k-${id}`));
			}),
		outputs: [
			{ caseId: 'c1', businessKey: 'k-c1', set: ['note'] },
			{ caseId: 'c3', businessKey: 'k-c3', set: ['note'] },
		],
		refusal: 'Item 2: Case c2 has ended, so its variables cannot be changed',
	});

	it('changes with one object (reference 4.3, V3)', async () => {
		const service = answering({ ...existing, [`PUT ${ONE}/variables/note`]: ok(NOTE) });
		await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(service.requests[1].body).toEqual({
			name: 'note',
			type: 'string',
			scope: 'local',
			value: 'hello',
		});
		expect(service.lines).toHaveLength(2);
	});

	it('creates with an array what is not there (reference 4.3, V2)', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: refused(404, 'no variable'),
			[`POST ${ONE}/variables`]: { status: 201, body: [NOTE] },
		});
		await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(service.requests[2].body).toEqual([
			{ encryption: false, name: 'note', type: 'string', scope: 'local', value: 'hello' },
		]);
	});

	it.each([
		['somebody else created it meanwhile', refused(409, 'already present')],
		['the answer to its creation was lost', { broken: 'ECONNRESET' }],
	] satisfies Array<[string, Answer]>)('changes it after all when %s', async (_name, created) => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: [refused(404, 'no variable'), ok(NOTE)],
			[`POST ${ONE}/variables`]: created,
		});
		const [{ json }] = await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(json.set).toEqual(['note']);
		expect(service.lines.slice(1)).toEqual([
			`PUT ${ONE}/variables/note`,
			`POST ${ONE}/variables`,
			`PUT ${ONE}/variables/note`,
		]);
	});

	const unreadable: Array<[string, unknown]> = [
		['a web page', '<html><body>Maintenance</body></html>'],
		['JSON that is cut off', '{"name": "no'],
		['nothing', ''],
		['another object', { status: 'ok' }],
		['another variable', { name: 'other' }],
		['an empty list', []],
	];

	it.each(unreadable)('is in doubt when the answer is %s, and nothing more is sent', async (_name, body) => {
		const service = answering({ ...existing, [`PUT ${ONE}/variables/note`]: ok(body) });
		const variable = [
			{ name: 'note', type: 'string', value: 'x' },
			{ name: 'next', type: 'string', value: 'y' },
		];
		await expect(
			runWorkflow({ ...SET, service, items: [{ caseId: 'c1', variables: { variable } }] }),
		).rejects.toMatchObject({
			message: expect.stringMatching(
				/^Item 1: Workflow Service answered with .* for variable "note" of case c1$/,
			),
			description: expect.stringContaining('It is not known whether variable "note" of case c1 was set.'),
		});
		expect(service.lines).toHaveLength(2);
	});

	it.each(unreadable)(
		'is in doubt when a creation is answered with %s, and nothing more is sent',
		async (_name, body) => {
			const service = answering({
				...existing,
				[`PUT ${ONE}/variables/note`]: refused(404, 'no variable'),
				[`POST ${ONE}/variables`]: { status: 201, body },
			});
			await expect(runWorkflow({ ...SET, service, items: [set('c1', 'x')] })).rejects.toMatchObject({
				description: expect.stringContaining('It is not known whether variable "note" of case c1 was set.'),
			});
			expect(service.lines).toHaveLength(3);
		},
	);

	it('tells which variables were set when a later one is refused', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/a`]: ok({ name: 'a' }),
			[`PUT ${ONE}/variables/b`]: refused(404, 'no variable'),
			[`POST ${ONE}/variables`]: { status: 201, body: [{ name: 'b' }] },
			[`PUT ${ONE}/variables/c`]: refused(400, 'wrong type'),
		});
		const item = { caseId: 'c1', specifyVariables: 'json', variablesJson: '{"a": "new", "b": "x", "c": 1}' };
		await expect(runWorkflow({ ...SET, service, items: [item] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for variable "c" of case c1',
			description: expect.stringMatching(
				/Already done: variable "a" of case c1 was set; variable "b" of case c1 was set\.$/,
			),
		});
	});

	it('tells each variable once, however it came to be set', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/a`]: [refused(404, 'no variable'), ok({ name: 'a' })],
			[`POST ${ONE}/variables`]: { broken: 'ECONNRESET' },
			[`PUT ${ONE}/variables/b`]: refused(403, 'no'),
		});
		const item = { caseId: 'c1', specifyVariables: 'json', variablesJson: '{"a": "new", "b": "x"}' };
		await expect(runWorkflow({ ...SET, service, items: [item] })).rejects.toMatchObject({
			description: expect.stringMatching(/right, .* Already done: variable "a" of case c1 was set\.$/),
		});
	});

	it('sends nothing more when a creation is refused because the case is suspended (reference 3.7)', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: refused(404, 'no variable'),
			[`POST ${ONE}/variables`]: refused(500, 'Cannot change a suspended process instance'),
		});
		await expect(runWorkflow({ ...SET, service, items: [set('c1', 'x')] })).rejects.toMatchObject({
			description: expect.stringMatching(/Nothing was changed\.$/),
		});
		expect(service.lines).toHaveLength(3);
	});

	it('creates one that is missing also where that is refused like a wrong value (U10)', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: refused(400, 'no variable'),
			[`GET ${ONE}/variables`]: hal([]),
			[`POST ${ONE}/variables`]: { status: 201, body: [NOTE] },
		});
		const [{ json }] = await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(json).toMatchObject({ set: ['note'] });
	});

	it('changes one that somebody else created meanwhile also where that is refused like a wrong value (U10)', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: [refused(400, 'no variable'), ok(NOTE)],
			[`GET ${ONE}/variables`]: [hal([]), hal([NOTE])],
			[`POST ${ONE}/variables`]: refused(400, 'is already present'),
		});
		const [{ json }] = await runWorkflow({ ...SET, service, items: [set('c1', 'hello')] });
		expect(json).toMatchObject({ set: ['note'] });
	});

	it('creates nothing where a wrong value is refused for one that is there', async () => {
		const service = answering({
			...existing,
			[`PUT ${ONE}/variables/note`]: refused(400, 'wrong type'),
			[`GET ${ONE}/variables`]: hal([NOTE]),
		});
		await expect(runWorkflow({ ...SET, service, items: [set('c1', 'x')] })).rejects.toThrow(
			'did not accept the values sent for variable "note" of case c1',
		);
		expect(service.lines.filter((line) => line.startsWith('POST'))).toEqual([]);
	});

	it('says so when the service does not take the value', async () => {
		const service = answering({ ...existing, [`PUT ${ONE}/variables/note`]: refused(400, 'wrong type') });
		await expect(runWorkflow({ ...SET, service, items: [set('c1', 'x')] })).rejects.toMatchObject({
			message: 'Item 1: Workflow Service did not accept the values sent for variable "note" of case c1',
			description: expect.stringContaining('wrong type'),
		});
	});

	it('asks for at least one', async () => {
		const service = answering(existing);
		await expect(runWorkflow({ ...SET, service, items: [{ caseId: 'c1' }] })).rejects.toMatchObject({
			message: 'Item 1: No variable was given',
		});
		expect(service.lines).toEqual([]);
	});
});
