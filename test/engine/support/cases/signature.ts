import type { INodeParameters } from 'n8n-workflow';
import { sending, SIGNER } from '../signatures';
import type { World } from '../world';
import type { OperationCase } from './operationCase';

const NODE = 'openTextCoreSignature';

const KEY = 'sandbox1:order:7:sign-off:1';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString(
	'base64',
);

const sent = async (world: World, more: INodeParameters = {}): Promise<INodeParameters> => {
	const { documentId } = await world.must(NODE, { ...sending(KEY), ...more });
	await world.signatures().mailed(String(documentId));
	return { documentId: String(documentId) };
};

/** A request, picked by its document. */
const asked = async (world: World, more: INodeParameters = {}): Promise<INodeParameters> => {
	const { documentId } = await sent(world, more);
	return { signatureRequestId: { __rl: true, mode: 'documentId', value: documentId } };
};

const signed = async (world: World): Promise<INodeParameters> => {
	const named = await sent(world);
	const id = String(named.documentId);
	await world.signatures().act(id, 'sign');
	await world.signatures().finished(id);
	return named;
};

const of = (resource: string, operation: string, prepare: OperationCase['prepare']): OperationCase => ({
	node: NODE,
	resource,
	operation,
	prepare,
});

/** Every operation of the OpenText Core Signature node that asks the service for something. */
export const SIGNATURE: readonly OperationCase[] = [
	of('document', 'download', signed),
	of('document', 'get', sent),
	of('document', 'getAll', async (world) => {
		await sent(world);
		return { returnAll: true };
	}),
	of('evidence', 'collect', signed),
	of('signatureRequest', 'cancel', asked),
	of('signatureRequest', 'get', async (world) => ({ ...(await asked(world)), simplify: false })),
	of('signatureRequest', 'getAll', async (world) => {
		await sent(world);
		return { returnAll: true };
	}),
	of('signatureRequest', 'getSigningLink', async (world) => ({
		...(await asked(world, {
			signers: { signer: [{ email: SIGNER, order: 1, embedUserId: 'customer-1' }] },
		})),
		signerEmail: SIGNER,
	})),
	of('signatureRequest', 'remind', asked),
	of('signatureRequest', 'send', async () => await Promise.resolve({ ...sending(KEY) })),
	of(
		'signatureRequest',
		'sendAndWait',
		async () =>
			await Promise.resolve({
				...sending(KEY),
				source: 'base64',
				base64: PDF,
				fileName: 'order.pdf',
				waitAmount: 1,
				waitUnit: 'days',
			}),
	),
];

/** Operations that send nothing to the service. */
export const WITHOUT_REQUEST = ['evidence: verify'];
