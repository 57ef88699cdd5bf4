import { mock } from 'jest-mock-extended';
import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { OpenTextCoreSignature } from '../../../nodes/OpenTextCoreSignature/OpenTextCoreSignature.node';
import { SignatureClient } from '../../../nodes/OpenTextCoreSignature/transport/SignatureClient';
import { executeFunctions } from './contexts';
import { NODE } from './node';
import { answering, ok, type Answer, type ServiceDouble } from './serviceDouble';
import { threeItemsOf, type NodeRun } from './threeItems';
import { passTime } from './time';

export const API = '/api/v1';

export const SENDER = 'signing@example.com';

/** Another host for each call: pace and remembered spellings are kept by host, and one test must not wait for or learn from another. */
let hosts = 0;

export const signatureCredential = (): ICredentialDataDecryptedObject => {
	hosts += 1;
	return { host: `https://sign-${hosts}.example.com` };
};

/** An invented id; documents and requests have 36 characters (reference 3.1). */
export const uuid = (number: number): string => `0b8f0c5e-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The request of document `number` has this id. */
export const requestUuid = (number: number): string => uuid(900_000 + number);

/** A document, or the request of one, picked by what its sender called it. */
export const byKey = (parameter: 'documentId' | 'signatureRequestId', value: string): INodeParameters => ({
	[parameter]: { __rl: true, mode: 'externalId', value },
});

/** A request, picked by its document. */
export const byDocument = (number: number): INodeParameters => ({
	signatureRequestId: { __rl: true, mode: 'documentId', value: uuid(number) },
});

/** One page of a list (reference 3.2). */
export const listOf = (rows: IDataObject[], next: string | null = null, count = rows.length): Answer =>
	ok({ count, next, previous: null, results: rows });

/** A refusal in the service's own words (reference 3.3). */
export const refusedWith = (status: number, body: unknown): Answer => ({ status, body });

export const NOT_FOUND = refusedWith(404, { detail: 'Not found.' });

/** A signer as the service lists one (reference 5.4). */
export const signerOf = (email: string, more: IDataObject = {}): IDataObject => ({
	email,
	full_name: '',
	display_name: email,
	order: 1,
	needs_to_sign: true,
	approve_only: false,
	notify_only: false,
	emailed: true,
	viewed: false,
	signed: false,
	signed_on: null,
	declined: false,
	declined_on: null,
	message: null,
	forwarded: false,
	forwarded_to_email: null,
	embed_url: null,
	...more,
});

/** The sender, who stands first in every list of signers and need not sign (reference 5.4). */
export const senderRow = (): IDataObject =>
	signerOf(SENDER, { needs_to_sign: false, order: 0, emailed: false });

/** The request inside a document (reference 5.2). */
export const requestOf = (
	number: number,
	signers: IDataObject[] = [signerOf('nathan@example.com')],
): IDataObject => ({
	uuid: requestUuid(number),
	from_email: SENDER,
	subject: `Please sign ${number}`,
	signers: [senderRow(), ...signers],
});

/** A document that was sent for signature (reference 5.1). */
export const documentOf = (number: number, more: IDataObject = {}): IDataObject => ({
	url: `https://sign.example.com${API}/documents/${uuid(number)}/`,
	uuid: uuid(number),
	name: `offer-${number}.pdf`,
	external_id: `k${number}`,
	status: 'se',
	processing: false,
	pdf: null,
	security_hash: null,
	signing_log: null,
	auto_expire_after: null,
	signrequest: requestOf(number),
	...more,
});

/** A service that has these documents, newest first. */
export const serviceWith = (...documents: IDataObject[]): ServiceDouble =>
	answering({
		[`GET ${API}/documents/`]: ({ query }) =>
			listOf(documents.filter(({ external_id: key }) => !query.external_id || key === query.external_id)),
		...Object.fromEntries(
			documents.map((document) => [`GET ${API}/documents/${String(document.uuid)}/`, ok(document)]),
		),
	});

const { description } = new OpenTextCoreSignature();

const withDefaults = (entered: INodeParameters): IDataObject => ({
	...NodeHelpers.getNodeParameters(description.properties, entered, true, false, NODE, description),
});

export interface SignatureRun extends NodeRun {
	/** Prepares n8n's functions, for example with binary data. */
	prepare?: (functions: jest.Mocked<IExecuteFunctions>) => void;
}

/** Runs one operation over its items, with waits skipped, and gives every output. Needs `jest.useFakeTimers()`. */
export async function runOutputs({
	resource,
	operation,
	items = [{}],
	service = answering({}),
	credential = signatureCredential(),
	continueOnFail,
	prepare,
}: SignatureRun): Promise<INodeExecutionData[][]> {
	const functions = executeFunctions({
		items: items.map((entered) => withDefaults({ resource, operation, ...entered })),
		service,
		credential,
		continueOnFail,
	});
	prepare?.(jest.mocked(functions));
	return (await passTime(async () => await new OpenTextCoreSignature().execute.call(functions))).result;
}

/** As `runOutputs`, for operations that have one output. */
export async function runSignature(run: SignatureRun): Promise<INodeExecutionData[]> {
	const outputs = await runOutputs(run);
	expect(outputs).toHaveLength(1);
	return outputs[0];
}

export const describeThreeSignatureItems = threeItemsOf(runSignature);

/** A client for the second item of a run. */
export const clientOf = (service: ServiceDouble, credential = signatureCredential()): SignatureClient =>
	new SignatureClient(executeFunctions({ service, credential }), { itemIndex: 1 });

/** n8n's functions while a waiting execution is called. */
export function webhookFunctions(
	service: ServiceDouble,
	query: unknown,
	body: IDataObject = {},
): IWebhookFunctions {
	const functions = mock<IWebhookFunctions>({
		getNode: () => NODE,
		helpers: mock<IWebhookFunctions['helpers']>(),
		logger: mock<IWebhookFunctions['logger']>(),
	});
	const credential = signatureCredential();
	functions.getCredentials.mockImplementation(async () => structuredClone(credential));
	functions.helpers.httpRequestWithAuthentication = service.send;
	functions.getQueryData.mockReturnValue(Object(query));
	functions.getBodyData.mockReturnValue(body);
	return functions;
}

/** The body of a request, whether it was sent whole or as a stream. */
export async function sentBody(body: unknown): Promise<IDataObject> {
	const parsed: unknown = JSON.parse(typeof body === 'string' ? body : await readText(body));
	return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

/** Everything that a stream gives, as text. */
export async function readText(stream: unknown): Promise<string> {
	if (typeof stream !== 'object' || stream === null || !(Symbol.asyncIterator in stream)) {
		throw new Error('Neither text nor a stream');
	}
	const pieces: string[] = [];
	for await (const piece of Object.assign(stream)) pieces.push(String(piece));
	return pieces.join('');
}
