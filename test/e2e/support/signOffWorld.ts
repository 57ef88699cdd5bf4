import { startWorld, type World } from '../harness';
import { MailBox } from './mailBox';
import type { N8nRuntime } from './n8nRuntime';
import { publishSignOff, SIGN_OFF_SOON_AGAIN, type SignOff } from './signOff';

/** The template at work in a fresh n8n, with the mail box of sales. */
export interface SignOffWorld {
	world: World;
	signOff: SignOff<N8nRuntime>;
	close(): Promise<void>;
}

/** @param name of the folder that holds logs and state */
export async function openSignOff(name: string): Promise<SignOffWorld> {
	const box = await MailBox.open();
	const opened: Array<{ close(): Promise<void> }> = [box];
	const close = async () => {
		for (const one of [...opened].reverse()) await one.close();
	};
	const open = async (): Promise<SignOffWorld> => {
		const world = await startWorld(name);
		opened.push(world);
		return { world, signOff: await publishSignOff(world, box, SIGN_OFF_SOON_AGAIN), close };
	};
	return await open().catch(async (error: unknown) => {
		await close();
		throw error;
	});
}
