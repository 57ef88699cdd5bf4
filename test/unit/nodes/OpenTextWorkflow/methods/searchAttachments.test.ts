import { searchAttachments } from '../../../../../nodes/OpenTextWorkflow/methods/searchAttachments';
import { loadOptionsFunctions } from '../../../support/contexts';
import { answering } from '../../../support/serviceDouble';
import { hal, RUNTIME, tenantCredential } from '../../../support/workflow';

const functionsFor = (taskId: string, service = answering({})) => {
	const functions = loadOptionsFunctions(service, tenantCredential());
	functions.getCurrentNodeParameter = jest.fn().mockReturnValue(taskId);
	return functions;
};

describe('the attachments to pick from', () => {
	it('are those of the task that is picked, by name', async () => {
		const rows = [{ id: 'a1', name: 'Lamp.pdf' }, { id: 'a2', name: 'Invoice' }, { id: 'a3' }];
		const service = answering({ [`GET ${RUNTIME}/tasks/t1/attachments`]: hal(rows) });
		expect((await searchAttachments.call(functionsFor('t1', service))).results).toEqual([
			{ name: 'Lamp.pdf', value: 'a1' },
			{ name: 'Invoice', value: 'a2' },
			{ name: 'a3', value: 'a3' },
		]);
		expect((await searchAttachments.call(functionsFor('t1', service), 'LAMP')).results).toHaveLength(1);
	});

	it('are none before a task is picked', async () => {
		const service = answering({});
		expect(await searchAttachments.call(functionsFor('', service))).toEqual({ results: [] });
		expect(service.lines).toEqual([]);
	});
});
