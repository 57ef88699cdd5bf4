/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import './userFolder';
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { BinaryDataService, FileLocation } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

interface Container {
	get<T>(type: new (...given: never[]) => T): T;
}

/** The very container that n8n-core uses; it brings a copy of its own. */
const { Container: container }: { Container: Container } = createRequire(require.resolve('n8n-core'))(
	'@n8n/di',
);

const service = () => container.get(BinaryDataService);

/** Workflow and execution of the engine's runs. */
const LOCATION = FileLocation.ofExecution('w', '77');

/** Lets n8n keep binary data in files, as it does unless it is told otherwise; without this it stays in the items. */
export const storeBinaryDataInFiles = async (): Promise<void> => await service().init();

/** Puts a file where n8n keeps binary data, and gives what an item holds of it. */
export async function addBinary(
	content: Buffer | Readable,
	fileName: string,
	mimeType: string,
): Promise<IBinaryData> {
	return await service().store(LOCATION, content, { data: '', fileName, mimeType });
}

export const addFile = async (file: string, mimeType: string): Promise<IBinaryData> =>
	await addBinary(createReadStream(file), path.basename(file), mimeType);

/** The bytes behind the binary data of an item. */
export const bytesOf = async (binary: IBinaryData): Promise<Buffer> => await service().getAsBuffer(binary);

/** Deletes every file of the engine's runs, as n8n does with an old execution. */
export const deleteBinaryData = async (): Promise<void> => await service().deleteMany([LOCATION]);
