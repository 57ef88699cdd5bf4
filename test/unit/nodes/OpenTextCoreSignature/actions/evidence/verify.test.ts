import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { answering } from '../../../../support/serviceDouble';
import { runSignature, serviceWith, uuid } from '../../../../support/signature';
import { BinaryStore, pdfOf, sha256, signedDocument, storageOf } from '../../../../support/signatureFiles';

const VERIFY = { resource: 'evidence', operation: 'verify' };

const SNAPSHOT = { total: '12500.00' };

/** Evidence as Collect gives it. */
async function collected(number = 1, more: IDataObject = {}) {
	const store = new BinaryStore();
	const [{ json, binary = {} }] = await runSignature({
		resource: 'evidence',
		operation: 'collect',
		items: [{ documentId: uuid(number), snapshot: SNAPSHOT }],
		service: serviceWith(signedDocument(number, more)),
		prepare: store.prepare(storageOf(number)),
	});
	return { store, json, binary };
}

const verify = async (
	store: BinaryStore,
	binaries: IBinaryKeyData[],
	items: INodeParameters[],
	continueOnFail = false,
) => {
	const service = answering({});
	const prepare = store.prepare(undefined, binaries);
	const output = await runSignature({ ...VERIFY, items, service, prepare, continueOnFail });
	expect(service.lines).toEqual([]);
	return output;
};

describe('verifying evidence of an item', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('confirms what Collect gave, and sends nothing', async () => {
		const { store, json, binary } = await collected();
		const options = {
			expectedManifestHash: String(json.manifestSha256),
			currentSnapshot: JSON.stringify(SNAPSHOT),
		};
		const [output] = await verify(store, [binary], [{ options }]);
		expect(output.json).toMatchObject({ verified: true, changed: [], linkKey: 'k1', documentId: uuid(1) });
	});

	it('passes the files on, so that an archive can stand behind it', async () => {
		const { store, binary } = await collected();
		const [output] = await verify(store, [binary], [{}]);
		expect(output.binary).toEqual(binary);
	});

	it.each(['signedDocument', 'signingLog', 'manifest'])('names the %s that was changed', async (item) => {
		const { store, binary } = await collected();
		const changed = { ...binary, [item]: store.add(pdfOf('other')) };
		const [output] = await verify(store, [changed], [{}]);
		expect(output.json).toMatchObject({ verified: false, changed: [item] });
	});

	it('names the snapshot when the order is not the one that was signed for', async () => {
		const { store, binary } = await collected();
		const options = { currentSnapshot: '{"total":"1.00"}' };
		const [output] = await verify(store, [binary], [{ options }]);
		expect(output.json).toMatchObject({ verified: false, changed: ['snapshot'] });
	});

	it('names the manifest when it is not the recorded one', async () => {
		const { store, binary } = await collected();
		const options = { expectedManifestHash: sha256(pdfOf('other')) };
		const [output] = await verify(store, [binary], [{ options }]);
		expect(output.json).toMatchObject({
			verified: false,
			changed: ['manifest'],
			unchecked: ['signedDocument', 'signingLog'],
		});
	});

	it('reads the fields that were named', async () => {
		const { store, binary } = await collected();
		const { signedDocument: pdf, signingLog: log, manifest: proof } = binary;
		const named = { signedDocumentProperty: 'pdf', signingLogProperty: 'log', manifestProperty: 'proof' };
		const [output] = await verify(store, [{ pdf, log, proof }], [named]);
		expect(output.json).toMatchObject({ verified: true });
	});

	it('keeps a manifest of more than 8 MB for no manifest, without reading it whole', async () => {
		const { store, binary } = await collected();
		const large = { ...binary, manifest: store.add(Buffer.alloc(8 * 1024 * 1024 + 1)) };
		const [output] = await verify(store, [large], [{}]);
		expect(output.json).toMatchObject({ changed: ['manifest'] });
	});

	it('says where the service gave no hash (K4)', async () => {
		const { store, binary } = await collected(1, { security_hash: null });
		const [output] = await verify(store, [binary], [{}]);
		expect(output.json).toMatchObject({ verified: true, notPdf: [], withoutServiceHash: ['signedDocument'] });
	});

	it.each(['signedDocument', 'signingLog'])('names the %s that is no PDF, also unchanged', async (item) => {
		const { store, binary } = await collected();
		const page = store.add(Buffer.from('<html>Expired</html>'));
		const [output] = await verify(store, [{ ...binary, [item]: page }], [{}]);
		expect(output.json).toMatchObject({ verified: false, notPdf: [item] });
	});

	it.each<[string, INodeParameters]>([
		['Expected Manifest Hash is empty', { expectedManifestHash: '' }],
		['Current Snapshot (JSON) must be a JSON object', { currentSnapshot: '[]' }],
	])('does not leave a check out without a word: %s', async (text, options) => {
		const { store, binary } = await collected();
		await expect(verify(store, [binary], [{ options }])).rejects.toThrow(text);
	});

	describe('over three items of which the second has no log', () => {
		const three = async (continueOnFail: boolean) => {
			const { store, binary } = await collected();
			const { signedDocument: pdf, manifest } = binary;
			const changed = { ...binary, signedDocument: store.add(pdfOf('other')) };
			const binaries = [binary, { signedDocument: pdf, manifest }, changed];
			return await verify(store, binaries, [{}, {}, {}], continueOnFail);
		};

		it('gives each item its own result, in order and paired, with Continue On Fail', async () => {
			expect(await three(true)).toMatchObject([
				{ json: { verified: true }, pairedItem: { item: 0 } },
				{ json: { error: "The item has no binary field 'signingLog'" }, pairedItem: { item: 1 } },
				{ json: { verified: false, changed: ['signedDocument'] }, pairedItem: { item: 2 } },
			]);
		});

		it('stops at the second without it', async () => {
			await expect(three(false)).rejects.toMatchObject({
				message: "The item has no binary field 'signingLog'",
				context: { itemIndex: 1 },
			});
		});
	});
});
