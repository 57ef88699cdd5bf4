import { findCase } from '../../../../../nodes/OpenTextWorkflow/transport/cases';
import { WorkflowClient } from '../../../../../nodes/OpenTextWorkflow/transport/WorkflowClient';
import { executeFunctions } from '../../../support/contexts';
import { answering, ok, ServiceDouble } from '../../../support/serviceDouble';
import { passTime } from '../../../support/time';
import { ended, hal, HISTORY, NO_CASE, RUNTIME, running, tenantCredential } from '../../../support/workflow';

const CASES = `GET ${RUNTIME}/process-instances`;
const HISTORIC = `GET ${HISTORY}/historic-process-instances`;

const find = async (service: ServiceDouble, identity: Parameters<typeof findCase>[1]) => {
	const functions = executeFunctions({ service, credential: tenantCredential() });
	return (await passTime(async () => await findCase(new WorkflowClient(functions), identity))).result;
};

describe('finding a case', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('by its id asks the runtime first, which knows it at once', async () => {
		const service = answering({ [`${CASES}/c1`]: ok(running('c1', 'k')) });
		expect(await find(service, { id: 'c1' })).toMatchObject({ id: 'c1' });
		expect(service.requests[0].query).toEqual({ includeProcessVariables: true });
		expect(service.requests).toHaveLength(1);
	});

	it('by its id finds an ended one in the history, where alone it is', async () => {
		const service = answering({ [`${CASES}/c1`]: NO_CASE, [`${HISTORIC}/c1`]: ok(ended('c1', 'k')) });
		expect(await find(service, { id: 'c1' })).toMatchObject({ endActivityId: 'endApproved' });
	});

	it('puts an id into the address as one part', async () => {
		const service = answering({});
		expect(await find(service, { id: '../x?y' })).toBeUndefined();
		expect(service.requests[0].options.url).toMatch(/\/process-instances\/\.\.%2Fx%3Fy$/);
	});

	it('by business key and model takes only exactly this key, whatever the filter gives (U25)', async () => {
		const service = answering({
			[CASES]: hal([running('c0', 'key:10'), running('c1', 'key:1'), running('c2', 'KEY:1')]),
		});
		expect(await find(service, { businessKey: 'key:1', modelKey: 'm' })).toMatchObject({ id: 'c1' });
		expect(service.requests[0].query).toMatchObject({ businessKey: 'key:1', processDefinitionKey: 'm' });
	});

	it('by business key takes a running one before an ended one, and the newest of several ended', async () => {
		const old = ended('old', 'k', { startTime: '2026-11-20T10:00:00.000+0000' });
		const young = ended('young', 'k', { startTime: '2026-11-21T10:00:00.000+0000' });
		const history = { [HISTORIC]: hal([old, young]) };
		expect(await find(answering({ [CASES]: hal([]), ...history }), { businessKey: 'k' })).toMatchObject({
			id: 'young',
		});
		const withRunning = answering({ [CASES]: hal([running('now', 'k')]), ...history });
		expect(await find(withRunning, { businessKey: 'k' })).toMatchObject({ id: 'now' });
	});

	it.each([
		['a web page', '<html><title>Maintenance</title></html>'],
		['text that is cut off', '{"_embedded": {"cases": [{"id": "c1"'],
		['nothing', ''],
		['another object', { errors: [] }],
		['rows that are no cases', { _embedded: { errors: [{ message: 'x' }] } }],
		['a case of this key without its id', { _embedded: { cases: [{ businessKey: 'k' }] } }],
		['fewer than it counts', { page: { totalElements: 1 } }],
		['fewer than it counts, as text', { page: { totalElements: '1' } }],
		['no rows of one', { _embedded: { 'process-instances': [] }, page: { totalElements: '1' } }],
		['no content of five', { content: [], totalElements: 5, page: {} }],
		['no rows of a page', { page: { totalPages: 1, number: 0 } }],
		['no rows before a next page', { _embedded: { cases: [] }, _links: { next: { href: 'x' } } }],
		['a message with links', { message: 'maintenance', _links: { self: { href: 'x' } } }],
		['an exception with page numbers', { exception: 'boom', page: { totalElements: 0 } }],
		['links to nothing', { _links: {} }],
		['a page without numbers', { page: {} }],
		['a page that counts null', { page: { totalElements: null } }],
		['a case without a business key', { _embedded: { cases: [{ id: 'c1' }] } }],
		['a case whose business key is null', { _embedded: { cases: [{ id: 'c1', businessKey: null }] } }],
		['a case whose business key is empty', { _embedded: { cases: [{ id: 'c1', businessKey: '' }] } }],
		[
			'rows of which it counts none',
			{ _embedded: { cases: [running('c1', 'o')] }, page: { totalElements: 0 } },
		],
	])('by business key is not "there is none" when the list answers %s', async (_name, body) => {
		await expect(
			find(answering({ [CASES]: ok(body), [HISTORIC]: hal([]) }), { businessKey: 'k' }),
		).rejects.toThrow(/answered with .* for case with business key k$/);
		await expect(
			find(answering({ [CASES]: hal([]), [HISTORIC]: ok(body) }), { businessKey: 'k' }),
		).rejects.toThrow(/answered with/);
	});

	it('by business key knows a key that is told as a number', async () => {
		const row = { ...running('c1', 'x'), businessKey: 4711 };
		expect(await find(answering({ [CASES]: hal([row]) }), { businessKey: '4711' })).toMatchObject({
			id: 'c1',
		});
	});

	it('by business key is not "there is none" when a later page is cut, whatever it counts itself', async () => {
		const others = Array.from({ length: 100 }, (_entry, index) => running(`c${index}`, `other ${index}`));
		const pages = new ServiceDouble(({ path, query }) => {
			if (path.startsWith(HISTORY)) return hal([]);
			return query.offset === 0 ? hal(others, 150) : hal([], 100);
		});
		await expect(find(pages, { businessKey: 'k' })).rejects.toThrow(/answered with/);
	});

	it('by business key is not "there is none" when only the first part of the list can be had', async () => {
		const others = Array.from({ length: 10 }, (_entry, index) => running(`c${index}`, `other ${index}`));
		const service = answering({ [CASES]: hal(others, 25), [HISTORIC]: hal([]) });
		await expect(find(service, { businessKey: 'k' })).rejects.toThrow(/only the first part of a list/);
	});

	it('gives nothing when there is none', async () => {
		const service = answering({ [CASES]: hal([]), [HISTORIC]: hal([]) });
		expect(await find(service, { businessKey: 'k' })).toBeUndefined();
	});
});
