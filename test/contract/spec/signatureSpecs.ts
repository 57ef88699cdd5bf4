/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { coreSignature } from '../vendor';
import { signatureDeviations, SIGN_REQUEST } from './deviations/signatureDeviations';
import { objectOf, pointerOf } from './json';
import type { PathEntry } from './pathTemplates';
import { absence, SpecSet } from './specSet';

const ROOT = '/api/v1';

/**
 * SignRequest's paths that Core Signature has under other names; the rest are the same (Core Signature reference 0.2, 4.3). Of the actions every spelling is listed that the
 * reference thinks possible.
 */
const RENAMED: Record<string, string[]> = {
	'/signrequests/': ['/signature-requests/'],
	'/signrequests/{uuid}/': ['/signature-requests/{uuid}/'],
	'/signrequests/{uuid}/cancel_signrequest/': [
		'cancel_signrequest',
		'cancel_signature_request',
		'cancel',
	].map((action) => `/signature-requests/{uuid}/${action}/`),
	'/signrequests/{uuid}/resend_signrequest_email/': [
		'resend_signrequest_email',
		'resend_signature_request_email',
		'resend',
	].map((action) => `/signature-requests/{uuid}/${action}/`),
	'/signrequest-quick-create/': ['/signature-request-quick-create/'],
	// A number in 2020, the uuid since 2021 (4.6).
	'/events/{id}/': ['/events/{uuid}/'],
};

/** SignRequest's description under the paths of Core Signature. */
export class SignatureSpecs extends SpecSet {
	private entriesByName: PathEntry[] | undefined;

	constructor(folder: string) {
		super(folder, signatureDeviations, coreSignature);
	}

	override paths(): PathEntry[] {
		this.entriesByName ??= Object.keys(objectOf(this.document(SIGN_REQUEST).paths)).flatMap((path) =>
			(RENAMED[path] ?? [path]).map((name) => ({
				file: SIGN_REQUEST,
				version: 'v1',
				template: `${ROOT}${name}`,
				pointer: pointerOf('paths', path),
			})),
		);
		return this.entriesByName;
	}
}

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/specs/opentext-core-signature');

/** @returns undefined when the folder does not hold SignRequest's description */
export function loadSignatureSpecs(folder: string = DEFAULT_FOLDER): SignatureSpecs | undefined {
	return existsSync(join(folder, SIGN_REQUEST)) ? new SignatureSpecs(folder) : undefined;
}

export const SIGNATURE_SPECS_ABSENT = absence(coreSignature.descriptions, DEFAULT_FOLDER);
