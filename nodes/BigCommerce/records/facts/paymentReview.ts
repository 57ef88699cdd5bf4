import { fieldsIn, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import { INFERRED } from '../../transport/inferred';
import type { Order } from '../order';
import type { Facts } from './fact';

export interface PaymentReviewSource {
	order: Order;
	/** The oldest first. */
	transactions: readonly Given[];
	/** A question of ours put the order on hold. */
	isHeldByUs: boolean;
}

/** What a gateway says of a payment (BigCommerce reference 4.2); how much of it is there depends on the gateway. */
const TRANSACTION = {
	event: is.text,
	status: is.text,
	fraud_review: is.flag,
	avs_result: is.object({ code: is.text, street_match: is.text, postal_match: is.text }),
	cvv_result: is.object({ code: is.text }),
};

type Transaction = is.FieldsOf<typeof TRANSACTION>;

/** How a check of the card went, the worst first. */
const CHECKS = ['failed', 'partial', 'passed'] as const;

type Check = (typeof CHECKS)[number];

/** Manual Verification Required (reference 3.5). */
const VERIFICATION = 12;

const HELD_FOR_REVIEW = 'held for review';

const PAYMENTS: ReadonlySet<string> = new Set(['authorization', 'purchase']);

/** @param letters by what they mean */
const known = (letters: Readonly<Record<Check, string>>, code = ''): Check[] => {
	const letter = code.trim().toUpperCase();
	return letter.length === 1 ? CHECKS.filter((check) => letters[check].includes(letter)) : [];
};

function checksOf({ avs_result: address = {}, cvv_result: security = {} }: Transaction): Check[] {
	const { address: codes, match, security: securityCodes } = INFERRED.cardCodes;
	const parts = [address.street_match, address.postal_match].flatMap((part) => known(match, part));
	const isMixed = new Set(parts).size > 1;
	return [
		...known(securityCodes, security.code),
		...known(codes, address.code),
		...(isMixed ? ['partial' as const] : parts),
	];
}

/** The worst of what the newest payment says; undefined where its gateway says nothing of the card. */
function cardCheck({ transactions }: PaymentReviewSource): Check | undefined {
	const payments = transactions
		.map((transaction) => fieldsIn(TRANSACTION, transaction))
		.filter(({ event = '', status }) => PAYMENTS.has(event) && status === 'ok');
	const said = payments.map(checksOf).filter((checks) => checks.length);
	const checks = said.at(-1) ?? [];
	return CHECKS.find((check) => checks.includes(check));
}

function fraudReview({ order, transactions, isHeldByUs }: PaymentReviewSource): boolean {
	const isFlagged = transactions.some((one) => fieldsIn(TRANSACTION, one).fraud_review === true);
	const isHeldByOther = order.status_id === VERIFICATION && !isHeldByUs;
	return order.payment_status === HELD_FOR_REVIEW || isFlagged || isHeldByOther;
}

/** Payment review: what the gateway and other apps think of an order. BigCommerce gives no risk score. */
export const PAYMENT_REVIEW = {
	/** The payment is held for review, the gateway flagged a transaction, or somebody else than a question of ours put the order into status 12. */
	fraudReview: { shape: is.flag, of: fraudReview },
	/** What the card's bank said of address and security code of the newest payment, the worst of it: passed, partial or failed; absent where it said nothing. */
	cardCheck: { shape: is.text, of: cardCheck },
} as const satisfies Facts<PaymentReviewSource>;
