/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import type { IBinaryKeyData, ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { addFile, deleteBinaryData, storeBinaryDataInFiles } from './binaryData';
import { Engine } from './engine';

interface Run {
	parameters: INodeParameters;
	/** A file on disk for the input's binary field `data`. */
	file?: string;
}

interface Order {
	/** Name without the package, e.g. `openTextWorkflow`. */
	node: string;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** Done first and not measured, so that code and pools are loaded. */
	warmUp: Run;
	measured: Run;
	/** n8n keeps files in its items, in memory: shows that the probe sees a file that is held. */
	inMemory?: boolean;
}

/** Time for the work between two looks; a look takes about as long itself. */
const BETWEEN_MS = 12;

const MB = 1024 * 1024;

/**
 * What is held just now. The garbage goes first: V8 lets up to some 64 MB of used buffers lie before it collects them, whatever the size of the file, so that without
 * this one would measure its patience.
 */
const held = () => {
	// The first frees buffers in the background; the second waits for that.
	for (let turn = 0; turn < 2; turn++) global.gc?.();
	const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
	return { rss, held: heapUsed + arrayBuffers };
};

const inMb = (bytes: number) => Math.round((bytes / MB) * 10) / 10;

/** Runs one operation in n8n's engine with files outside the items, and prints by how much memory rose at most. */
async function main(): Promise<void> {
	if (!global.gc) throw new Error('Start it with --expose-gc');
	const { node, credentials, warmUp, measured, inMemory = false }: Order = JSON.parse(process.argv[2]);
	const engine = await Engine.start();
	if (!inMemory) await storeBinaryDataInFiles();
	const run = async ({ parameters, file }: Run) => {
		const binaries: IBinaryKeyData[] = file ? [{ data: await addFile(file, 'application/pdf') }] : [];
		return async () => await engine.run({ node, parameters, binaries, credentials });
	};
	const fail = (error: unknown) => {
		if (error) throw error;
	};
	fail((await (await run(warmUp))()).error);
	const work = await run(measured);
	const before = held();
	const most = { ...before };
	let looks = 0;
	const look = () => {
		looks += 1;
		const now = held();
		most.rss = Math.max(most.rss, now.rss);
		most.held = Math.max(most.held, now.held);
	};
	let timer = setTimeout(function again() {
		look();
		timer = setTimeout(again, BETWEEN_MS);
	}, BETWEEN_MS);
	const { outputs, error } = await work();
	look();
	clearTimeout(timer);
	await deleteBinaryData();
	fail(error);
	const result = {
		rssMb: inMb(most.rss - before.rss),
		heldMb: inMb(most.held - before.held),
		baseMb: inMb(before.rss),
		looks,
		output: outputs[0][0].json,
	};
	process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
