import { schema } from './specDeviation';
import type { SpecDeviation } from './specDeviation';

const B2B = 'docs/b2b-edition/specs/api-v3';

const COMPANY = schema('companyData_RESPONSE', 'allOf', '1', 'properties');

export const b2bDeviations: SpecDeviation[] = [
	{
		file: `${B2B}/company/company.yaml`,
		pointers: [`${COMPANY}/createdAt`, `${COMPANY}/updatedAt`],
		set: { format: undefined },
		reason: 'the format is that of an hour of a day; text and example say Unix seconds',
		source: '13.1: times are Unix seconds',
	},
	{
		file: `${B2B}/user/user.yaml`,
		pointers: [schema('responseArray', 'properties', 'meta')],
		set: { additionalProperties: true },
		reason: 'the lists add the pagination in another part of the composition',
		source: '13.1: envelope',
	},
	{
		file: `${B2B}/user/user.yaml`,
		pointers: [schema('errMsgPost')],
		set: { oneOf: undefined },
		reason: 'exactly one alternative must fit, but two are any text and two have an e-mail address',
		source: '13.1: errMsg is a text or lists by field',
	},
];
