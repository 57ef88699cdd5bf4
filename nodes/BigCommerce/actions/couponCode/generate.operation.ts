import { givesIf } from '../../../shared/answer';
import { isRecord } from '../../../shared/isRecord';
import type { Operation } from '../../../shared/operation';
import { fieldsIn } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { newFields, newValues } from '../../../shared/record/written';
import { list, object, text, whole } from '../../../shared/shape';
import { couponBatch, couponCode } from '../../records/couponCode';
import { promotion } from '../../records/promotion';
import type { StoreClient } from '../../transport/StoreClient';
import { scopeOf, stayingId } from '../crud/picked';

/** What all codes of a batch have in common (BigCommerce reference 10.3). */
const COMMON = { max_uses: whole, max_uses_per_customer: whole, created: text };

/** Every other promotion answers 405 (reference 10.3). */
const BULK =
	'Codes are generated for coupon promotions of type Bulk only: choose or make one, or add single codes with Create.';

const CODES = { codes: list(object({ code: text })) };

const codesIn = (batch: unknown) => fieldsIn(CODES, batch).codes ?? [];

export const generate: Operation<StoreClient> = {
	option: {
		name: 'Generate',
		value: 'generate',
		description: 'Generate random codes for a coupon promotion of type Bulk, which must exist already',
		action: 'Generate coupon codes',
	},
	effect: 'once',
	scopes: scopeOf(couponCode, 'modify'),
	output: object({ code: text, ...COMMON }),
	fields: [locatorOf(promotion.locator), ...newFields(couponBatch)],
	async execute(run, client) {
		const { exclude_characters: left, ...values } = newValues(run, couponBatch);
		const id = await stayingId(run, client, promotion);
		const batch = await client.write({
			method: 'POST',
			path: `/v3/promotions/${id}/codegen`,
			body: { ...values, ...(left ? { exclude_characters: [...String(left)] } : {}) },
			subject: { name: `batch of codes of promotion ${id}`, scope: couponCode.scope, needs: BULK },
			gives: givesIf(({ body }) => isRecord(body) && codesIn(body.data).length > 0),
			done: `codes of promotion ${id} were generated`,
		});
		return codesIn(batch).map((code) => ({ ...code, ...fieldsIn(COMMON, batch) }));
	},
};
