import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { probe } from './processes';

export const MB = 1024 * 1024;

/** A file of a size at which holding it whole would be felt. */
export const LARGE = 50 * MB;

/** By how much memory may rise while such a file passes. */
export const MOST_MB = 25;

/** What rose while one operation ran, in a process of its own that holds nothing else. */
const measured = z.object({
	looks: z.number(),
	rssMb: z.number(),
	heldMb: z.number(),
	output: z.record(z.unknown()),
});

export type Measured = z.infer<typeof measured>;

interface Work {
	parameters: INodeParameters;
	/** A file on disk for the input's binary field `data`. */
	file?: string;
}

/** What is run; see `memoryProbe.ts`. */
export interface Order {
	node: string;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	warmUp: Work;
	measured: Work;
	inMemory?: boolean;
}

/** Runs one operation in a process of its own and tells by how much its memory rose. @throws Error when the operation failed */
export const measure = async (order: Order): Promise<Measured> => measured.parse(await probe(order));

/** The file passed piece by piece: the bytes held, and what the system counts, rose by less than half of it. */
export function expectSmall({ looks, rssMb, heldMb }: Measured): void {
	expect(looks).toBeGreaterThan(3);
	expect(rssMb).toBeLessThan(MOST_MB);
	expect(heldMb).toBeLessThan(MOST_MB);
}
