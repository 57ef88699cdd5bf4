import { searchExecutions } from '../../../../../nodes/OpenTextWorkflow/methods/searchExecutions';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering, ok } from '../../../support/serviceDouble';
import { byBusinessKey, hal, running, RUNTIME, tenantCredential } from '../../../support/workflow';

const functionsFor = (caseId: unknown, service = answering({})) => {
	const functions = loadOptionsFunctions(service, tenantCredential());
	functions.getCurrentNodeParameter = jest.fn().mockReturnValue(caseId);
	return functions;
};

const rows = [
	{ id: 'r1', parentId: null, activityId: null },
	{ id: 'e1', parentId: 'r1', activityId: 'waitForPayment' },
	{ id: 'e2', parentId: 'r1', activityId: 'waitForTruck' },
];
const LIST = `GET ${RUNTIME}/process-instances/executions`;

describe('the executions to pick from', () => {
	it('are the places where the case that is picked stands, by their activities', async () => {
		const service = answering({ [LIST]: hal(rows) });
		expect((await searchExecutions.call(functionsFor('c1', service))).results).toEqual([
			{ name: 'waitForPayment', value: 'e1' },
			{ name: 'waitForTruck', value: 'e2' },
		]);
		expect((await searchExecutions.call(functionsFor('c1', service), 'TRUCK')).results).toHaveLength(1);
		expect(service.requests[0].query).toMatchObject({ processInstanceId: 'c1' });
	});

	it('are found for a case that is picked by its business key', async () => {
		const cases = { [`GET ${RUNTIME}/process-instances`]: hal([running('c1', 'k1')]) };
		const service = answering({
			...cases,
			[`GET ${RUNTIME}/process-instances/c1`]: ok({}),
			[LIST]: hal(rows),
		});
		const { results } = await searchExecutions.call(functionsFor(byBusinessKey('k1').caseId, service));
		expect(results).toHaveLength(2);
	});

	it('are none before a case is picked', async () => {
		const service = answering({});
		expect(await searchExecutions.call(functionsFor('', service))).toEqual({ results: [] });
		expect(service.lines).toEqual([]);
	});
});
