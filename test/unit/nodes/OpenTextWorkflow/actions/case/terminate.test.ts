import { answering, ok, ServiceDouble, type Answer } from '../../../../support/serviceDouble';
import {
	describeThreeWorkflowItems,
	ended,
	HISTORY,
	NO_CASE,
	refused,
	runWorkflow,
	RUNTIME,
	running,
} from '../../../../support/workflow';

const TERMINATE = { resource: 'case', operation: 'terminate' };

const ONE = `${RUNTIME}/process-instances/c1`;

/** A tenant with these running cases, which end when they are deleted. */
function tenant(ids: string[], onDelete?: (turn: number) => Answer | 'carried out, answer lost' | undefined) {
	const open = new Set(ids);
	const reasons = new Map<string, unknown>();
	let turn = 0;
	return new ServiceDouble(({ method, path, query }) => {
		const id = path.split('/').pop() ?? '';
		if (method === 'DELETE') {
			turn += 1;
			const special = onDelete?.(turn);
			if (special && special !== 'carried out, answer lost') return special;
			if (!open.delete(id)) return NO_CASE;
			reasons.set(id, query.deleteReason ?? 'process instance deleted');
			return special ? { broken: 'ECONNRESET' } : { status: 204 };
		}
		if (!path.startsWith(HISTORY)) return open.has(id) ? ok(running(id, `k-${id}`)) : NO_CASE;
		const deleteReason = reasons.get(id);
		return deleteReason
			? ok(ended(id, `k-${id}`, { deleteReason: String(deleteReason), endActivityId: null }))
			: NO_CASE;
	});
}

describe('terminating a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	describeThreeWorkflowItems({
		...TERMINATE,
		items: [
			{ caseId: 'c1', reason: 'first' },
			{ caseId: 'c2', reason: 'second' },
			{ caseId: 'c3', reason: 'third' },
		],
		service: () => tenant(['c1', 'c3']),
		outputs: [
			{ terminated: true, caseId: 'c1', ended: true, cancelled: true, endReason: 'first' },
			{ terminated: true, caseId: 'c3', ended: true, cancelled: true, endReason: 'third' },
		],
		refusal: 'Item 2: Workflow Service knows no case c2',
	});

	it('leaves a case alone that has ended already', async () => {
		const service = answering({
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')),
		});
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({
			terminated: false,
			ended: true,
			endActivityId: 'endApproved',
			cancelled: false,
		});
		expect(service.lines.some((line) => line.startsWith('DELETE'))).toBe(false);
	});

	it('does not take the end for its own when people were faster', async () => {
		const service = answering({
			[`GET ${ONE}`]: [ok(running('c1', 'k1')), NO_CASE],
			[`DELETE ${ONE}`]: NO_CASE,
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1')),
		});
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({
			terminated: false,
			ended: true,
			cancelled: false,
			endActivityId: 'endApproved',
		});
	});

	it('takes the end for its own when the answer of its first try was lost', async () => {
		const service = tenant(['c1'], (turn) => (turn === 1 ? 'carried out, answer lost' : undefined));
		const [{ json }] = await runWorkflow({
			...TERMINATE,
			service,
			items: [{ caseId: 'c1', reason: 'gone' }],
		});
		expect(json).toMatchObject({ terminated: true, endReason: 'gone' });
	});

	it('tells the truth even when the history does not show the end yet', async () => {
		const service = answering({
			[`GET ${ONE}`]: [ok(running('c1', 'k1')), NO_CASE],
			[`DELETE ${ONE}`]: { status: 204 },
		});
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({ terminated: true, caseId: 'c1', ended: true, cancelled: true });
	});

	it.each([
		['as the reference says', { status: 204 }],
		['with an empty 200', { status: 200 }],
		['with a body', ok({ id: 'c1' })],
	] satisfies Array<[string, Answer]>)(
		'does not believe a good answer, %s, while the case still runs',
		async (_name, answer) => {
			const service = tenant(['c1'], () => answer);
			await expect(runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] })).rejects.toMatchObject({
				message: 'Item 1: Workflow Service took the end of case c1, but does not show that it has ended',
				description: expect.stringMatching(/It is not known whether case c1 was terminated\.$/),
			});
			expect(service.lines.filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
		},
	);

	it.each([
		['a web page', '<html><body>Maintenance</body></html>'],
		['text', 'OK'],
		['a list', []],
		['a number', 7],
		['JSON that is cut off', '{"id": '],
	])('looks how the case stands when the answer is %s, and sends nothing again', async (_name, body) => {
		const service = tenant(['c1'], () => ok(body));
		await expect(runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] })).rejects.toMatchObject({
			message: expect.stringMatching(/^Item 1: Workflow Service answered with .* for case c1$/),
			description: expect.stringContaining('It is not known whether case c1 was terminated.'),
		});
		expect(service.lines.filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
	});

	it('finds that it ended although no answer could be read', async () => {
		const service = answering({
			[`GET ${ONE}`]: [ok(running('c1', 'k1')), ok(running('c1', 'k1')), NO_CASE],
			[`DELETE ${ONE}`]: ok('<html>'),
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1', { deleteReason: 'gone' })),
		});
		const items = [{ caseId: 'c1', reason: 'gone' }];
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items });
		expect(json).toMatchObject({ terminated: true, endReason: 'gone' });
	});

	it.each([
		['it ended by itself', {}],
		['it was cancelled for another reason', { deleteReason: 'by hand' }],
	])('does not take the end for its own after a doubtful answer when %s', async (_name, more) => {
		const service = answering({
			[`GET ${ONE}`]: [ok(running('c1', 'k1')), NO_CASE],
			[`DELETE ${ONE}`]: [{ broken: 'ECONNRESET' }, NO_CASE],
			[`GET ${HISTORY}/historic-process-instances/c1`]: ok(ended('c1', 'k1', more)),
		});
		const items = [{ caseId: 'c1', reason: 'gone' }];
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items });
		expect(json).toMatchObject({ terminated: false, ended: true });
	});

	it('waits for the history to show the end, which may be late', async () => {
		const service = answering({
			[`GET ${ONE}`]: [ok(running('c1', 'k1')), NO_CASE],
			[`DELETE ${ONE}`]: { status: 204 },
			[`GET ${HISTORY}/historic-process-instances/c1`]: [
				ok(ended('c1', 'k1', { endTime: null })),
				ok(ended('c1', 'k1', { deleteReason: 'process instance deleted' })),
			],
		});
		const [{ json }] = await runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] });
		expect(json).toMatchObject({ terminated: true, cancelled: true, endReason: 'process instance deleted' });
	});

	it('says who may not do this', async () => {
		const service = tenant(['c1'], () => refused(403, 'Forbidden'));
		await expect(runWorkflow({ ...TERMINATE, service, items: [{ caseId: 'c1' }] })).rejects.toMatchObject({
			message: 'Item 1: This client or user may not do this with case c1',
		});
	});
});
