import type { Advice } from '../../shared/errorText';

/** Why people cannot be asked; nothing was sent. Somebody who is required is never left out (decisions page, section 2). */
export class CannotAsk extends Error {
	constructor(readonly advice: Advice) {
		super(advice.what);
	}
}
