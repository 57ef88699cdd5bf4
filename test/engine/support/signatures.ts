/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import {
	OPENTEXT_CLIENT_ID,
	OPENTEXT_CLIENT_SECRET,
	SIGNATURE_SUBSCRIPTION,
	TENANT_ID,
} from '../../sandbox/core/fixtures';

/** The smallest file of its kind that has a page, as base64. */
export const PDF = Buffer.from(
	[
		'%PDF-1.4',
		'1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
		'2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
		'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
		'trailer<</Root 1 0 R>>',
		'%%EOF\n',
	].join('\n'),
).toString('base64');

let names = 0;

/** The same address in other letters: the pace of requests is kept by address, and one test must not wait for another. */
export function anotherName(url: string): string {
	names += 1;
	return `${url}${'/.'.repeat(names)}`;
}

/** The credential that opens the Core Signature stand-in. @param url of the sandbox */
export const signatureCredentials = (url: string) => ({
	openTextCoreSignatureApi: {
		host: `${url}/signature`,
		signInService: 'custom',
		signInUrl: `${url}/signature/otdstenant/{tenant}/oauth2/token`,
		tenantId: TENANT_ID,
		grantType: 'clientCredentials',
		clientId: OPENTEXT_CLIENT_ID,
		clientSecret: OPENTEXT_CLIENT_SECRET,
		subscription: SIGNATURE_SUBSCRIPTION,
	},
});

export const SIGNER = 'nathan@example.com';

const shown = z.object({
	uuid: z.string(),
	status: z.string(),
	processing: z.boolean(),
	pdfBytes: z.number().nullable(),
	pdfSha256: z.string().nullable(),
});

/** What tests do to the Core Signature stand-in from outside. @param url of the sandbox */
export function signatureControl(url: string) {
	const control = axios.create({ baseURL: `${url}/_sandbox` });
	const document = async (id: string) => shown.parse((await control.get(`/signature/documents/${id}`)).data);
	return {
		document,
		/** Resolves when PDF and log are built. Without a deadline: the test has one. */
		finished: async (id: string) => {
			while ((await document(id)).processing) await sleep(20);
		},
		/** Resolves when the document was converted and mailed. Without a deadline: the test has one. */
		mailed: async (id: string) => {
			while ((await document(id)).status !== 'se') await sleep(20);
		},
		act: async (id: string, action: 'sign' | 'decline', reason?: string) =>
			await control.post(`/signature/documents/${id}/act`, { email: SIGNER, action, reason }),
		/** Makes the signed PDF at least so many bytes large. */
		pad: async (id: string, bytes: number) => await control.post(`/signature/documents/${id}/pad`, { bytes }),
		set: async (switches: object) => await control.post('/signature/settings', switches),
		fault: async (fault: object) => await control.post('/faults', { service: 'signature', ...fault }),
		advance: async (advanceMs: number) => await control.post('/clock', { advanceMs }),
		reset: async () => await control.post('/reset'),
	};
}

/** Parameters of a Send with one signer. */
export const sending = (externalId: string): INodeParameters => ({
	resource: 'signatureRequest',
	operation: 'send',
	externalId,
	source: 'html',
	html: `<h1>Order ${externalId}</h1>`,
	fileName: 'order.html',
	signers: { signer: [{ email: SIGNER, name: 'Nathan Smith', role: 'signer', order: 1 }] },
});
