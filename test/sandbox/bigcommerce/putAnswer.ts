import pick from 'lodash/pick';

import type { Values } from './collection/record';
import type { Switches } from './switches';

/**
 * What a PUT shows of a record: all that a GET shows, or its id and what was sent.
 * @param shown as a GET shows it
 * @param body what was sent for it
 */
export const afterPut = ({ putAnswers }: Switches, shown: Values, body: unknown): Values =>
	putAnswers === 'whole' || typeof body !== 'object' || body === null
		? shown
		: pick(shown, ['id', ...Object.keys(body)]);
