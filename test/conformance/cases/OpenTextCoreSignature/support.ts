import type { INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../../../nodes/shared/isRecord';
import { sending } from '../../../engine/support/signatures';
import type { World } from '../../../engine/support/world';

export const NODE = 'openTextCoreSignature';

export const keyOf = (nth: number): string => `sandbox1:order:${nth}:sign-off:1`;

/** A document that has been mailed to its signer. */
export async function sent(world: World, nth: number, more: INodeParameters = {}): Promise<INodeParameters> {
	const { documentId } = await world.must(NODE, { ...sending(keyOf(nth)), ...more });
	await world.signatures().mailed(String(documentId));
	return { documentId: String(documentId) };
}

/** The request of such a document, picked by it. */
export async function asked(world: World, nth: number, more: INodeParameters = {}): Promise<INodeParameters> {
	const { documentId } = await sent(world, nth, more);
	return byDocument(String(documentId));
}

const byDocument = (value: string): INodeParameters => ({
	signatureRequestId: { __rl: true, mode: 'documentId', value },
});

/** A document that its signer has signed. */
export async function signed(world: World, nth: number): Promise<INodeParameters> {
	const named = await sent(world, nth);
	const id = String(named.documentId);
	await world.signatures().act(id, 'sign');
	await world.signatures().finished(id);
	return named;
}

const UNKNOWN = '0b8f0c5e-0000-4000-8000-000000000001';

const refusal = /^Core Signature knows no document 0b8f0c5e-/;

export const NO_SUCH = { wrong: { documentId: UNKNOWN }, refusal };

export const NO_SUCH_REQUEST = { wrong: byDocument(UNKNOWN), refusal };

/** What comes out is about the very document. */
export const ofDocument = (more: object) => (entered: INodeParameters) => ({
	documentId: idIn(entered.documentId ?? entered.signatureRequestId),
	...more,
});

const idIn = (locator: unknown): string => String(isRecord(locator) ? locator.value : locator);
