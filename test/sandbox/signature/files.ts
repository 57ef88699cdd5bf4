/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, type ReadStream } from 'node:fs';
import { appendFile, copyFile, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import type { StoredFile } from './types';

const TYPES: Record<string, string> = {
	'.pdf': 'application/pdf',
	'.txt': 'text/plain; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.htm': 'text/html; charset=utf-8',
};

const typeOf = (name: string) => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';

/** One comment line of a PDF; readers ignore it, also behind the end of the file. */
const COMMENT_LINE = `%${' '.repeat(1022)}\n`;
const COMMENT_CHUNK = COMMENT_LINE.repeat(1024);

/** Source documents and PDFs, on disk: they are too large for the state. */
export class Files {
	private readonly folder: string;

	private readonly temporary: boolean;

	/** @param dataDir folder of the sandbox; without it a temporary one, gone after `close` */
	constructor(dataDir?: string) {
		this.temporary = dataDir === undefined;
		this.folder =
			dataDir === undefined
				? mkdtempSync(join(tmpdir(), 'signature-sandbox-'))
				: join(dataDir, 'signature-files');
		mkdirSync(this.folder, { recursive: true });
	}

	async add(name: string, content: Uint8Array): Promise<StoredFile> {
		const id = randomUUID();
		await writeFile(this.pathOf(id), content);
		return await this.describe(id, name);
	}

	/** A copy with a comment behind its end: still a PDF, whatever its size, without reading it into memory. */
	async addCommented(original: StoredFile, name: string, comment: string): Promise<StoredFile> {
		const id = randomUUID();
		await copyFile(this.pathOf(original.id), this.pathOf(id));
		await appendFile(this.pathOf(id), `\n%${comment.replace(/\s+/g, ' ')}\n`);
		return await this.describe(id, name);
	}

	/** A PDF with comment lines behind its end until it has at least `bytes` bytes. Its id stays. */
	async pad(file: StoredFile, bytes: number): Promise<StoredFile> {
		const handle = await open(this.pathOf(file.id), 'a');
		try {
			await handle.write('\n');
			for (let size = file.bytes + 1; size < bytes;) {
				const missing = Math.ceil((bytes - size) / COMMENT_LINE.length);
				const { bytesWritten } = await handle.write(
					missing >= 1024 ? COMMENT_CHUNK : COMMENT_LINE.repeat(missing),
				);
				size += bytesWritten;
			}
		} finally {
			await handle.close();
		}
		return await this.describe(file.id, file.name);
	}

	async read(file: StoredFile): Promise<Buffer> {
		return await readFile(this.pathOf(file.id));
	}

	stream(file: StoredFile): ReadStream {
		return createReadStream(this.pathOf(file.id));
	}

	async remove(files: ReadonlyArray<StoredFile | null>): Promise<void> {
		for (const file of files) if (file !== null) await rm(this.pathOf(file.id), { force: true });
	}

	async clear(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
		mkdirSync(this.folder, { recursive: true });
	}

	async close(): Promise<void> {
		if (this.temporary) await rm(this.folder, { recursive: true, force: true });
	}

	private pathOf(id: string): string {
		return join(this.folder, id);
	}

	private async describe(id: string, name: string): Promise<StoredFile> {
		const hash = createHash('sha256');
		for await (const piece of createReadStream(this.pathOf(id))) hash.update(piece);
		const { size } = await stat(this.pathOf(id));
		return { id, name, type: typeOf(name), bytes: size, sha256: hash.digest('hex') };
	}
}
