import { readFile } from '../../../../../nodes/OpenTextCoreSignature/evidence/readFile';
import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../support/contexts';
import { BinaryStore, pdfOf, sha256 } from '../../../support/signatureFiles';

const bytes = pdfOf('a longer text, in several pieces');

const opened = (stored: boolean) => {
	const store = new BinaryStore();
	const functions = executeFunctions();
	const inMemory = { data: bytes.toString('base64'), mimeType: 'application/pdf' };
	store.prepare(undefined, [{ data: stored ? store.add(bytes) : inMemory }])(functions);
	return new ItemRun(functions, 0);
};

describe('reading a file of the item', () => {
	it.each([
		['outside the item', true],
		['in memory', false],
	])('gives the hash of one that n8n keeps %s', async (_where, stored) => {
		expect(await readFile(opened(stored), 'data')).toEqual({ sha256: sha256(bytes), head: bytes });
	});

	it('gives it whole when it is small enough', async () => {
		expect((await readFile(opened(true), 'data', bytes.length)).bytes).toEqual(bytes);
		expect((await readFile(opened(true), 'data', bytes.length - 1)).bytes).toBeUndefined();
	});

	it('says which binary field is missing', async () => {
		await expect(readFile(opened(true), 'other')).rejects.toThrow("The item has no binary field 'other'");
	});
});
