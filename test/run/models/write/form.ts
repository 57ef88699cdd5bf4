import type { ProcessSource } from '../source';

import { jsonText } from './jsonText';

/** What the forms of a process model keep. */
export const formText = ({ key, name, forms }: ProcessSource): string =>
	jsonText({
		key,
		name,
		description: `What the forms of the process model ${key} keep, as process variables. OpenText publishes no format for forms: an administrator draws these fields in the form designer.`,
		tasks: forms,
	});
