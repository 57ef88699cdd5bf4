import type { LocatorTable } from '../../shared/record/locator';

/** How a link is picked: by its whole key, as a case or document brings it back, or by what it belongs to. */
export const LINK_LOCATOR: LocatorTable = {
	name: 'linkKey',
	label: 'Link',
	description: 'The key is the business key of the case, or the external ID of the document',
	search: 'searchLinks',
	called: 'Link Key',
	like: 'abc123:order:4711:risk-review:1',
	format: {
		regex: '([^:\\s]+:){3}[\\w-]+:\\d+',
		fault:
			'A link key has five parts: store hash, object type, object ID, purpose and round, joined by colons',
	},
	key: {
		mode: 'object',
		label: 'Object and Purpose',
		like: 'order:4711:risk-review',
		format: {
			regex: '([^:\\s]+:){2}[\\w-]+(:\\d+)?',
			fault: 'Enter object type, object ID and purpose, joined by colons; a round other than 1 comes last',
		},
	},
};
