import type { Account } from './account';
import type { TakeBack } from './firstChange';
import type { Ledger } from './ledger';

/** What a service client is made with. */
export interface ClientOptions {
	/** Zero-based, for error texts; left out in triggers and lists. */
	itemIndex?: number;
	/** How long one request may wait and be repeated in all, in ms; left out for the usual patience. */
	patienceMs?: number;
	/** Keeps what was sent for the item; left out where nobody asks. */
	ledger?: Ledger;
	/** The operation changes something, so that an account that may not even read should get the right to change at once. */
	isForChange?: boolean;
	/** Runs before the first change goes out; when it throws, nothing does. What it gives is run when every change was refused. */
	beforeChange?: () => Promise<TakeBack>;
	/** The credential, where it was read already. */
	account?: Account;
}
