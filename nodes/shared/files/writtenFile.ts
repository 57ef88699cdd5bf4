import { createHash } from 'crypto';
import type { IBinaryData } from 'n8n-workflow';
import type { ItemRun } from '../itemRun';

/** A file that this package wrote itself. */
export interface WrittenFile {
	binary: IBinaryData;
	fileName: string;
	/** 64 hexadecimal characters. */
	sha256: string;
}

/** Puts what was written into n8n's binary data, with its hash. */
export async function writtenFile(
	run: Pick<ItemRun, 'functions'>,
	written: string,
	fileName: string,
	mimeType: string,
): Promise<WrittenFile> {
	const content = Buffer.from(written);
	const binary = await run.functions.helpers.prepareBinaryData(content, fileName, mimeType);
	return { binary, fileName, sha256: createHash('sha256').update(content).digest('hex') };
}
