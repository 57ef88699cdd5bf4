import { documentsWith, findDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { SandboxSending } from '../../../support/sandboxSending';
import { ServiceDouble } from '../../../support/serviceDouble';
import { API, clientOf, documentOf, listOf, serviceWith, uuid } from '../../../support/signature';

let sandbox: SandboxSending;
beforeAll(async () => {
	sandbox = await SandboxSending.open();
});

afterAll(async () => await sandbox.close());

describe('finding a document', () => {
	it('reads it by its id', async () => {
		const service = serviceWith(documentOf(1));
		expect(await findDocument(clientOf(service), { id: uuid(1) })).toMatchObject({ external_id: 'k1' });
		expect(service.lines).toEqual([`GET ${API}/documents/${uuid(1)}/`]);
	});

	it('gives nothing when there is none, by either name', async () => {
		expect(await findDocument(clientOf(serviceWith()), { id: uuid(1) })).toBeUndefined();
		expect(await findDocument(clientOf(serviceWith()), { externalId: 'k1' })).toBeUndefined();
	});

	it('takes the newest of those with one external id, since the service does not keep it unique', async () => {
		const service = serviceWith(documentOf(2, { external_id: 'k' }), documentOf(1, { external_id: 'k' }));
		expect(await findDocument(clientOf(service), { externalId: 'k' })).toMatchObject({ uuid: uuid(2) });
		expect(await documentsWith(clientOf(service), 'k')).toHaveLength(2);
	});

	it('applies the filter on our side as well, over all pages, when the service ignores it', async () => {
		const model = sandbox.begin({ ignoresFilter: true, pageSize: 2 });
		for (const number of [1, 2, 3, 4, 5]) await model.put(number);
		expect(await findDocument(clientOf(model.service), { externalId: 'k1' })).toMatchObject({
			uuid: uuid(1),
		});
		expect(await findDocument(clientOf(model.service), { externalId: 'other' })).toBeUndefined();
	});

	it('asks by the filter that is known (reference 4.1)', async () => {
		const service = new ServiceDouble(() => listOf([]));
		await documentsWith(clientOf(service), 'k&1=ä');
		expect(service.requests[0].query).toMatchObject({ external_id: 'k&1=ä', page: 1 });
	});
});
