/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { Readable } from 'node:stream';
import { hashStream, storeStream } from '../../../../../nodes/shared/files/storeStream';
import { executeFunctions } from '../../../support/contexts';
import { BinaryStore, pdfOf, sha256 } from '../../../support/signatureFiles';
import { passTime } from '../../../support/time';

const opened = (cancelSignal?: AbortSignal) => {
	const store = new BinaryStore();
	const functions = executeFunctions({ cancelSignal });
	store.prepare()(functions);
	return { store, functions };
};

const endless = () => {
	const stream = new Readable({ read: () => undefined });
	stream.push(pdfOf('begun'));
	return stream;
};

describe('storing a stream', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('gives the hash and size of the very bytes that were stored', async () => {
		const { store, functions } = opened();
		const bytes = Buffer.concat([pdfOf('a'), Buffer.from([0, 255, 10, 13])]);
		const stored = await storeStream(
			functions,
			Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]),
			'a.pdf',
		);
		expect(store.files[0].bytes.equals(bytes)).toBe(true);
		expect(stored).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
	});

	it('says that it broke when the connection ends in the middle', async () => {
		const { functions } = opened();
		const stream = endless();
		const storing = storeStream(functions, stream, 'a.pdf');
		stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
		expect(await storing).toEqual({ broken: true });
	});

	it('says that it broke when nothing comes for a minute', async () => {
		const { functions } = opened();
		const { result, waitedMs } = await passTime(async () => await storeStream(functions, endless(), 'a.pdf'));
		expect(result).toEqual({ broken: true });
		expect(waitedMs).toBeGreaterThan(60_000);
		expect(waitedMs).toBeLessThan(62_000);
	});

	it('stops when the user cancels the execution', async () => {
		const controller = new AbortController();
		const { functions } = opened(controller.signal);
		controller.abort();
		const stream = endless();
		await expect(passTime(async () => await storeStream(functions, stream, 'a.pdf'))).rejects.toThrow(
			'Cancelled while waiting for the service',
		);
		expect(stream.destroyed).toBe(true);
	});

	it('hands on what goes wrong on this side, such as a full disk', async () => {
		const { functions } = opened();
		const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
		functions.helpers.prepareBinaryData = async () => await Promise.reject(full);
		await expect(storeStream(functions, endless(), 'a.pdf')).rejects.toThrow('no space left on device');
	});
});

describe('taking the hash of a stream', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('gives that of the very bytes that came, and keeps none of them', async () => {
		const { store, functions } = opened();
		const bytes = pdfOf('a');
		const stream = Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]);
		expect(await hashStream(functions, stream)).toEqual({ sha256: sha256(bytes) });
		expect(store.files).toHaveLength(0);
	});

	it('says that it broke when it is cut off, when the connection ends or nothing comes', async () => {
		const { functions } = opened();
		const bytes = pdfOf('a');
		expect(await hashStream(functions, Readable.from([bytes]), { length: bytes.length + 1 })).toMatchObject({
			broken: true,
			fault: expect.stringMatching(/^is cut off/),
		});
		const stream = endless();
		const hashing = hashStream(functions, stream);
		stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
		expect(await hashing).toEqual({ broken: true });
		expect((await passTime(async () => await hashStream(functions, endless()))).result).toEqual({
			broken: true,
		});
	});
});
