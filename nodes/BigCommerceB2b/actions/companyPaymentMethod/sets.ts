import type { ItemRun } from '../../../shared/itemRun';
import { company } from '../../../BigCommerce/edition/records/company';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { list } from '../../../BigCommerce/edition/transport/envelope';

/** Codes with commas between, as people enter them. */
export const codesIn = (text: string): string[] => [
	...new Set(
		text
			.split(',')
			.map((code) => code.trim())
			.filter(Boolean),
	),
];

/** Lets a company pay in some ways, or no longer; the others stay (BigCommerce reference 13.3). */
export async function setPaymentMethods(
	client: B2bClient,
	id: number,
	codes: readonly string[],
	isEnabled: boolean,
): Promise<void> {
	await client.request({
		method: 'PUT',
		path: `${company.path}/${id}/payments`,
		body: { payments: codes.map((code) => ({ code, isEnabled })) },
		subject: `the payment methods of company ${id}`,
		gives: list,
		done: `the payment methods of company ${id} were changed`,
	});
}

/** @throws NodeOperationError when none is entered */
export function requiredCodes(run: ItemRun, name: string, label: string): string[] {
	const codes = codesIn(run.requiredText(name, label));
	if (codes.length) return codes;
	throw run.refuse({
		what: `${label} holds no code`,
		next: 'Enter at least one, for example cheque.',
	});
}
