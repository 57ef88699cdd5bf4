/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes that follow each other within this time become one. */
const SETTLE_MS = 50;

/**
 * JSON state that survives a restart of the sandbox. `data` is changed in place by its owner, who then calls `save`.
 * Without a file it lives in memory only.
 */
export class StateFile<T> {
	data: T;

	private timer: NodeJS.Timeout | undefined;

	private writing: Promise<void> = Promise.resolve();

	/**
	 * @param file where to keep the state; undefined: memory only
	 * @param initial makes the state of a first start
	 * @throws SyntaxError when the file exists and is not JSON
	 */
	constructor(
		private readonly file: string | undefined,
		private readonly initial: () => T,
	) {
		this.data = file !== undefined && existsSync(file) ? this.read(file) : initial();
	}

	/** Writes soon: several calls in a row cost one write. */
	save(): void {
		if (this.file === undefined || this.timer !== undefined) return;
		this.timer = setTimeout(() => {
			this.timer = undefined;
			void this.write();
		}, SETTLE_MS);
	}

	/** Writes now; resolves when the file is whole on disk. */
	async flush(): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		await this.write();
	}

	/** Back to the state of a first start. */
	reset(): void {
		this.data = this.initial();
		this.save();
	}

	/** Parts that an earlier version of the sandbox did not have are as on a first start. */
	private read(file: string): T {
		return { ...this.initial(), ...JSON.parse(readFileSync(file, 'utf8')) };
	}

	private async write(): Promise<void> {
		const { file } = this;
		if (file === undefined) return;
		this.writing = this.writing.then(async () => {
			mkdirSync(dirname(file), { recursive: true });
			await writeFile(`${file}.tmp`, JSON.stringify(this.data));
			await rename(`${file}.tmp`, file);
		});
		await this.writing;
	}
}
