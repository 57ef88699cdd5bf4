import type { Exchange } from '../../sandbox/core/exchanges';
import { isRecord } from '../../../nodes/shared/isRecord';
import { decoded } from './lawful';

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const textsIn = (value: unknown): string[] => {
	if (typeof value === 'string') return [value, ...(/^[[{]/.test(value) ? textsIn(parsed(value)) : [])];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]) : [];
};

/** Every text that was sent: in the addresses as their readers decode them, in the bodies as they stand there, and in the JSON of a text. */
export const textsSent = (sent: readonly Exchange[]): string[] =>
	sent.flatMap(({ url, requestBody }) => [decoded(url.replaceAll('+', ' ')), ...textsIn(requestBody)]);

/** Text fields whose texts are not sent, by operation: what is compared with, looked for in an answer, or named for what comes out. */
export const UNSENT: ReadonlyMap<string, readonly string[]> = new Map([
	['bigCommerce link getAll', ['Purpose']],
	['bigCommerce link release', ['Holder']],
	['bigCommerceB2b attachment download', ['Put Output File in Field']],
	['bigCommerceB2b invoice downloadPdf', ['Put Output File in Field']],
	['bigCommerceB2b quote downloadPdf', ['Put Output File in Field']],
	['openTextCoreSignature document download', ['Put Output File in Field']],
	['openTextWorkflow apiRequest download', ['Put Output File in Field']],
	['openTextWorkflow taskAttachment download', ['Put Output File in Field']],
	[
		'openTextCoreSignature evidence collect',
		[
			'Manifest: Output Binary Field',
			'Signed Document: Output Binary Field',
			'Signing Log: Output Binary Field',
		],
	],
	['openTextCoreSignature evidence verify', ['Expected Manifest Hash']],
	['openTextWorkflow case getDiagram', ['Put Output File in Field']],
	['openTextWorkflow case getDecision', ['Outcome Variable', 'Reason Variable']],
	['openTextWorkflow case sendAndWait', ['Outcome Variable', 'Reason Variable']],
	// The reason is cut to what the store keeps, as the mark of its decision must find room.
	['bigCommerce refund create', ['Reason']],
	// The call that changes variants does not take these (product-variants_catalog.v3).
	['bigCommerce productVariant upsert', ['Image URL', 'MPN']],
	// Of the administrator, a company that is there keeps what it has: only a new one is told it (company.yaml).
	['bigCommerceB2b company upsert', ['Admin First Name', 'Admin Last Name', 'Admin Phone Number']],
	// The log of the sandbox holds no password and no files; of a file's name stays what a name may hold.
	['openTextCoreSignature signatureRequest send', ['File Name', 'HTML', 'Password']],
	['openTextCoreSignature signatureRequest sendAndWait', ['File Name', 'Password']],
	// What a question is about goes into its key in letters that a key may hold; files that the item lacks are left out, as their field says.
	['openTextDecision decision ask', ['Attach Files', 'Part']],
	['openTextDecision decision note', ['Attach Files']],
	// Of what nobody asked, nothing is withdrawn.
	['openTextDecision decision withdraw', ['Part', 'Reason']],
	// Who has nothing to do with a task, need not be taken off it.
	['openTextWorkflow taskAssignment remove', ['User or Group']],
]);

export const unsentOf = (title: string): string[] => [...(UNSENT.get(title) ?? [])].sort();
