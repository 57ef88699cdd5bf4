import { moneyOf } from '../../../shared/money';

/** An item as it is sent, or as a refund shows it. */
interface Spelt {
	item_type?: string;
	item_id?: number;
	quantity?: number;
	/** As it is sent. */
	amount?: number;
	/** As it is shown. */
	requested_amount?: string;
}

/** An item in one form, to compare what was sent with what is there. */
export const spelt = ({
	item_type: type,
	item_id: id,
	quantity,
	amount,
	requested_amount: asked,
}: Spelt): string =>
	[type, id, quantity ?? '', quantity === undefined ? String(moneyOf(asked ?? amount) ?? '') : ''].join(' ');
